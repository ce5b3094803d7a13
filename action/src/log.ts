import { type Message, render, say } from "../../server/src/base/message.ts";

/** Says something in the log of the job and at the top of its page. */
export function annotate(level: "error" | "notice" | "warning", message: Message | string): void {
  const text = typeof message === "string" ? message : render(message);
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  process.stdout.write(`::${level} title=Training Spec::${escaped}\n`);
}

/**
 * Words of the command line to the person who runs it: the first problem is shown on the page, because GitHub shows only
 * some; the others and all notes stand in the log.
 */
export function passWords(stderr: string, level: "error" | "warning"): void {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const problems = lines.filter((line) => line.startsWith(PROBLEM));
  // A dash comes first, so that no name of a file makes a command of it.
  for (const line of lines) if (line !== problems[0]) process.stdout.write(`- ${line}\n`);
  const [first, ...more] = problems.map((line) => line.slice(PROBLEM.length));
  if (first === undefined) return;
  annotate(level, more.length === 0 ? first : say`${first} ${more.length} more such problems are in the log.`);
}

const PROBLEM = "problem: ";
