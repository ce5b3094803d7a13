import { code, type Message, say } from "../../base/message.ts";
import type { Call } from "../command.ts";
import { CLEAN, type ExitCode, FINDINGS, USAGE } from "../exit-code.ts";
import { render } from "../language.ts";
import { reaches, type Summary } from "../report/summary.ts";
import type { OutputSettings } from "./lint-settings.ts";

/** What a run comes to: whether what was found is more than was allowed. */
export async function verdict(
  { tell }: Call,
  { failOn, maxWarnings }: OutputSettings,
  summary: Summary,
): Promise<ExitCode> {
  if (reaches(summary, failOn)) return FINDINGS;
  if (maxWarnings === undefined || summary.warnings <= maxWarnings) return CLEAN;
  await tell.problem(
    render(say`There are ${summary.warnings} warnings, and ${code("--max-warnings")} allows ${maxWarnings}.`),
  );
  return FINDINGS;
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
