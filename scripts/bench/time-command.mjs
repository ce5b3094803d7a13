import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { childEnvironment } from "./child-environment.mjs";

/** Runs Node to its end, its output into a file, so that nobody waits for a reader. → { milliseconds, code, output } */
export async function timeCommand(args, { cwd, patience = 300_000 } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "training-spec-bench-"));
  const file = path.join(folder, "output");
  const out = openSync(file, "w");
  try {
    const began = performance.now();
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", out, out], env: childEnvironment() });
    const end = () => child.kill("SIGKILL");
    process.once("exit", end);
    const timer = setTimeout(end, patience);
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (exitCode, signal) => resolve(signal ?? exitCode));
    });
    const milliseconds = performance.now() - began;
    clearTimeout(timer);
    process.off("exit", end);
    return { milliseconds, code, output: readFileSync(file, "utf8") };
  } finally {
    closeSync(out);
    rmSync(folder, { recursive: true, force: true });
  }
}
