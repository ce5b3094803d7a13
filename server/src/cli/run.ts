import { existsSync } from "node:fs";
import path from "node:path";
import { code, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { VERSION } from "../base/version.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { COMMON_OPTIONS } from "./common-options.ts";
import { BUG, CLEAN, type ExitCode, USAGE } from "./exit-code.ts";
import { commandHelp, overview } from "./help.ts";
import type { Io } from "./io.ts";
import { render, speaking } from "./language.ts";
import { flushed, languageOf, readCall } from "./read-call.ts";
import { tellBug, tellThrough } from "./tell.ts";
import { paintFor } from "./terminal/paint.ts";

/** The command line as a function: what was typed → how it ended. Everything else goes through `io`. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await speaking(languageOf(args, io), async () => flushed(await dispatch(args, io), io));
  } catch (error) {
    await tellBug(error, args, io);
    return BUG;
  }
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
  const read = readCall(args, command.options, io);
  if ("key" in read) return refuse(io, read, `training-spec ${name} --help`);
  if (!read.options.has("help")) return command.run({ ...read, commands: COMMANDS });
  await io.stdout.write(commandHelp(name, command, { ...command.options, ...COMMON_OPTIONS }, read.paint));
  return CLEAN;
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
