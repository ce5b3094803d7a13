/** How a run ended, as scripts see it. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

export const CLEAN = 0;
/** There are findings at or above `--fail-on`. */
export const FINDINGS = 1;
/** Asked in a way that nobody understands, or something around us fails: a file, a folder, a full disk. */
export const USAGE = 2;
/** A bug in Training Spec. */
export const BUG = 3;
/** Somebody pressed Ctrl-C. */
export const INTERRUPTED = 130;
