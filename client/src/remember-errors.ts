import type { LogOutputChannel } from "vscode";

const MOST = 20;

/** The same output, which notes the last errors that are written to it, the newest at the end. */
export function rememberErrors(output: LogOutputChannel, errors: string[]): LogOutputChannel {
  const error = (what: string | Error, ...more: unknown[]): void => {
    const text = what instanceof Error ? (what.stack ?? what.message) : what;
    errors.push(`${new Date().toISOString()} ${text}`);
    if (errors.length > MOST) errors.shift();
    output.error(what, ...more);
  };
  return Object.create(output, { error: { value: error } }) as LogOutputChannel;
}
