import path from "node:path";
import { LineIndex } from "../../base/line-index.ts";
import { digestOf } from "../../host/digest.ts";
import { textOfBytes } from "../../host/read-file.ts";
import type { Io } from "../io.ts";
import type { FileReport } from "../report/file-report.ts";
import { type CacheFolder, fromKept, type KeptReport, type KeptRun } from "./cache-folder.ts";

/** What a run found, with the texts that it found it in; undefined where those are not what they were. */
export function keptReports(folder: CacheFolder, run: KeptRun, io: Io): readonly FileReport[] | undefined {
  const kept = folder.reports(run);
  if (!kept) return undefined;
  const digests = new Map(run.reads);
  const whole: FileReport[] = [];
  for (const report of kept.reports) {
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
