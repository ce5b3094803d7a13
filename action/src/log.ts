import { type Message, render } from "../../server/src/base/message.ts";

/** Says something in the log of the job and at the top of its page. */
export function annotate(level: "error" | "notice" | "warning", message: Message | string): void {
  const text = typeof message === "string" ? message : render(message);
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  process.stdout.write(`::${level} title=Training Spec::${escaped}\n`);
}

/** Words of the command line to the person who runs it: a problem is shown on the page, a note stands in the log. */
export function passWords(stderr: string, level: "error" | "warning"): void {
  for (const line of stderr.split("\n").filter((each) => each.trim() !== "")) {
    const problem = /^problem: (.*)$/.exec(line)?.[1];
    if (problem !== undefined) annotate(level, problem);
    else process.stdout.write(`- ${line}\n`);
  }
}
