import { formatDay } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { Baseline, Limit, Target } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import { amount, changeInWords, limitWords } from "./measure-words.ts";
import { joined } from "./words.ts";

/** What a key that holds numbers comes to here: the promise under `target`, the period under `baseline`. */
export function aboutNumbers(context: Context, path: readonly (string | number)[]): Message | undefined {
  const [section, id, key] = path;
  if (path.length !== 3 || typeof id !== "string") return undefined;
  if (key !== "baseline" && key !== "target" && key !== "limit") return undefined;
  const view = section === "metrics" ? context.metrics.get(id) : undefined;
  const behavior = section === "behaviors" ? context.behaviors.get(id) : undefined;
  const part: { baseline?: Baseline | undefined; target?: Target | undefined; limit?: Limit | undefined } | undefined =
    view?.metric ?? behavior;
  if (!part) return undefined;
  const unit = view ? view.unit?.value : unitOfBehavior(context, id);
  if (key === "limit") {
    const limit = part.limit && limitWords(part.limit, unit);
    return limit && say`Here: ${limit}.`;
  }
  const change = changeInWords(part.baseline, part.target, unit);
  const here = key === "baseline" ? baselineWords(part.baseline, unit) : change;
  return here && say`Here: ${here}`;
}

/** `69 %, from 2026-05-01 to 2026-10-31, 48,000 cases.` */
export function baselineWords(baseline: Baseline | undefined, unit: string | undefined): Message | undefined {
  if (!baseline?.value) return undefined;
  const { from, to, n } = baseline;
  const parts = [
    amount(baseline.value.value, unit ?? baseline.unit?.value),
    from && to && say`measured from ${formatDay(from.value)} to ${formatDay(to.value)}`,
    n && say`a sample of ${n.value}`,
  ];
  return say`${joined(parts, ", ")}.`;
}

/** Behaviors are shares in percent unless they say otherwise. */
export function unitOfBehavior(context: Context, id: string): string {
  const behavior = context.behaviors.get(id);
  return behavior?.unit?.value ?? behavior?.baseline?.unit?.value ?? "%";
}
