import type { Call, Command } from "../command.ts";
import { type ExitCode, USAGE } from "../exit-code.ts";
import { render } from "../language.ts";
import { LINT } from "../lint/lint-form.ts";
import { lintSettings } from "../lint/lint-settings.ts";
import { runLint } from "../lint/run-lint.ts";

export const lintCommand: Command = { ...LINT, run: lint };

async function lint(call: Call): Promise<ExitCode> {
  const settings = lintSettings(call);
  if ("key" in settings) {
    await call.tell.problem(render(settings));
    return USAGE;
  }
  if (!settings.watch) return runLint(call, settings);
  const { watchLint } = await import("../lint/watch.ts");
  return watchLint(call, settings);
}
