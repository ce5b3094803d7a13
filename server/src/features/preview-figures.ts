import { formatDay } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { Located } from "../model/located.ts";
import type { Baseline, Limit, Target } from "../model/spec.ts";
import type { Time } from "../model/time.ts";

/** How the values of a measure are written. */
export interface Scale {
  readonly unit: string | undefined;
  readonly currency: string | undefined;
}

/** `69 %`, `412 s`, `EUR 12,000`, `4.1 per 200000 h`. */
export function figure(value: number, { unit, currency }: Scale): Message {
  if (unit === undefined) return say`${value}`;
  if (unit === "currency") return currency === undefined ? say`${value}` : say`${currency} ${value}`;
  return say`${value}\u00a0${unit}`;
}

/** `69 % → 73 % by 2027-08-31`, with a question mark for what is not known; nothing where neither is. */
export function promiseOf(baseline: Baseline | undefined, target: Target | undefined, scale: Scale): Message[] {
  if (!baseline?.value && !target?.value) return [];
  // `4.1 → 2.8 per 1000 bed-days`: a long unit is said once.
  const before = scale.unit?.startsWith("per ") && target?.value ? { ...scale, unit: undefined } : scale;
  const from = baseline?.value ? figure(baseline.value.value, before) : UNKNOWN;
  const to = target?.value ? figure(target.value.value, scale) : UNKNOWN;
  return [target?.value && target.by ? say`${from} → ${to} by ${formatDay(target.by.value)}` : say`${from} → ${to}`];
}

/** `412 s, at most 440 s`. */
export function guardOf(baseline: Baseline | undefined, limit: Limit | undefined, scale: Scale): Message[] {
  const today = baseline?.value && figure(baseline.value.value, scale);
  const bounds = limit && limitOf(limit, scale);
  if (today && bounds) return [say`${today}, ${bounds}`];
  return [today, bounds].filter((part) => part !== undefined);
}

/** `at most 440 s`. */
function limitOf(limit: Limit, scale: Scale): Message | undefined {
  const least = limit.atLeast && say`at least ${figure(limit.atLeast.value, scale)}`;
  const most = limit.atMost && say`at most ${figure(limit.atMost.value, scale)}`;
  return least && most ? say`${least}, ${most}` : (least ?? most);
}

/** `launch + 42 days`, as it is written, or the day. */
export function timeText({ value }: Located<Time>): string {
  if (value.kind === "day") return formatDay(value.day);
  if (value.count === 0) return "launch";
  const count = Math.abs(value.count);
  const unit = count === 1 ? value.unit.slice(0, -1) : value.unit;
  return `launch ${value.count < 0 ? "-" : "+"} ${count} ${unit}`;
}

/** An id as a person would write it: `Simulated call`. */
export function nameOf(id: string): string {
  const words = id.replaceAll("-", " ").trim();
  return words === "" ? id : words.charAt(0).toUpperCase() + words.slice(1);
}

const UNKNOWN: Message = say`?`;
