import { inspect } from "node:util";
import { say } from "../base/message.ts";
import { VERSION } from "../base/version.ts";
import type { Tell } from "./command.ts";
import type { Io } from "./io.ts";
import { render } from "./language.ts";
import { visible } from "./terminal/display.ts";
import type { Paint } from "./terminal/paint.ts";

const ISSUES = "https://github.com/training-spec/training-spec/issues";

/** Words to the person on stderr, one line each. */
export function tellThrough(io: Io, paint: Paint): Tell {
  return {
    problem: (text) => io.stderr.write(`${paint.error(`${render(say`problem`)}:`)} ${visible(text)}\n`),
    note: (text) => io.stderr.write(`${paint.hint(`${render(say`note`)}:`)} ${visible(text)}\n`),
  };
}

/** What to say when we ourselves are broken, with all that a report of it needs. */
export async function tellBug(error: unknown, args: readonly string[], io: Io): Promise<void> {
  const lines = [
    "Training Spec has a bug, and stopped. Your files are as they were.",
    `Please report it at ${ISSUES} with the following text:`,
    "",
    `training-spec ${VERSION}, Node ${process.version}, ${process.platform}-${process.arch}`,
    `arguments: ${inspect(args, { breakLength: Infinity })}`,
    inspect(error),
  ];
  await io.stderr.write(`${lines.join("\n")}\n`);
}
