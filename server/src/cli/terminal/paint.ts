import type { Io, Output } from "../io.ts";

/** Puts color around words, or leaves them as they are. */
export type Paint = Readonly<Record<Style, (text: string) => string>>;

export type Style = keyof typeof CODES;

export type ColorChoice = "auto" | "always" | "never";

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  error: [31, 39],
  warning: [33, 39],
  hint: [36, 39],
  good: [32, 39],
  code: [36, 39],
} as const;

/** The colors for one of the outputs. */
export function paintFor(choice: ColorChoice, { env }: Io, { isTerminal }: Output): Paint {
  return paintWith(wantsColor(choice, env, isTerminal));
}

function paintWith(colors: boolean): Paint {
  const painters = Object.entries(CODES).map(([style, [on, off]]) => [
    style,
    colors ? (text: string) => (text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`) : (text: string) => text,
  ]);
  return Object.fromEntries(painters) as Paint;
}

/** `--color` first, then FORCE_COLOR and NO_COLOR as Node reads them, then what the terminal can do. */
function wantsColor(
  choice: ColorChoice,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (choice !== "auto") return choice === "always";
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = env;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return isTerminal && terminal !== "dumb";
}
