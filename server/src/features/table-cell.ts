import { formatDay } from "../base/date.ts";
import { readWrittenDay } from "../base/written-day.ts";
import { asScalar } from "../syntax/quote.ts";
import type { TableColumn } from "./table-columns.ts";

/** What a cell becomes: YAML, and what was set apart from it. */
export interface CellValue {
  readonly yaml: string;
  /** The unit that stood behind a number. */
  readonly unit?: string;
  /** It could not be read as what belongs there, and stands as it was. */
  readonly unread?: true;
}

export type Decimals = "comma" | "point";

/** Cells in which people say that there is nothing. */
export function isEmptyCell(text: string): boolean {
  return /^(|-|–|—|\?|n\/?a\.?)$/i.test(text.trim());
}

/** How a table writes its decimals: as the first number that can be read in one way alone. */
export function decimalsOf(cells: readonly string[]): Decimals {
  for (const cell of cells) {
    const number = /[\d.,]*\d/.exec(cell)?.[0] ?? "";
    if (/^\d+,\d{1,2}$|^\d+,\d{4,}$|^\d{1,3}(\.\d{3})+,\d+$|^\d{1,3}(\.\d{3}){2,}$/.test(number)) return "comma";
    if (/^\d+\.\d{1,2}$|^\d+\.\d{4,}$|^\d{1,3}(,\d{3})+\.\d+$|^\d{1,3}(,\d{3}){2,}$/.test(number)) return "point";
  }
  return "point";
}

/** The value of a cell that is not empty, as the column wants it; left as text where that cannot be told. */
export function cellValue(column: TableColumn, cell: string, decimals: Decimals, inFlow: boolean): CellValue {
  const text = cell.trim();
  const asText = { yaml: asScalar(oneLine(text), inFlow) };
  if (column.choices.length > 0) {
    const choice = choiceOf(column, text);
    return choice === undefined ? { ...asText, unread: true } : { yaml: asScalar(choice, inFlow) };
  }
  switch (column.type) {
    case "number":
      return numberOf(text, decimals) ?? { ...asText, unread: true };
    case "date": {
      const day = readWrittenDay(text);
      return day === undefined ? { ...asText, unread: true } : { yaml: formatDay(day) };
    }
    case "time": {
      const time = timeOf(text);
      return time === undefined ? { ...asText, unread: true } : { yaml: time };
    }
    default:
      return asText;
  }
}

/** YAML of a spec has no room for line breaks within an entry of a list in Excel: they become a space. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").replace(/\t/g, " ");
}

const CURRENCY = /^(\$|€|£|¥|USD|EUR|GBP|CHF)$/i;

function numberOf(text: string, decimals: Decimals): CellValue | undefined {
  const found = /^(?:([$€£¥]|[A-Z]{3})\s*)?([-+−]?[\d][\d.,'’   ]*|[-+−]?\.\d+)\s*(.*)$/u.exec(text);
  if (!found) return undefined;
  const [, before = "", written = "", after = ""] = found;
  const number = plainNumber(written.trim(), decimals);
  const unit = before || after;
  if (number === undefined || (before !== "" && after !== "") || /^\d|^[-–/]/.test(unit) || unit.length > 24)
    return undefined;
  if (unit === "") return { yaml: number };
  return { yaml: number, unit: CURRENCY.test(unit) ? "currency" : unit };
}

/** Digits with a point, whatever sets decimals and thousands apart. */
function plainNumber(written: string, decimals: Decimals): string | undefined {
  const sign = /^[-−]/.test(written) ? "-" : "";
  let digits = written.replace(/^[-+−]/, "").replace(/['’   ]/g, "");
  const [one, other] = decimals === "comma" ? [",", "."] : [".", ","];
  const grouped = other === "." ? /^\d{1,3}(\.\d{3})+(,\d+)?$/ : /^\d{1,3}(,\d{3})+(\.\d+)?$/;
  if (grouped.test(digits)) digits = digits.replaceAll(other, "");
  digits = digits.replace(one, ".");
  return /^(\d+(\.\d+)?|\.\d+)$/.test(digits) ? sign + digits.replace(/^\./, "0.") : undefined;
}

/** `2027-02-01`, `launch + 90 days`, `90 days after launch`, `2 weeks before launch`, `at launch`. */
function timeOf(text: string): string | undefined {
  const day = readWrittenDay(text);
  if (day !== undefined) return formatDay(day);
  const plain = text.toLowerCase().replace(/\s+/g, " ").replace("−", "-");
  if (/^(at |on )?(the )?(launch|go-?live|start)( day)?$/.test(plain)) return "launch";
  const counted = /^(?:launch|go-?live) ?([+-]) ?(\d+) (day|week|month)s?$/.exec(plain);
  if (counted) return `launch ${counted[1]} ${counted[2]} ${counted[3]}s`;
  const told =
    /^(\d+) (day|week|month)s? (after|before|post|past|prior to)(?: the)?(?: launch| go-?live| training| start)?$/.exec(
      plain,
    );
  if (!told) return undefined;
  return `launch ${/before|prior/.test(told[3] ?? "") ? "-" : "+"} ${told[1]} ${told[2]}s`;
}

const MEANT: readonly (readonly [choice: string, words: RegExp])[] = [
  ["remember", /^(remember|recall|know|l?1)/],
  ["understand", /^(understand|comprehen)/],
  ["apply", /^(apply|appl)/],
  ["analyze", /^analy/],
  ["evaluate", /^evaluat/],
  ["create", /^(creat|synthes)/],
  ["before", /^(pre\b|pre-|baseline|before)/],
  ["during", /^(during|interim|mid)/],
  ["after", /^(post|after|follow)/],
  ["higher", /^(higher|up|increase|more|raise|↑|max)/],
  ["lower", /^(lower|down|decrease|reduc|less|fewer|↓|min)/],
  ["hold", /^(hold|keep|stable|maintain)/],
  ["proportion", /^(proportion|percent|share|ratio of cases|%)/],
  ["mean", /^(mean|average|avg)/],
  ["rate", /^rate/],
  ["quiz", /^(quiz|test|exam|multiple choice|knowledge)/],
  ["survey", /^(survey|smile|questionnaire)/],
  ["simulation", /^(simulation|role ?-?play)/],
  ["observation", /^(observ|check ?list)/],
  ["work-sample", /^(work[ -]?sample|work product|portfolio|project)/],
  ["scenario", /^(scenario|case)/],
  ["primary", /^(primary|main|lead metric)/],
  ["guardrail", /^(guard|counter)/],
  ["secondary", /^second/],
  ["leading", /^leading/],
];

function choiceOf({ choices }: TableColumn, text: string): string | undefined {
  const plain = text.toLowerCase().trim();
  const same = choices.find((choice) => choice === plain.replaceAll(" ", "-"));
  return same ?? MEANT.find(([choice, words]) => choices.includes(choice) && words.test(plain))?.[0];
}
