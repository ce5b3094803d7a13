import { type Day, parseDay } from "./date.ts";

const MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "januar", "jänner"],
  ["february", "feb", "februar"],
  ["march", "mar", "märz", "mrz"],
  ["april", "apr"],
  ["may", "mai"],
  ["june", "jun", "juni"],
  ["july", "jul", "juli"],
  ["august", "aug"],
  ["september", "sep", "sept"],
  ["october", "oct", "oktober", "okt"],
  ["november", "nov"],
  ["december", "dec", "dezember", "dez"],
];

/**
 * The day that people write in one of many ways, where it can be but one: `2027-02-01`, `2027/2/1`, `1.2.2027` (dots put
 * the day first), `25/12/2027`, `Feb 1, 2027`, `1. Februar 2027`. Undefined for `1/2/2027`, which is two days, and for all
 * that names none.
 */
export function readWrittenDay(written: string): Day | undefined {
  const text = written.trim().replace(/[ T]00:00(:00)?(\.0+)?Z?$/, "");
  const numbers = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text.replaceAll(". ", "."));
  if (numbers) return ofNumbers(numbers[1] ?? "", numbers[3] ?? "", numbers[4] ?? "", numbers[2] ?? "");
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  if (words.length !== 3 || /[^\p{L}\d\s.,-]/u.test(text)) return undefined;
  const month = words.findIndex((word) => monthOf(word) !== undefined);
  const year = words.findIndex((word) => /^\d{4}$/.test(word));
  const day = words.findIndex((word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word));
  if (month < 0 || year < 0 || day < 0) return undefined;
  return dayOf(words[year] ?? "", String(monthOf(words[month] ?? "")), String(Number.parseInt(words[day] ?? "", 10)));
}

function ofNumbers(one: string, two: string, three: string, mark: string): Day | undefined {
  if (one.length === 4) return dayOf(one, two, three);
  if (three.length !== 4 || one.length > 2) return undefined;
  if (mark !== "/") return mark === "." ? dayOf(three, two, one) : oneReading(one, two, three);
  return oneReading(one, two, three);
}

/** Day first or month first: the reading that names a day, where the other names none or the same. */
function oneReading(one: string, two: string, year: string): Day | undefined {
  const readings = new Set([dayOf(year, two, one), dayOf(year, one, two)].filter((day) => day !== undefined));
  return readings.size === 1 ? [...readings][0] : undefined;
}

function dayOf(year: string, month: string, day: string): Day | undefined {
  return parseDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

function monthOf(word: string): number | undefined {
  const index = MONTHS.findIndex((names) => names.includes(word));
  return index < 0 ? undefined : index + 1;
}
