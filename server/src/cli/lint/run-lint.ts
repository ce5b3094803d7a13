import type { Call } from "../command.ts";
import { type ExitCode, USAGE } from "../exit-code.ts";
import { render } from "../language.ts";
import { addFile, NOTHING } from "../report/summary.ts";
import type { LintSettings } from "./lint-settings.ts";
import { openOutputs } from "./outputs.ts";
import type { RunRecord } from "./run-record.ts";
import { verdict } from "./verdict.ts";

/** Lints once: files are read, each is reported to every format, and what it comes to is the exit code. */
export async function runLint(call: Call, settings: LintSettings): Promise<ExitCode> {
  if (settings.cache === undefined) return afresh(call, settings);
  const { RunRecord } = await import("./run-record.ts");
  const record = new RunRecord(call, settings);
  const known = await record.replay();
  if (!known) return afresh(record.listening(), settings, record);
  const outputs = await openOutputs(call, settings, false);
  let summary = NOTHING;
  for (const report of known.reports) {
    summary = addFile(summary, report);
    await outputs.file(report);
  }
  const unwritten = await outputs.end(summary);
  for (const problem of unwritten) await call.tell.problem(render(problem));
  for (const note of known.notes) await call.tell.note(note);
  return unwritten.length > 0 ? USAGE : verdict(call, settings, summary);
}

/** The engine is loaded where something has to be linted. */
async function afresh(call: Call, settings: LintSettings, record?: RunRecord): Promise<ExitCode> {
  const { lintAfresh } = await import("./lint-afresh.ts");
  return lintAfresh(call, settings, record);
}
