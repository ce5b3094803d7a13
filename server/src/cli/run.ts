import { existsSync } from "node:fs";
import path from "node:path";
import { code, type Message, say, type Translation } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { VERSION } from "../base/version.ts";
import { readArguments } from "./args.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { COMMON_OPTIONS } from "./common-options.ts";
import { BUG, CLEAN, type ExitCode, USAGE } from "./exit-code.ts";
import { commandHelp, overview } from "./help.ts";
import type { Io } from "./io.ts";
import { language, render, speaking } from "./language.ts";
import { tellBug, tellThrough } from "./tell.ts";
import { type ColorChoice, paintFor } from "./terminal/paint.ts";

/** The command line as a function: what was typed → how it ended. Everything else goes through `io`. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await speaking(languageOf(args, io), () => dispatchAndFlush(args, io));
  } catch (error) {
    await tellBug(error, args, io);
    return BUG;
  }
}

async function dispatchAndFlush(args: readonly string[], io: Io): Promise<ExitCode> {
  const exit = await dispatch(args, io);
  if (io.stdout.failure === undefined) return exit;
  const problem = say`The output could not be written (${io.stdout.failure}).`;
  await tellThrough(io, paintFor("auto", io, io.stderr)).problem(render(problem));
  return USAGE;
}

/** Known before anything is said, so that what is wrong with the arguments is said in it, too. */
function languageOf(args: readonly string[], { env, translation }: Io): Translation | undefined {
  const at = args.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
  const asked = at < 0 ? env.TRAINING_SPEC_LANGUAGE : (args[at]?.split("=")[1] ?? args[at + 1]);
  return asked ? translation?.(asked) : undefined;
}

async function dispatch(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === undefined) {
    await io.stderr.write(overview(paintFor("auto", io, io.stderr)));
    return USAGE;
  }
  if (first === "--version" || first === "-v" || first === "-V") {
    await io.stdout.write(`${VERSION}\n`);
    return CLEAN;
  }
  const isHelp = first === "--help" || first === "-h" || first === "help";
  const name = isHelp ? rest[0] : first;
  if (name === undefined) {
    await io.stdout.write(overview(paintFor("auto", io, io.stdout)));
    return CLEAN;
  }
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.load() : undefined;
  if (!command) return refuse(io, unknownCommand(name, io), "training-spec --help");
  return call(name, command, isHelp ? ["--help"] : rest, io);
}

async function call(name: string, command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  const specs = { ...command.options, ...COMMON_OPTIONS };
  const isPath = (text: string) => existsSync(path.resolve(io.cwd, text)) || /[*{[]/.test(text);
  const read = readArguments(args, specs, isPath);
  if ("key" in read) return refuse(io, read, `training-spec ${name} --help`);
  const asked = read.options.get("language")?.[0];
  if (asked !== undefined && !/^en\b/.test(asked) && !language().translation)
    return refuse(io, say`There are no texts in the language ${code(asked)}.`, `training-spec ${name} --help`);
  const color = (read.options.has("no-color") ? "never" : (read.options.get("color")?.[0] ?? "auto")) as ColorChoice;
  const paint = paintFor(color, io, io.stdout);
  if (read.options.has("help")) {
    await io.stdout.write(commandHelp(name, command, specs, paint));
    return CLEAN;
  }
  return command.run({ ...read, io, commands: COMMANDS, paint, tell: tellThrough(io, paintFor(color, io, io.stderr)) });
}

async function refuse(io: Io, problem: Message, help: string): Promise<ExitCode> {
  const tell = tellThrough(io, paintFor("auto", io, io.stderr));
  await tell.problem(render(say`${problem} ${code(help)} shows what there is.`));
  return USAGE;
}

function unknownCommand(name: string, io: Io): Message {
  if (name.startsWith("-")) return say`A command comes first, and ${code(name)} is an option.`;
  const meant = nearest(name, Object.keys(COMMANDS));
  if (meant) return say`No command is named ${code(name)}. Did you mean ${code(meant)}?`;
  const isPath = existsSync(path.resolve(io.cwd, name));
  if (isPath) return say`No command is named ${code(name)}. Did you mean ${code(`training-spec lint ${name}`)}?`;
  return say`No command is named ${code(name)}.`;
}
