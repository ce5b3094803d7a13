import { existsSync } from "node:fs";
import path from "node:path";
import { code, type Message, say, type Translation } from "../base/message.ts";
import { type OptionSpecs, readArguments } from "./args.ts";
import type { Call } from "./command.ts";
import { COMMON_OPTIONS } from "./common-options.ts";
import { type ExitCode, USAGE } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { language, render } from "./language.ts";
import { tellThrough } from "./tell.ts";
import { type ColorChoice, paintFor } from "./terminal/paint.ts";

/** The language of a run. Known before anything is said, so that what is wrong with the arguments is said in it, too. */
export function languageOf(args: readonly string[], { env, translation }: Io): Translation | undefined {
  const at = args.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
  const asked = at < 0 ? env.TRAINING_SPEC_LANGUAGE : (args[at]?.split("=")[1] ?? args[at + 1]);
  return asked ? translation?.(asked) : undefined;
}

/** What was typed behind the name of a command that takes these options, or what is wrong with it. */
export function readCall(args: readonly string[], options: OptionSpecs, io: Io): Omit<Call, "commands"> | Message {
  const isPath = (text: string) => existsSync(path.resolve(io.cwd, text)) || /[*{[]/.test(text);
  const read = readArguments(args, { ...options, ...COMMON_OPTIONS }, isPath);
  if ("key" in read) return read;
  const asked = read.options.get("language")?.[0];
  if (asked !== undefined && !/^en\b/.test(asked) && !language().translation)
    return say`There are no texts in the language ${code(asked)}.`;
  const color = (read.options.has("no-color") ? "never" : (read.options.get("color")?.[0] ?? "auto")) as ColorChoice;
  const paint = paintFor(color, io, io.stdout);
  return { ...read, io, paint, tell: tellThrough(io, paintFor(color, io, io.stderr)) };
}

/** How a run ended whose output has to reach somebody. */
export async function flushed(exit: ExitCode, io: Io): Promise<ExitCode> {
  if (io.stdout.failure === undefined) return exit;
  const problem = say`The output could not be written (${io.stdout.failure}).`;
  await tellThrough(io, paintFor("auto", io, io.stderr)).problem(render(problem));
  return USAGE;
}
