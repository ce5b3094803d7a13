import { formatDay, parseDay } from "../base/date.ts";
import { code, listOf, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { parse } from "../syntax/parse.ts";
import { asScalar } from "../syntax/quote.ts";
import { type Cell, cellText, listText } from "./cell.ts";
import type { ColumnShape } from "./table-shape.ts";
import type { TableCell } from "./table-text.ts";

/** What a cell that somebody may have changed says, beside what stands in the spec. */
export type CellReading =
  | { readonly is: "same" }
  | { readonly is: "cleared" }
  /** As YAML writes it in one line; `inFlow` within brackets. */
  | { readonly is: "new"; yaml(inFlow: boolean): string }
  | { readonly is: "wrong"; readonly problem: Message };

const SAME: CellReading = { is: "same" };

/** Reads a cell as its column is meant. What a spreadsheet makes of a value without anybody's doing is no change. */
export function readValue(cell: TableCell, before: Cell, column: ColumnShape): CellReading {
  const text = tidy(cell.text);
  const old = tidy(cellText(before));
  if (text === old) return SAME;
  if (before.kind === "locked")
    return wrong(say`The spec holds something here that a cell cannot: change it in the spec.`);
  if (text === "") return { is: "cleared" };
  switch (column.holds) {
    case "number":
      return readNumber(cell, before);
    case "rate":
      return /\d/.test(text.charAt(0)) ? readNumber(cell, before) : plain(text, old);
    case "date":
      return readDate(cell, before);
    case "time":
      return /^launch\b/i.test(text) ? plain(text, old) : readDate(cell, before);
    case "boolean":
      return readBoolean(text, old);
    case "choice":
      return readChoice(text, old, column.values ?? []);
    case "names":
    case "texts":
      return readList(text, old, column.holds);
    default:
      return cell.day === undefined ? plain(text, old) : wrong(MADE_A_DAY);
  }
}

const MADE_A_DAY = say`A spreadsheet has made a day of this text: format the cell as text, and write it again.`;

function wrong(problem: Message): CellReading {
  return { is: "wrong", problem };
}

/** Blanks around a text and the way its lines break are no part of it. */
function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

function plain(text: string, old: string): CellReading {
  return text === old ? SAME : { is: "new", yaml: (inFlow) => asScalar(text, inFlow) };
}

function readNumber({ text, number, decimal }: TableCell, before: Cell): CellReading {
  const old = before.kind === "number" ? before.number : undefined;
  const read = number === undefined ? numbersIn(text.trim(), decimal) : [number];
  if (old !== undefined && read.some((each) => isClose(each, old))) return SAME;
  const [only, ...others] = read;
  if (number !== undefined && old !== undefined && isShareOf(number, old))
    return wrong(
      say`${code(text)} stands here and the spec has ${code(String(old))}: where a spreadsheet has made a share of a percentage, write the digits alone.`,
    );
  if (only === undefined)
    return wrong(say`Expected a number, not ${code(text.trim())}: write the digits alone, without a unit.`);
  if (others.length > 0)
    return wrong(
      say`${code(text.trim())} could be ${code(String(only))} or ${code(String(others[0]))}: write the digits alone.`,
    );
  return { is: "new", yaml: () => String(only) };
}

/** `73%` typed into a cell is 0.73 to a spreadsheet. */
function isShareOf(number: number, old: number): boolean {
  return Math.abs(old) >= 2 && number / old > 1 / 200 && number / old < 1 / 50;
}

/** A spreadsheet keeps 15 digits. */
function isClose(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) <= 1e-14 * Math.abs(other);
}

