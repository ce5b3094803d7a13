import type { Message } from "../../base/message.ts";
import type { Call } from "../command.ts";
import { type ExitCode, USAGE } from "../exit-code.ts";
import { render } from "../language.ts";
import type { FileReport } from "../report/file-report.ts";
import { addFile, NOTHING, type Summary } from "../report/summary.ts";
import type { OutputSettings } from "./lint-settings.ts";
import { openOutputs } from "./outputs.ts";
import { verdict } from "./verdict.ts";

/** Says what was found before, in every format that is asked for now. */
export async function reportAgain(
  call: Call,
  settings: OutputSettings,
  reports: readonly FileReport[],
  notes: readonly string[] = [],
): Promise<ExitCode> {
  const outputs = await openOutputs(call, settings);
  let summary = NOTHING;
  for (const report of reports) {
    summary = addFile(summary, report);
    await outputs.file(report);
  }
  return finish(call, settings, { summary, unwritten: await outputs.end(summary), notes });
}

/** What is left to say once everything is written. */
export async function finish(
  call: Call,
  settings: OutputSettings,
  {
    summary,
    unwritten,
    notes,
  }: { readonly summary: Summary; readonly unwritten: readonly Message[]; readonly notes: readonly string[] },
): Promise<ExitCode> {
  for (const problem of unwritten) await call.tell.problem(render(problem));
  for (const note of notes) await call.tell.note(note);
  return unwritten.length > 0 ? USAGE : verdict(call, settings, summary);
}
