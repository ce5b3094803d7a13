import { code, type Message, say } from "../base/message.ts";
import type { Located } from "../model/located.ts";
import type { Money } from "../model/spec.ts";
import { keyText, pairOf } from "../syntax/node.ts";
import type { Context } from "../workspace/context.ts";
import { measureOfMetric, sharesUnit } from "../workspace/measure.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import { distanceWords } from "./amount-words.ts";
import { currencyOfValue } from "./forecast-currency.ts";
import {
  type Input,
  inputOf,
  isOrdered,
  money as moneyWords,
  type NotKnown,
  notKnown,
  numberInput,
} from "./forecast-figure.ts";
import { conversionOf } from "./forecast-units.ts";

/** What a metric brings in a year if all of its change is the program's. */
export interface Gain {
  readonly kind: "gain";
  readonly change: Input;
  readonly from: "expected-change" | "target";
  /** Money for a change of 1 in the metric's unit, for one year. */
  readonly perUnit: number;
  /** Change, conversion, volume and value, to be multiplied. */
  words(): readonly Message[];
  readonly inputs: readonly Input[];
}

/** A metric that the program turns into money. */
export interface ValuedMetric {
  readonly view: MetricView;
  readonly gain: Gain | NotKnown;
}

/**
 * The metrics that are turned into money: those with a value that are primary, have a volume or an expected change of
 * their own. A guardrail never is; a metric without a value may be left out of the money on purpose.
 */
export function valuedMetrics(context: Context, money: Money): ValuedMetric[] {
  return [...context.metrics.values()]
    .filter((view) => isValued(view, money))
    .map((view) => ({ view, gain: gainOf(context, view, money) }));
}

function isValued({ id, metric, value }: MetricView, money: Money): boolean {
  if (!value?.amount || metric.role?.value === "guardrail") return false;
  return metric.role?.value === "primary" || metric.volume !== undefined || expectedFor(money, id) !== undefined;
}

/** What the money case expects of a metric, where it says so. */
export function expectedFor(money: Money, id: string) {
  return money.expectedChange?.items.find((item) => item.id.value === id)?.of;
}

/** Target minus baseline, an improvement above 0; undefined where one of them is not known. */
export function promisedChange(view: MetricView): Located<number> | undefined {
  const measure = measureOfMetric(view);
  const { baseline, target, direction } = measure;
  if (!baseline?.value || !target?.value || !sharesUnit(measure)) return undefined;
  const rise = Number((target.value.value - baseline.value.value).toPrecision(12));
  if (direction !== "higher" && direction !== "lower") return undefined;
  return { ...target.value, value: direction === "higher" ? rise : -rise };
}

function gainOf(context: Context, view: MetricView, money: Money): Gain | NotKnown {
  const { id, metric, value } = view;
  const change = changeOf(view, money);
  if (change.kind === "not-estimable") return change;
  if (!isOrdered(change.input))
    return notKnown(say`the expected change of ${code(id)} is out of order`, change.input.span);
  const conversion = conversionOf(view);
  if (conversion.kind === "not-estimable") return conversion;
  if (!value?.amount) return notKnown(say`nobody has said what one unit of ${code(id)} is worth`, metric.key);
  const currency = money.currency?.value;
  const other = currencyOfValue(context, view);
  if (other !== undefined && currency !== undefined && other !== currency) {
    return notKnown(say`the value of ${code(id)} is in ${other} and the money case in ${currency}`, value.amount.span);
  }
  const { volume } = metric;
  if (conversion.needsVolume && !volume) return notKnown(say`${code(id)} has no ${code("volume")}`, metric.key);
  const amount = value.amount.value;
  const units = conversion.needsVolume && volume ? volume.value : 1;
  const words = () => {
    const worth = moneyWords(amount, currency, "exact");
    const factors = [changeWords(change.input.value, view, conversion.words)];
    if (conversion.needsVolume && volume) factors.push(say`${volume.value} a year`);
    return [...factors, value.per ? say`${worth} per ${value.per.value}` : worth];
  };
  const inputs = [change.input];
  if (conversion.needsVolume && volume) inputs.push(numberInput(say`volume of ${code(id)}`, volume));
  inputs.push(numberInput(say`value of ${code(id)}`, value.amount));
  return {
    kind: "gain",
    change: change.input,
    from: change.from,
    perUnit: conversion.scale * units * amount,
    words,
    inputs,
  };
}

function changeOf(
  view: MetricView,
  money: Money,
): { readonly kind: "change"; readonly input: Input; readonly from: "expected-change" | "target" } | NotKnown {
  const { id, metric, direction } = view;
  const name = say`change of ${code(id)}`;
  const expected = expectedFor(money, id);
  if (expected) return { kind: "change", input: inputOf(name, expected), from: "expected-change" };
  if (isWrittenWrong(money, id)) return notKnown(say`the expected change of ${code(id)} cannot be read`, money.key);
  const promised = promisedChange(view);
  if (promised) return { kind: "change", input: numberInput(name, promised), from: "target" };
  const { baseline, target } = metric;
  if (!target?.value) return notKnown(say`${code(id)} has neither an expected change nor a target`, metric.key);
  if (!baseline?.value) return notKnown(say`${code(id)} has neither an expected change nor a baseline`, metric.key);
  if (direction?.value === "hold")
    return notKnown(say`${code(id)} is to be held, and no expected change is written`, metric.key);
  if (!direction) return notKnown(say`${code(id)} has no direction`, metric.key);
  return notKnown(say`the baseline and the target of ${code(id)} have different units`, target.value.span);
}

/** Something stands there for the metric, and is no estimate: its shape is reported elsewhere. */
function isWrittenWrong(money: Money, id: string): boolean {
  const node = pairOf(money.node, "expected-change")?.value;
  if (node === undefined) return money.wrong?.has("expectedChange") ?? false;
  return node?.kind !== "map" || node.pairs.some((pair) => keyText(pair) === id);
}

/** `3 points ÷ 100`, `1.4 per 1000 catheter-days ÷ 1000`. */
function changeWords(change: number, { unit }: MetricView, conversion: Message | undefined): Message {
  const written = unit?.value;
  const words = changeIn(change, written);
  return conversion ? say`${words} ${conversion}` : words;
}

/** A change in a unit, as a person would say it: `3 points`, `12 s`. */
export function changeIn(change: number, unit: string | undefined): Message {
  return distanceWords(change, unit);
}
