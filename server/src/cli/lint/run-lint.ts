import type { Call } from "../command.ts";
import type { ExitCode } from "../exit-code.ts";
import type { LintSettings } from "./lint-settings.ts";
import type { RunRecord } from "./run-record.ts";

/** Lints once: files are read, each is reported to every format, and what it comes to is the exit code. */
export async function runLint(call: Call, settings: LintSettings): Promise<ExitCode> {
  if (settings.cache === undefined) return afresh(call, settings);
  const [{ RunRecord }, { sayAgain }] = await Promise.all([import("./run-record.ts"), import("./say-again.ts")]);
  const record = new RunRecord(call, settings);
  const run = await record.unchanged();
  const exit = run && (await sayAgain(call, settings, record, run));
  return exit ?? afresh(record.listening(), settings, record);
}

/** The engine is loaded where something has to be linted. */
async function afresh(call: Call, settings: LintSettings, record?: RunRecord): Promise<ExitCode> {
  const { lintAfresh } = await import("./lint-afresh.ts");
  return lintAfresh(call, settings, record);
}
