import type { Call } from "../command.ts";
import type { ExitCode } from "../exit-code.ts";
import type { FileReport } from "../report/file-report.ts";
import { addFile, NOTHING } from "../report/summary.ts";
import type { OutputSettings } from "./lint-settings.ts";
import { openOutputs } from "./outputs.ts";
import { finish } from "./verdict.ts";

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
