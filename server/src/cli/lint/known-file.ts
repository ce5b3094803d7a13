import path from "node:path";
import type { Day } from "../../base/date.ts";
import { code, type Message, say } from "../../base/message.ts";
import { pathOfUri, uriOfPath } from "../../host/file-uri.ts";
import { documentName, identityOf, mayBeKnown } from "../../rules/known.ts";
import { lint } from "../../rules/lint.ts";
import {
  type KnownFindings,
  readKnownFindings,
  sizeOfKnown,
  writeKnownFindings,
} from "../../workspace/known-findings.ts";
import { configFor, settingsFor } from "../../workspace/settings.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { CONFIG_NAME } from "../../workspace/uri.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Call } from "../command.ts";
import { shownPath } from "../files/shown-path.ts";
import { findingsText } from "../report/counts.ts";

const DEFAULT_NAME = "known-findings.json";

/** The file that `--known` names; undefined where the configurations have the say. */
export function knownFileNamed({ io }: Call, name: string): KnownFindings | Message {
  const file = path.resolve(io.cwd, name);
  const read = io.read(file);
  const shown = code(shownPath(file, io.cwd));
  if (read.text === undefined && read.why === "missing")
    return say`No file is named ${shown}. ${code("--update-known")} writes one with all findings of today.`;
  if (read.text === undefined) return say`${shown} cannot be read (${read.detail ?? read.why}).`;
  const known = readKnownFindings(read.text);
  return "key" in known ? say`${shown} cannot be used. ${known}` : known;
}

export interface Updated {
  readonly known: KnownFindings;
  readonly notes: readonly Message[];
}

/** Which documents a run has looked at, and whether these are all there are for a file of known findings. */
export interface Looked {
  readonly uris: readonly string[];
  /** Absolute paths of the folders that were searched. */
  readonly folders: readonly string[];
  readonly today: Day;
}

/**
 * Writes the findings of today where there is no file of known findings. Where there is one, takes out what occurs no
 * longer, and never adds anything.
 */
export function updateKnown(
  call: Call,
  workspace: Workspace,
  looked: Looked,
  named: string | undefined,
): Updated | Message {
  const { io } = call;
  let snapshot = workspace.snapshot(looked.today);
  const here = uriOfPath(path.join(io.cwd, CONFIG_NAME));
  const configured = settingsFor(configFor(snapshot.files, here), here).known;
  const configuredPath = configured === undefined ? undefined : pathOfUri(configured);
  const file =
    named === undefined ? (configuredPath ?? path.resolve(io.cwd, DEFAULT_NAME)) : path.resolve(io.cwd, named);
  const shown = code(shownPath(file, io.cwd));
  const counts = named === undefined && configured !== undefined ? configured : undefined;
  const read = io.read(file);
  const isNew = read.text === undefined && read.why === "missing";
  // That it is not there yet is no finding to be known.
  if (isNew) workspace.set(uriOfPath(file), writeKnownFindings(new Map()));
  snapshot = workspace.snapshot(looked.today);
  const now = findingsOf(snapshot, looked.uris, counts);
  const before = isNew ? now : knownFileNamed(call, file);
  if ("key" in before) return before;
  const covers = looked.folders.some((folder) => isWithin(path.dirname(file), folder));
  const after = isNew ? now : shrunk(before, now, covers);
  const failure = io.write(file, writeKnownFindings(after));
  if (failure !== undefined) return say`${shown} could not be written (${failure}).`;
  workspace.set(uriOfPath(file), writeKnownFindings(after));
  const [was, is] = [sizeOfKnown(before), sizeOfKnown(after)];
  const notes = isNew
    ? [say`Known from now on: ${findingsText(is)} of today, listed in ${shown}, which belongs into the repository.`]
    : [
        was === is
          ? say`Nothing to take out of ${shown}: all that it lists (${is}) still occurs.`
          : say`Taken out of ${shown}, because it was fixed: ${findingsText(was - is)}; left: ${is}.`,
      ];
  const added = isNew ? 0 : sizeOfKnown(now) - sizeOfKnown(shrunk(now, before, true));
  if (added > 0)
    notes.push(
      say`Not added, because it is new: ${findingsText(added)}. Fix or waive what is new. To start anew, delete ${shown} first.`,
    );
  if (isNew && named === undefined && configured === undefined)
    notes.push(
      say`Add ${code(`known: ${DEFAULT_NAME}`)} to ${code(CONFIG_NAME)}, so that editors and later runs heed it.`,
    );
  return { known: after, notes };
}

/** Every finding that may be known, by document. Of documents with one name the larger count of each finding. */
function findingsOf(snapshot: Snapshot, uris: readonly string[], configured: string | undefined): KnownFindings {
  const all = new Map<string, Map<string, number>>();
  for (const uri of uris) {
    const context = snapshot.context(uri);
    if (!context || (configured !== undefined && context.settings.known !== configured)) continue;
    const own = new Map<string, number>();
    for (const diagnostic of lint(snapshot, uri, { known: new Map() })) {
      if (!mayBeKnown(diagnostic)) continue;
      const identity = identityOf(diagnostic, context);
      own.set(identity, (own.get(identity) ?? 0) + 1);
    }
    const name = documentName(context);
    const counts = all.get(name) ?? new Map<string, number>();
    for (const [identity, count] of own) counts.set(identity, Math.max(count, counts.get(identity) ?? 0));
    all.set(name, counts);
  }
  return all;
}

/** What of the known findings still occurs. Of documents that nobody looked at, everything; nothing when all were. */
function shrunk(known: KnownFindings, now: KnownFindings, covers: boolean): KnownFindings {
  const left = new Map<string, Map<string, number>>();
  for (const [document, counts] of known) {
    const current = now.get(document) ?? (covers ? new Map<string, number>() : counts);
    const both = [...counts].map(
      ([identity, count]) => [identity, Math.min(count, current.get(identity) ?? 0)] as const,
    );
    left.set(document, new Map(both.filter(([, count]) => count > 0)));
  }
  return left;
}

function isWithin(folder: string, above: string): boolean {
  return folder === above || folder.startsWith(above.endsWith(path.sep) ? above : above + path.sep);
}
