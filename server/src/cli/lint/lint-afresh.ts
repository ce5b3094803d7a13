import { code, type Message, say } from "../../base/message.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { loadHistory } from "../../host/load-history.ts";
import { growModestly } from "../../host/modest-heap.ts";
import type { LintOptions } from "../../rules/lint.ts";
import type { KnownFindings } from "../../workspace/known-findings.ts";
import { knownFor } from "../../workspace/settings.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Call } from "../command.ts";
import { type ExitCode, USAGE } from "../exit-code.ts";
import { type Gathered, gather } from "../files/gather.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";
import { filesText, findingsText } from "../report/counts.ts";
import { type FileReport, reportFile } from "../report/file-report.ts";
import { addFile, NOTHING } from "../report/summary.ts";
import { type ChangedFiles, changedFiles, isAffected } from "./changed-files.ts";
import { knownFileNamed, type Looked, updateKnown } from "./known-file.ts";
import { KnownTally } from "./known-tally.ts";
import type { LintSettings } from "./lint-settings.ts";
import { openOutputs } from "./outputs.ts";
import { Progress } from "./progress.ts";
import type { RunRecord } from "./run-record.ts";
import { isIn } from "./shard.ts";
import { verdict } from "./verdict.ts";

/** Lints files that are read now; what `record` knows of an earlier run and still holds is said again. */
export async function lintAfresh(call: Call, settings: LintSettings, record?: RunRecord): Promise<ExitCode> {
  const { io, tell } = call;
  const progress = new Progress(io);
  const gathered = await gather(call, {
    stdinName: settings.stdinName,
    withConfigs: true,
    onFile: (done) => progress.step(`Reading: ${done} files`),
    factsOf: (file) => record?.factsOf(file),
  });
  await progress.hide();
  const { workspace, uris, problems } = gathered;
  await growModestly(uris.length);
  if (uris.length === 0) {
    if (problems.length === 0) await tell.problem(render(say`There is nothing to lint.`));
    return USAGE;
  }
  const options = await lintOptions(call, settings, gathered);
  if ("key" in options) return refuse(call, options);
  const shown = (uri: string) => shownPath(pathOfUri(uri) ?? uri, io.cwd);
  const { shard } = settings;
  const isAsked = (uri: string) => shard === undefined || isIn(shard, shown(uri));
  await record?.compare(workspace.snapshot(settings.today).files);
  if (io.history && !call.options.has("no-history")) {
    const asked = uris.filter((uri) => isAsked(uri) && !record?.stands(uri));
    await loadHistory(workspace, asked, { today: settings.today, historyOf: io.history });
  }
  const changed = settings.changed === undefined ? undefined : await changedFiles(io, settings.changed);
  if (changed && "key" in changed) return refuse(call, changed);

  const failed = settings.fix ? await fix(call, settings, gathered, options, changed) : false;
  const outputs = await openOutputs(call, settings, {
    isSilent: settings.fix === "show",
    isKept: record !== undefined,
  });
  const snapshot = workspace.snapshot(settings.today);
  const tally = new KnownTally(options.known);
  const all = inOrderOf(withResults(snapshot, uris), shown).filter(isAsked);
  let summary = NOTHING;
  for (const [index, uri] of all.entries()) {
    progress.step(`Linting: ${index + 1} of ${all.length} files`);
    await progress.breathe();
    const file = snapshot.files.get(uri);
    const report = (file && record?.reportOf(file)) ?? reportFile(snapshot, uri, shown, options);
    const isConcerned = report && (!changed || concerns(report, snapshot, uri, changed, shown));
    if (isConcerned) {
      tally.add(report, knownFor(snapshot.files, uri));
      if (!record?.stands(uri)) record?.add(report, snapshot.context(uri));
    }
    snapshot.leave(uri);
    if (!isConcerned) continue;
    summary = addFile(summary, report);
    await progress.hide();
    await outputs.file(report);
  }
  await progress.hide();
  const unwritten = await outputs.end(summary);
  for (const problem of unwritten) await tell.problem(render(problem));
  if (changed && summary.files === 0)
    await tell.note(render(say`No spec has changed since ${code(changed.base)}, and nothing that one depends on.`));
  const notes = tally.notes(shown).map((note) => render(note));
  for (const note of notes) await tell.note(note);
  if (problems.length === 0) await record?.keep(summary, notes, outputs.texts);
  if (failed || problems.length > 0 || unwritten.length > 0) return USAGE;
  return verdict(call, settings, summary);
}

