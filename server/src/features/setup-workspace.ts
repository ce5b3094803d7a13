import type { Diagnostic } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import { isResultsName } from "../results/results-file.ts";
import { isKnownName, sizeOfKnown } from "../workspace/known-findings.ts";
import { configFor, matchesPattern } from "../workspace/settings.ts";
import type { Snapshot, Unreadable } from "../workspace/snapshot.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { relativePath } from "../workspace/uri.ts";
import { doubt, good, note, type Symptom, wrong } from "./setup-symptom.ts";
import { joined } from "./words.ts";

/** The files that a door has found, and how it names them and its own ways out. */
export interface ExaminedFiles {
  readonly snapshot: Snapshot;
  /** URIs of the specs and configurations that were looked for. */
  readonly uris: readonly string[];
  /** URIs of specs that a configuration leaves out. */
  readonly leftOut: readonly string[];
  /** How many files could not be found or read; the door has said which. */
  readonly unread: number;
  readonly lint: (uri: string) => readonly Diagnostic[];
  readonly shown: (uri: string) => string;
  /** Where the findings of a file are shown. */
  readonly seeFindings: (name: string) => Message;
  /** How the file of known findings is written anew. */
  readonly updateKnown: Message;
}

/** What is in the way of specs, their configurations and the files that these name, in a sentence each. */
export function examineWorkspace(files: ExaminedFiles): readonly Symptom[] {
  return [
    ...aboutSpecs(files),
    ...aboutConfigs(files),
    ...aboutBounds(files),
    ...aboutLinks(files),
    ...aboutKnown(files),
  ];
}

function aboutSpecs({ snapshot, uris, leftOut, unread }: ExaminedFiles): Symptom[] {
  const count = (is: string) => uris.filter((uri) => snapshot.files.get(uri)?.document?.is === is).length;
  const [programs, catalogs] = [count("program"), count("catalog")];
  const counts = joined([programCount(programs), catalogCount(catalogs)], ", ");
  if (unread > 0) return [wrong(say`Found: ${counts}; what could not be found or read is said above.`)];
  if (programs + catalogs === 0 && leftOut.length === 0)
    return [
      wrong(
        say`No program and no catalog was found: names of specs end in ${code(".training.yaml")}, and they start with ${code("version: 1")} and ${code("kind: program")}.`,
      ),
    ];
  const others = leftOut.length === 0 ? [] : [note(say`${fileCount(leftOut.length)} left out by ${code("ignore")}.`)];
  return [good(say`Found: ${counts}.`), ...others];
}

function aboutConfigs(files: ExaminedFiles): Symptom[] {
  const { snapshot, uris } = files;
  const specs = uris.filter((uri) => snapshot.files.get(uri)?.document?.is !== "config");
  const configs = [...snapshot.files.values()].filter(({ document }) => document?.is === "config");
  const without = specs.filter((uri) => !configFor(snapshot.files, uri)).length;
  const none =
    without === 0 ? [] : [good(say`Without a configuration, with the usual settings: ${fileCount(without)}.`)];
  return [...none, ...configs.flatMap((config) => aboutConfig(config, specs, files))];
}

function aboutConfig(
  config: SpecFile,
  specs: readonly string[],
  { snapshot, leftOut, lint, shown, seeFindings }: ExaminedFiles,
): Symptom[] {
  const name = code(shown(config.uri));
  const below = specs.filter((uri) => configFor(snapshot.files, uri) === config);
  const counts = fileCount(below.length);
  const errors = lint(config.uri).filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    return [wrong(say`${name} counts for ${counts} and has mistakes: ${seeFindings(shown(config.uri))}.`)];
  const { document } = config;
  const layers = document?.is === "config" ? (document.paths?.items ?? []) : [];
  const idle = layers
    .flatMap((layer) => layer.files?.items ?? [])
    .filter(({ value }) => !below.some((uri) => matchesPattern(relativePath(config.uri, uri), value)));
  const isIdle = below.length === 0 && !leftOut.some((uri) => configFor(snapshot.files, uri) === config);
  return [
    isIdle ? doubt(say`${name} counts for no file that was looked at.`) : good(say`${name} counts for ${counts}.`),
    ...idle.map(({ value }) =>
      doubt(say`In ${name} no file matches ${code(value)}: paths start from its folder, with ${code("/")}.`),
    ),
  ];
}

/** Files that are too long or too deep to be read whole. */
function aboutBounds({ snapshot, uris, shown }: ExaminedFiles): Symptom[] {
  return uris.flatMap((uri) =>
    (snapshot.files.get(uri)?.tree.problems ?? [])
      .filter(({ rule }) => rule === "oversized-file" || rule === "deep-nesting")
      .slice(0, 1)
      .map(({ message, help }) => wrong(joined([say`${code(shown(uri))}: ${message}`, help], " "))),
  );
}

/** Catalogs and tables of results that are named and cannot be read. */
function aboutLinks({ snapshot, uris, shown }: ExaminedFiles): Symptom[] {
  return uris.flatMap((uri) =>
    (snapshot.files.get(uri)?.links ?? []).flatMap((link) => {
      const why = snapshot.unreadable.get(link);
      // Results come in time, and known findings are looked at on their own.
      if (why === undefined || isKnownName(link) || (isResultsName(link) && why === "missing")) return [];
      return [
        wrong(
          say`${code(shown(uri))} names ${code(shown(link))}, which ${whyUnreadable(why)}. Paths start from the folder of the file that names them.`,
        ),
      ];
    }),
  );
}

function whyUnreadable(why: Unreadable): Message {
  switch (why) {
    case "missing":
      return say`is not there`;
    case "folder":
      return say`is a folder`;
    case "too-large":
      return say`is too large to be read`;
    case "unreadable":
      return say`the system does not let us read`;
  }
}

function aboutKnown(files: ExaminedFiles): Symptom[] {
  const { snapshot, uris, shown, updateKnown } = files;
  const named = new Set(uris.flatMap((uri) => snapshot.context(uri)?.settings.known ?? []));
  return [...named].map((uri) => {
    const known = snapshot.files.get(uri)?.known;
    const name = code(shown(uri));
    if (!known) return wrong(say`${name} is not there or cannot be read: ${updateKnown} writes it.`);
    if ("key" in known) return wrong(say`${name} counts for nothing. ${known}`);
    const all = sizeOfKnown(known);
    const occur = occurrences(uri, files);
    const text = all === 1 ? say`${name} lists 1 known finding` : say`${name} lists ${all} known findings`;
    return occur >= all
      ? good(say`${text}.`)
      : doubt(say`${text}, and ${all - occur} of these occur no longer: ${updateKnown} takes them out.`);
  });
}

function occurrences(known: string, { snapshot, uris, lint }: ExaminedFiles): number {
  return uris
    .filter((uri) => snapshot.context(uri)?.settings.known === known)
    .reduce((sum, uri) => sum + lint(uri).filter((finding) => finding.known).length, 0);
}

function fileCount(count: number): Message {
  return count === 1 ? say`1 file` : say`${count} files`;
}

function programCount(count: number): Message {
  return count === 1 ? say`1 program` : say`${count} programs`;
}

function catalogCount(count: number): Message {
  return count === 1 ? say`1 catalog` : say`${count} catalogs`;
}
