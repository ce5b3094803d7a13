import { BUG } from "./exit-code.ts";
import { processIo } from "./process-io.ts";
import { run } from "./run.ts";

// What escapes `run` is a bug too; Node alone would say 1, which is the code for findings.
process.once("uncaughtException", (error) => {
  console.error(error);
  process.exit(BUG);
});
// Set and not called, so that everything written still reaches a pipe. A run that never settles is a bug.
process.exitCode = BUG;
void run(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
