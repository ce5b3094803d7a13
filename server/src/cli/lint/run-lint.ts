import type { Call } from "../command.ts";
import type { ExitCode } from "../exit-code.ts";
import type { LintSettings } from "./lint-settings.ts";
import type { RunRecord } from "./run-record.ts";

/** Lints once: files are read, each is reported to every format, and what it comes to is the exit code. */
export function runLint(call: Call, settings: LintSettings): Promise<ExitCode> {
  return settings.cache === undefined ? afresh(call, settings) : cached(call, settings);
}

async function cached(call: Call, settings: LintSettings): Promise<ExitCode> {
  const { LastRun } = await import("./last-run.ts");
  const last = await LastRun.before(call, settings);
  const kept = last.kept();
  if (kept && (await last.holds(kept))) {
    const exit = await last.write(kept);
    if (exit !== undefined) return exit;
    const { keptReports } = await import("./kept-reports.ts");
    const { reportAgain } = await import("./report-again.ts");
    const reports = keptReports(last.folder, kept, call.io);
    if (reports) return reportAgain(call, settings, reports, last.notes(kept));
  }
  const { RunRecord } = await import("./run-record.ts");
  const record = new RunRecord(call, last, kept);
  return afresh(record.listening(), settings, record);
}

/** The engine is loaded where something has to be linted. */
async function afresh(call: Call, settings: LintSettings, record?: RunRecord): Promise<ExitCode> {
  const { lintAfresh } = await import("./lint-afresh.ts");
  return lintAfresh(call, settings, record);
}
