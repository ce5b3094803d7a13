// Runs a program to its end without a shell. Its errors reach the terminal, its chatter does not.
import { spawn } from "node:child_process";

/** Resolves with what the program printed; rejects with its name and exit code. */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"], ...options });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", (error) => reject(new Error(`${command} cannot be started: ${error.message}`)));
    child.once("close", (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.slice(0, 4).join(" ")} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** npm without install scripts, audits and advice, whatever npm this Node came with. */
export function runNpm(args, options = {}) {
  const env = { ...process.env, npm_config_audit: "false", npm_config_fund: "false", npm_config_loglevel: "error" };
  return runCommand("npm", args, { shell: process.platform === "win32", env, ...options });
}
