import path from "node:path";
import { LineIndex } from "../../base/line-index.ts";
import { digestOf } from "../../host/digest.ts";
import { textOfBytes } from "../../host/read-file.ts";
import type { Call } from "../command.ts";
import type { ExitCode } from "../exit-code.ts";
import type { FileReport } from "../report/file-report.ts";
import { fromKept, type KeptReport, type KeptRun } from "./cache-folder.ts";
import type { LintSettings } from "./lint-settings.ts";
import { writeAgain } from "./outputs.ts";
import { finish, reportAgain } from "./report-again.ts";
import type { RunRecord } from "./run-record.ts";

/**
 * Says what the last run said: as it was written then, or put together again where other formats are asked for now.
 * Undefined where that is not at hand any more.
 */
export async function sayAgain(
  call: Call,
  settings: LintSettings,
  { folder, said }: RunRecord,
  run: KeptRun,
): Promise<ExitCode | undefined> {
  const texts = folder.texts(run);
  const unwritten = texts && (await writeAgain(call, settings, texts));
  const notes = [...said, ...run.notes];
  if (unwritten) return finish(call, settings, { summary: run.summary, unwritten, notes });
  const kept = folder.reports(run);
  const reports = kept && withLines(call, kept.reports, run);
  return reports && reportAgain(call, settings, reports, notes);
}

/** The reports with the texts that they are about, which are those that they were about. */
function withLines(
  { io }: Call,
  reports: readonly KeptReport[],
  { reads }: KeptRun,
): readonly FileReport[] | undefined {
  const digests = new Map(reads);
  const whole: FileReport[] = [];
  for (const report of reports) {
    const file = path.resolve(io.cwd, report.file);
    const bytes = isShown(report) ? io.bytes(file) : new Uint8Array();
    if (typeof bytes === "string" || (isShown(report) && digestOf(bytes) !== digests.get(file))) return undefined;
    whole.push(fromKept(report, new LineIndex(textOfBytes(bytes).text ?? "")));
  }
  return whole;
}

function isShown({ findings, waived, known }: KeptReport): boolean {
  return findings.length > 0 || waived.length > 0 || known.length > 0;
}
