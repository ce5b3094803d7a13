import { BUG, type ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { speaking } from "./language.ts";
import { LastRun } from "./lint/last-run.ts";
import { LINT } from "./lint/lint-form.ts";
import { lintSettings } from "./lint/lint-settings.ts";
import { flushed, languageOf, readCall } from "./read-call.ts";
import { tellBug } from "./tell.ts";

/**
 * Says the last run of `lint --cache` again where it still holds; `args` stand behind `lint`. Undefined where it does not,
 * where another format is asked for, and where anything is wrong with the arguments: then nothing has been said, and `run`
 * is to say it. Never throws.
 */
export async function sayAgain(args: readonly string[], io: Io): Promise<ExitCode | undefined> {
  try {
    return await speaking(languageOf(args, io), () => said(args, io));
  } catch (error) {
    await tellBug(error, ["lint", ...args], io);
    return BUG;
  }
}

async function said(args: readonly string[], io: Io): Promise<ExitCode | undefined> {
  const read = readCall(args, LINT.options, io);
  if ("key" in read || read.options.has("help")) return undefined;
  const call = { ...read, commands: {} };
  const settings = lintSettings(call);
  if ("key" in settings || settings.cache === undefined) return undefined;
  const last = await LastRun.before(call, settings);
  const kept = last.kept();
  const exit = kept && (await last.holds(kept)) ? await last.write(kept) : undefined;
  return exit === undefined ? undefined : flushed(exit, io);
}
