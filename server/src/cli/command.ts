import type { Arguments, OptionSpecs } from "./args.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import type { Paint } from "./terminal/paint.ts";

/** What one word after `training-spec` does. Its module is loaded when the word is used (`commands.ts`). */
export interface Command {
  /** After the command's name, in its usage line. */
  readonly operands: string;
  readonly options: OptionSpecs;
  /** All that may stand behind its name, where that is not files. */
  readonly words?: readonly string[];
  /** What it does, below its usage line. */
  readonly about: string;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** Further sections of the help: exit codes and the like. */
  readonly notes?: readonly { readonly title: string; readonly lines: readonly (readonly [string, string])[] }[];
  run(call: Call): Promise<ExitCode>;
}

/** A command as it is listed. */
export interface CommandEntry {
  readonly summary: string;
  /** A command is loaded when it is used: what it needs costs the others nothing. */
  load(): Promise<Command>;
}

export interface Call extends Arguments {
  readonly io: Io;
  /** All commands by name. */
  readonly commands: Readonly<Record<string, CommandEntry>>;
  /** Colors for what goes to stdout. */
  readonly paint: Paint;
  /** Says something to the person on stderr. */
  readonly tell: Tell;
}

export interface Tell {
  /** Something is wrong with what was asked or what is around us. */
  problem(text: string): Promise<void>;
  /** Something worth knowing. */
  note(text: string): Promise<void>;
}
