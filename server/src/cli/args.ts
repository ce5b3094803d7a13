import { parseArgs } from "node:util";
import { code, listOf, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";

/** An option of a command: how it is read, and its line in the help. */
export interface OptionSpec {
  readonly short?: string;
  /** What its value is called in the help; an option without one is on or off. */
  readonly value?: string;
  readonly choices?: readonly string[];
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
export function readArguments(args: readonly string[], specs: OptionSpecs): Arguments | Message {
  const { tokens } = parseArgs({
    args: [...args],
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
  if (value === undefined || value === "" || isNextOption)
    return say`${code(rawName)} needs a value: ${code(`${rawName} ${spec.value}`)}.`;
  if (given.has(name) && !spec.multiple) return say`${code(rawName)} is given twice.`;
  if (spec.choices && !spec.choices.includes(value)) {
    const meant = nearest(value, spec.choices);
    const expected = say`${code(rawName)} takes ${listOf(spec.choices)}, not ${code(value)}.`;
    return meant ? say`${expected} Did you mean ${code(meant)}?` : expected;
  }
  return undefined;
}

function unknownOption(written: string, specs: OptionSpecs): Message {
  const meant = written.startsWith("--") ? nearest(written.slice(2), Object.keys(specs)) : undefined;
  const problem = say`No option is named ${code(written)}.`;
  return meant ? say`${problem} Did you mean ${code(`--${meant}`)}?` : problem;
}
