import { type Day, parseDay } from "../base/date.ts";
import { code, listOf, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { GROUPS, type Group, isGroup } from "./result-columns.ts";

/** What a cell holds, or what is wrong with it and how to mend it. */
export type Read<T> =
  | { readonly value: T }
  | { readonly message: Message; readonly help: Message; readonly to?: string };

export type DecimalMark = "." | ",";

/** How the numbers of a file are written; the first number with a mark settles it for all. */
export interface NumberStyle {
  readonly separator: string;
  readonly decimal: DecimalMark | undefined;
}

/** The decimal mark of a written number; undefined where it has none. */
export function decimalMarkIn(text: string): DecimalMark | undefined {
  if (/^[+-]?\d+,\d+$/.test(text)) return ",";
  return /^[+-]?\d+\.\d+(e[+-]?\d+)?$/i.test(text) ? "." : undefined;
}

/** Numbers that can be calculated with. */
const LARGEST = 1e15;

export function readNumber(column: string, text: string, { separator, decimal }: NumberStyle): Read<number> {
  const mark = decimalMarkIn(text);
  if (mark === "," && separator === ",") {
    return {
      message: say`${code(text)} has a decimal comma, and this file separates its columns with commas.`,
      help: say`Write the number with a point, or the whole file with semicolons between the columns.`,
      to: text.replace(",", "."),
    };
  }
  if (mark !== undefined && decimal !== undefined && mark !== decimal) {
    return {
      message: say`${code(text)} could be read in two ways: the numbers above it are written with ${code(decimal)}.`,
      help: say`Write all numbers of a file with the same decimal mark, and none to set thousands apart.`,
    };
  }
  const plain = mark === "," ? text.replace(",", ".") : text;
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) {
    const value = Number(plain);
    if (Number.isFinite(value) && Math.abs(value) <= LARGEST) return { value };
    return {
      message: say`${code(text)} is too large a number.`,
      help: say`Check it for a slip of the pen; nothing that is measured at work has more than 15 digits.`,
    };
  }
  return notANumber(column, text);
}

function notANumber(column: string, text: string): Read<number> {
  const help = say`A cell under ${code(column)} holds a number alone, such as ${code("72.6")}; its unit is that of the measure.`;
  const split = /^([+-]?\d+(?:[.,]\d+)?)\s*([^\d.,\s].*)$/.exec(text);
  if (split) {
    const [, number = "", rest = ""] = split;
    return {
      message: say`Only a number can stand here, without a unit: ${code(number)}, not ${code(text)}.`,
      help: say`${help} Where ${code(rest)} is another unit, turn the number into that of the measure.`,
      ...(rest.trim() === "%" ? { to: number } : {}),
    };
  }
  if (/^[+-]?\d{1,3}([.,'’ \u00a0\u202f]\d{3})+([.,]\d+)?$/.test(text)) {
    return { message: say`${code(text)} has marks that set its thousands apart.`, help: say`Write the digits alone.` };
  }
  if (/^[+-]?(nan|inf(inity)?|n\/?a|null|none|-+|#\S+)$/i.test(text)) {
    return {
      message: say`${code(text)} is no number.`,
      help: say`What was not measured has no row: remove the row, or write the number when it is known.`,
    };
  }
  return { message: say`Expected a number under ${code(column)}, not ${code(text)}.`, help };
}

export function readDay(column: string, text: string): Read<Day> {
  const day = parseDay(text);
  if (day !== undefined) return { value: day };
  const help = say`A day is written year, month, day: ${code("2027-02-01")}.`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { message: say`There is no day ${code(text)}.`, help };
  const iso = /^(\d{4})-(\d{2})-(\d{2})T/.exec(text);
  if (iso) {
    return { message: say`Only the day can stand here, without a time: ${code(text)}.`, help, to: text.slice(0, 10) };
  }
  const local = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(text);
  return {
    message: local
      ? say`${code(text)} could be more than one day, depending on the country.`
      : say`Expected a day under ${code(column)}, not ${code(text)}.`,
    help,
  };
}

export function readGroup(text: string): Read<Group> {
  const word = text.toLowerCase();
  if (isGroup(word)) return { value: word };
  const meant = MEANT.get(word) ?? nearest(word, GROUPS);
  return {
    message: meant
      ? say`${code(text)} is no group. Did you mean ${code(meant)}?`
      : say`${code(text)} is no group: expected ${listOf(GROUPS)}.`,
    help: say`${code("trained")} are those who are trained, ${code("comparison")} those they are compared with, ${code("all")} both together.`,
    ...(meant ? { to: meant } : {}),
  };
}

const MEANT: ReadonlyMap<string, Group> = new Map([
  ["control", "comparison"],
  ["control-group", "comparison"],
  ["waiting", "comparison"],
  ["treatment", "trained"],
  ["treated", "trained"],
  ["intervention", "trained"],
  ["training", "trained"],
  ["total", "all"],
  ["everyone", "all"],
]);
