import { formatDay } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { Baseline, Limit, Target } from "../model/spec.ts";

/** `69 %`, `412 s`, `69` where no unit is known. */
export function amount(value: number, unit: string | undefined): Message {
  return unit === undefined || unit === "currency" ? say`${value}` : say`${value} ${unit}`;
}

/** `69 % → 73 %`, or the one of them that is known. */
export function fromTo(
  baseline: Baseline | undefined,
  target: Target | undefined,
  unit: string | undefined,
): Message | undefined {
  const from = baseline?.value && amount(baseline.value.value, unit ?? baseline.unit?.value);
  const to = target?.value && amount(target.value.value, unit ?? target.unit?.value);
  if (from && to) return say`${from} → ${to}`;
  return to ? say`→ ${to}` : from && say`now ${from}`;
}

/** The promise in words: "From 69 % to 73 %: 4 points up by 2027-08-31." Undefined without both numbers. */
export function changeInWords(
  baseline: Baseline | undefined,
  target: Target | undefined,
  unit: string | undefined,
): Message | undefined {
  if (!baseline?.value || !target?.value) return undefined;
  const [from, to] = [baseline.value.value, target.value.value];
  const distance = Math.abs(Number((to - from).toPrecision(12)));
  const written = unit ?? baseline.unit?.value ?? target.unit?.value;
  const steps = written === "%" ? say`${distance} points` : amount(distance, written);
  const way = to === from ? say`no change` : to > from ? say`${steps} up` : say`${steps} down`;
  const line = say`From ${amount(from, written)} to ${amount(to, written)}: ${way}`;
  return target.by ? say`${line} by ${formatDay(target.by.value)}.` : say`${line}.`;
}

/** `at most 440 s`. */
export function limitWords(limit: Limit, unit: string | undefined): Message | undefined {
  if (limit.atMost) return say`at most ${amount(limit.atMost.value, unit)}`;
  return limit.atLeast && say`at least ${amount(limit.atLeast.value, unit)}`;
}
