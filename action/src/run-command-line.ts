import { spawn } from "node:child_process";
import path from "node:path";

/** How a run of the command line ended, with what was kept of its words. */
export interface CommandLineRun {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line lies beside the Action, in the same version. */
const COMMAND_LINE = path.join(__dirname, "cli.js");

/** GitHub shows ten of each level; two are for what the Action itself has to say (`log.ts`). */
const ANNOTATIONS = "8";

/** Runs `training-spec`. Its output is kept, or goes through to the log of the job. */
export function runCommandLine(
  args: readonly string[],
  folder: string,
  stdout: "keep" | "pass",
): Promise<CommandLineRun> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...args], {
    cwd: folder,
    env: { ...process.env, TRAINING_SPEC_ANNOTATIONS: ANNOTATIONS },
    stdio: ["ignore", stdout === "keep" ? "pipe" : "inherit", "pipe"],
  });
  const kept = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      kept[name] += text;
    });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ exit: code ?? 3, ...kept }));
  });
}
