import path from "node:path";
import { watch } from "chokidar";
import { code, say } from "../../base/message.ts";
import { GitIgnore, repositoryAbove } from "../../host/git-ignore.ts";
import { isSpecName, SKIPPED_FOLDERS } from "../../host/walk.ts";
import { isResultsName } from "../../results/results-file.ts";
import { isKnownName } from "../../workspace/known-findings.ts";
import type { Call } from "../command.ts";
import { type ExitCode, INTERRUPTED } from "../exit-code.ts";
import { render } from "../language.ts";
import type { LintSettings } from "./lint-settings.ts";
import { runLint } from "./run-lint.ts";

/** Lints, and again after every change; changes during a run become one more run. Ends when somebody interrupts. */
export async function watchLint(call: Call, settings: LintSettings): Promise<ExitCode> {
  const { io, tell } = call;
  const interrupted = io.interrupted();
  const ignored = new GitIgnore(repositoryAbove(io.cwd) ?? io.cwd);
  const watcher = watch(io.cwd, {
    ignoreInitial: true,
    ignored: (file, stats) => {
      const isFolder = stats?.isDirectory() === true;
      if (SKIPPED_FOLDERS.includes(path.basename(file))) return true;
      if (stats && ignored.leavesOut(file, isFolder ? "folder" : "file")) return true;
      return stats?.isFile() === true && !matters(file);
    },
  });
  let wake: () => void = () => undefined;
  let changed: string | undefined;
  watcher.on("all", (event, file) => {
    if (event === "addDir" || event === "unlinkDir") return;
    changed = path.relative(io.cwd, file);
    wake();
  });
  watcher.on("error", (error) => {
    void tell.problem(render(say`Changes may be missed: ${String(error)}.`));
  });
  let over = false;
  void interrupted.then(() => {
    over = true;
    wake();
  });
  await Promise.race([new Promise<void>((resolve) => watcher.once("ready", resolve)), interrupted]);
  while (!over) {
    changed = undefined;
    await runLint(call, settings);
    const ready = new Promise<void>((resolve) => {
      wake = resolve;
    });
    if (changed === undefined && !over) {
      await tell.note(render(say`Waiting for changes; Ctrl-C ends.`));
      await ready;
    }
    if (changed !== undefined && !over) await tell.note(render(say`${code(changed)} has changed.`));
  }
  await watcher.close();
  return INTERRUPTED;
}

function matters(file: string): boolean {
  return isSpecName(path.basename(file)) || isResultsName(file) || isKnownName(file);
}
