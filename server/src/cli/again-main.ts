import { sayAgain } from "./again.ts";
import { BUG } from "./exit-code.ts";
import { processIo } from "./process-io.ts";

// As in `main.ts`: a run that never settles is a bug.
process.exitCode = BUG;

/** Whether the last run has been said again, and all is done. */
export const isSaid: Promise<boolean> = sayAgain(process.argv.slice(3), processIo()).then((exit) => {
  if (exit !== undefined) process.exitCode = exit;
  return exit !== undefined;
});
