import type { Arguments, OptionSpecs } from "./args.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import type { Paint } from "./terminal/paint.ts";

/** What one word after `training-spec` does. Its module is loaded when the word is used (`commands.ts`). */
export interface Command {
  /** After the command's name, in its usage line. */
  readonly operands: string;
  readonly options: OptionSpecs;
  /** What it does, below its usage line. */
  readonly about: string;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** Further sections of the help: exit codes and the like. */
  readonly notes?: readonly { readonly title: string; readonly lines: readonly (readonly [string, string])[] }[];
  run(call: Call): Promise<ExitCode>;
}

export interface Call extends Arguments {
  readonly io: Io;
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