async function refuse({ tell }: Call, problem: Message): Promise<ExitCode> {
  await tell.problem(render(problem));
  return USAGE;
}

/** The known findings that count instead of those that the configurations name. */
async function lintOptions(call: Call, settings: LintSettings, gathered: Gathered): Promise<LintOptions | Message> {
  if (settings.updateKnown) {
    const { workspace, uris, found } = gathered;
    const folders = [...new Set(found.files.values())].filter((folder) => folder !== undefined);
    const looked: Looked = {
      uris: withResults(workspace.snapshot(settings.today), uris),
      folders,
      today: settings.today,
    };
    const updated = updateKnown(call, workspace, looked, settings.known);
    if ("key" in updated) return updated;
    for (const note of updated.notes) await call.tell.note(render(note));
    return { known: updated.known };
  }
  if (settings.known === undefined) return {};
  const known = knownFileNamed(call, settings.known);
  return "key" in known ? known : { known };
}

/** Applies fixes and writes or shows them. Whether a file could not be written. */
async function fix(
  { io, tell }: Call,
  settings: LintSettings,
  { workspace, uris }: Gathered,
  options: { readonly known?: KnownFindings },
  changed: ChangedFiles | undefined,
): Promise<boolean> {
  const { applyFixes, writeFixed } = await import("./fix.ts");
  const shown = (uri: string) => shownPath(pathOfUri(uri) ?? uri, io.cwd);
  const snapshot = workspace.snapshot(settings.today);
  const wanted = uris.filter((uri) => {
    const context = snapshot.context(uri);
    return !changed || (context && isAffected(context, changed));
  });
  const fixed = applyFixes(workspace, wanted, { ...options, today: settings.today, shown });
  for (const note of fixed.notes) await tell.note(render(note));
  const [count, files] = [findingsText(fixed.count), filesText(fixed.files.length)];
  if (settings.fix === "show") {
    const { unifiedDiff } = await import("./unified-diff.ts");
    for (const { uri, before, after } of fixed.files) await io.stdout.write(unifiedDiff(shown(uri), before, after));
    await tell.note(
      render(fixed.count === 0 ? NO_FIX : say`${count} in ${files} would be fixed; nothing was written.`),
    );
    return false;
  }
  const problems = writeFixed(fixed, io.rewrite, shown);
  for (const problem of problems) await tell.problem(render(problem));
  if (problems.length === 0) await tell.note(render(fixed.count === 0 ? NO_FIX : say`Fixed ${count} in ${files}.`));
  return problems.length > 0;
}

const NO_FIX: Message = say`Nothing can be fixed without a decision of yours.`;

/** Whether a report belongs to what changed: its file, what that depends on, or a file that one of its findings is about. */
function concerns(
  report: FileReport,
  snapshot: Snapshot,
  uri: string,
  changed: ChangedFiles,
  shown: (uri: string) => string,
): boolean {
  const context = snapshot.context(uri);
  if (context && isAffected(context, changed)) return true;
  const names = new Set([...changed.uris].map(shown));
  return report.findings.some(({ related }) => related.some(({ file }) => names.has(file)));
}

/** The files that were asked for, and the results that programs among them name. */
function withResults(snapshot: Snapshot, uris: readonly string[]): readonly string[] {
  const named = uris.flatMap((uri) => {
    const results = snapshot.files.get(uri)?.shared?.results;
    const file = results && snapshot.fileAt(uri, results.value);
    return typeof file === "object" && file.results ? [file.uri] : [];
  });
  return [...new Set([...uris, ...named])];
}

function inOrderOf(uris: readonly string[], shown: (uri: string) => string): string[] {
  const named = uris.map((uri) => ({ uri, name: shown(uri) }));
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return named.map(({ uri }) => uri);
}
