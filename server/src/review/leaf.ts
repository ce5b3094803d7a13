import { formatDay } from "../base/date.ts";
import { formatNumber } from "../base/message.ts";
import type { Clause, Condition } from "../model/condition.ts";
import type { Cost, Estimate } from "../model/located.ts";
import type { Leaf } from "../model/lower.ts";
import type { Duration, Time } from "../model/time.ts";

/** What a name of the older side is called on the newer one. */
export type NameOf = (kind: string, name: string) => string;

/** Two values that mean the same have the same key: quotes, line breaks in a text and `1 year` for `12 months` do not count. */
export function meaningOf(value: unknown, leaf: Leaf, refersTo: string | undefined, nameOf: NameOf): string {
  switch (leaf) {
    case "reference":
      return nameOf(refersTo ?? "", String(value));
    case "estimate":
      return estimateKey(value as Estimate);
    case "cost":
      return costKey(value as Cost, nameOf);
    case "time":
      return timeKey(value as Time);
    case "duration":
      return durationKey(value as Duration);
    case "condition":
      return conditionKey(value as Condition, nameOf);
    default:
      return typeof value === "string" ? plain(value) : String(value);
  }
}

/** A value as a reader of a report sees it. */
export function wordsOfLeaf(value: unknown, leaf: Leaf): string {
  switch (leaf) {
    case "number":
    case "rate":
      return typeof value === "number" ? formatNumber(value) : String(value);
    case "boolean":
      return value === true ? "yes" : "no";
    case "date":
      return formatDay(value as number);
    case "time":
      return timeWords(value as Time);
    case "duration":
      return durationWords(value as Duration);
    case "estimate":
      return estimateWords(value as Estimate);
    case "cost":
      return costWords(value as Cost);
    default:
      return plain(String(value));
  }
}

/** Text as it reads: line breaks, indentation and the form of accents are no difference. */
export function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** The clauses of a condition; one that names no point takes the point of the clause before. */
export function resolvedClauses({ clauses }: Condition): readonly ResolvedClause[] {
  let point: string | undefined;
  return clauses.map((clause) => {
    point = clause.point?.value ?? point;
    return {
      measure: clause.measure.value,
      of: clause.of,
      comparison: clause.comparison,
      number: clause.number?.value,
      unit: clause.unit?.value,
      point,
    };
  });
}

export interface ResolvedClause {
  readonly measure: string;
  readonly of: Clause["of"];
  readonly comparison: Clause["comparison"];
  readonly number: number | undefined;
  readonly unit: string | undefined;
  readonly point: string | undefined;
}

function conditionKey(condition: Condition, nameOf: NameOf): string {
  const keys = resolvedClauses(condition).map(({ measure, of, comparison, number, point }) =>
    [nameOf("measure", measure), of, comparison, number, point && nameOf("point", point)].join(" "),
  );
  return `${keys.sort().join(" and ")}${condition.problem ? " and something unreadable" : ""}`;
}

function estimateKey({ likely, low, high }: Estimate): string {
  return `${low ?? likely} ${likely} ${high ?? likely}`;
}

function estimateWords({ likely, low, high }: Estimate): string {
  if (low === undefined && high === undefined) return formatNumber(likely);
  return `${formatNumber(likely)} (${formatNumber(low ?? likely)} to ${formatNumber(high ?? likely)})`;
}

function costKey(cost: Cost, nameOf: NameOf): string {
  if (cost.kind === "amount") return estimateKey(cost.amount);
  const rate = cost.hourlyRate?.value;
  return [cost.people?.value, cost.hours?.value, typeof rate === "string" ? nameOf("rate", rate) : rate].join(" × ");
}

function costWords(cost: Cost): string {
  if (cost.kind === "amount") return estimateWords(cost.amount);
  const number = (value: number | undefined): string => (value === undefined ? "?" : formatNumber(value));
  const rate = cost.hourlyRate?.value;
  const rateWords = typeof rate === "string" ? rate : number(rate);
  return `${number(cost.people?.value)} people × ${number(cost.hours?.value)} h × ${rateWords}`;
}

function timeKey(time: Time): string {
  return time.kind === "day" ? formatDay(time.day) : `launch + ${durationKey(time)}`;
}

function timeWords(time: Time): string {
  if (time.kind === "day") return formatDay(time.day);
  if (time.count === 0) return "launch";
  return `launch ${time.count < 0 ? "-" : "+"} ${durationWords({ count: Math.abs(time.count), unit: time.unit })}`;
}

function durationKey({ count, unit }: Duration): string {
  if (unit === "days" || unit === "weeks") return `${unit === "weeks" ? count * 7 : count} days`;
  return `${unit === "years" ? count * 12 : count} months`;
}

function durationWords({ count, unit }: Duration): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
