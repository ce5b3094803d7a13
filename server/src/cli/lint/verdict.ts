import { code, say } from "../../base/message.ts";
import type { Call } from "../command.ts";
import { CLEAN, type ExitCode, FINDINGS } from "../exit-code.ts";
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