/** What a written number may mean; nothing where it is none. With a percent sign it may be the share or its hundredfold. */
function numbersIn(text: string, decimal: TableCell["decimal"]): readonly number[] {
  const percent = /^(.*\S)\s*%$/.exec(text)?.[1];
  const bare = (percent ?? text).replace(/[\s\u00a0\u202f'’]/g, "");
  const found = new Set<number>();
  for (const mark of decimal === undefined ? ([".", ","] as const) : [decimal]) {
    const value = numberWith(bare, mark);
    if (value !== undefined) for (const each of percent === undefined ? [value] : [value, value / 100]) found.add(each);
  }
  return [...found];
}

function numberWith(text: string, mark: "." | ","): number | undefined {
  const group = mark === "." ? "," : ".";
  const isGrouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${mark}\\d+)?$`).test(text);
  const digits = isGrouped ? text.replaceAll(group, "") : text;
  const english = mark === "," ? digits.replace(",", ".") : digits;
  if (mark === "," && digits.includes(".")) return undefined;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(english) ? Number(english) : undefined;
}

function readDate({ text, day }: TableCell, before: Cell): CellReading {
  const written = text.trim();
  const read = day === undefined ? daysIn(written) : [formatDay(day)];
  const old = cellText(before).trim();
  if (read.includes(old)) return SAME;
  const [only, ...others] = read;
  if (only === undefined) return wrong(say`Expected a day such as ${code("2027-02-01")}, not ${code(written)}.`);
  if (others.length > 0)
    return wrong(
      say`${code(written)} could be ${code(only)} or ${code(others[0] ?? "")}: write it as year, month, day.`,
    );
  return { is: "new", yaml: (inFlow) => asScalar(only, inFlow) };
}

/** The days that a written day may mean: with points the day comes first, with slashes nobody knows. */
function daysIn(text: string): readonly string[] {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(text);
  if (iso) return existing([[iso[1], iso[2], iso[3]]]);
  const local = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!local) return [];
  const [, first, mark, second, year] = local;
  return existing(
    mark === "."
      ? [[year, second, first]]
      : [
          [year, first, second],
          [year, second, first],
        ],
  );
}

function existing(dates: readonly (readonly (string | undefined)[])[]): readonly string[] {
  const written = dates.map(([year, month, day]) => `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`);
  return [...new Set(written)].filter((text) => parseDay(text) !== undefined);
}

const YES: ReadonlySet<string> = new Set(["yes", "true", "1", "ja", "wahr", "oui", "vrai", "sí", "si"]);
const NO: ReadonlySet<string> = new Set(["no", "false", "0", "nein", "falsch", "non", "faux"]);

function readBoolean(text: string, old: string): CellReading {
  const word = text.toLowerCase();
  const value = YES.has(word) ? true : NO.has(word) ? false : undefined;
  if (value === undefined) return wrong(say`Expected ${code("yes")} or ${code("no")}, not ${code(text)}.`);
  if ((value ? YES : NO).has(old.toLowerCase())) return SAME;
  return { is: "new", yaml: () => (value ? "yes" : "no") };
}

function readChoice(text: string, old: string, values: readonly string[]): CellReading {
  const found = values.find((value) => value === text.toLowerCase());
  if (found === undefined) {
    const meant = nearest(text, values);
    const expected = say`Expected ${listOf(values)}, not ${code(text)}.`;
    return wrong(meant ? say`${expected} Did you mean ${code(meant)}?` : expected);
  }
  return plain(found, old);
}

function readList(text: string, old: string, holds: "names" | "texts"): CellReading {
  const items = itemsIn(text, holds);
  if (items === undefined) return wrong(say`${code(text)} is no list: write the items with semicolons between them.`);
  const before = itemsIn(old, holds) ?? [];
  const isSame = old !== "" && items.length === before.length && items.every((item, index) => item === before[index]);
  return isSame ? SAME : { is: "new", yaml: () => listText(items) };
}

function itemsIn(text: string, holds: "names" | "texts"): readonly string[] | undefined {
  if (!text.startsWith("[")) {
    const parts = text.split(holds === "names" ? /[;,\n]/ : /[;\n]/).map((part) => part.trim());
    return parts.filter((part) => part !== "");
  }
  const { root, problems } = parse("list", `version: 1\nlist: ${text.replace(/\n/g, " ")}\n`);
  const list = root?.kind === "map" ? root.pairs.at(-1)?.value : undefined;
  if (problems.length > 0 || list?.kind !== "list") return undefined;
  const items = list.items.map((item) =>
    item.kind === "scalar" && item.value !== null ? String(item.value) : undefined,
  );
  return items.every((item) => item !== undefined) ? items : undefined;
}
