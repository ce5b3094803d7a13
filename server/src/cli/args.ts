import { parseArgs } from "node:util";
import { code, listOf, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";

/** An option of a command: how it is read, and its line in the help. */
export interface OptionSpec {
  readonly short?: string;
  /** What its value is called in the help; an option without one is on or off. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** A choice may be followed by `=` and a file. */
  readonly toFile?: true;
  /** Its value may be left out: `--changed` or `--changed main`. What names a file is then an operand. */
  readonly optional?: true;
  /** May be given more than once. */
  readonly multiple?: true;
  readonly help: string;
  /** Understood, because people try it, and left out of the help. */
  readonly hidden?: true;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface Arguments {
  /** Each option that was given, with its values in order; one that is on or off has none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** Reads the arguments of a command, or says what is wrong with the first one that is. */
export function readArguments(
  args: readonly string[],
  specs: OptionSpecs,
  isOperand: (text: string) => boolean = () => false,
): Arguments | Message {
  const { tokens } = parseArgs({
    args: withValues(args, specs, isOperand),
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { short, value }]) => [
        name,
        { type: value === undefined ? "boolean" : "string", ...(short ? { short } : {}) } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const problem = problemWith(token, specs, options);
    if (problem) return problem;
    options.set(token.name, [...(options.get(token.name) ?? []), ...(token.value === undefined ? [] : [token.value])]);
  }
  return { options, operands };
}

/** Joins an option whose value may be left out with its value, or with an empty one. */
function withValues(args: readonly string[], specs: OptionSpecs, isOperand: (text: string) => boolean): string[] {
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--") return [...joined, ...args.slice(at)];
    const next = args[at + 1];
    if (!arg.startsWith("--") || !specs[arg.slice(2)]?.optional) joined.push(arg);
    else if (next === undefined || next.startsWith("-") || isOperand(next)) joined.push(`${arg}=`);
    else {
      joined.push(`${arg}=${next}`);
      at++;
    }
  }
  return joined;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function problemWith(
  { name, rawName, value, inlineValue }: OptionToken,
  specs: OptionSpecs,
  given: ReadonlyMap<string, unknown>,
): Message | undefined {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (!spec) return unknownOption(rawName, specs);
  if (spec.value === undefined)
    return value === undefined ? undefined : say`${code(rawName)} takes no value, and ${code(value)} is given.`;
  // `--format --quiet`: the next option was taken for the value. After `=` nothing is taken by mistake.
  const isNextOption = !inlineValue && value?.startsWith("-") && value !== "-";
  if (value === undefined || (value === "" && !spec.optional) || isNextOption)
    return say`${code(rawName)} needs a value: ${code(`${rawName} ${spec.value}`)}.`;
  if (given.has(name) && !spec.multiple) return say`${code(rawName)} is given twice.`;
  const choice = spec.toFile ? (value.split("=")[0] ?? "") : value;
  if (spec.choices && !spec.choices.includes(choice)) {
    const meant = nearest(choice, spec.choices);
    const expected = say`${code(rawName)} takes ${listOf(spec.choices)}, not ${code(choice)}.`;
    return meant ? say`${expected} Did you mean ${code(meant)}?` : expected;
  }
  return undefined;
}

function unknownOption(written: string, specs: OptionSpecs): Message {
  const meant = written.startsWith("--") ? nearest(written.slice(2), Object.keys(specs)) : undefined;
  const problem = say`No option is named ${code(written)}.`;
  return meant ? say`${problem} Did you mean ${code(`--${meant}`)}?` : problem;
}
