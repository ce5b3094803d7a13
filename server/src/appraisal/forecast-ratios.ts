import { code, say } from "../base/message.ts";
import type { Shares } from "./forecast.ts";
import { changeIn, type Gain } from "./forecast-benefit.ts";
import { type Derived, type Figure, figure, money, type NotKnown, notKnown, rounded } from "./forecast-figure.ts";

/** Benefit minus cost. */
export function netOf(benefit: Derived, cost: Derived, currency: string | undefined): Derived {
  const both = known(benefit, cost);
  if ("because" in both) return both;
  const value = both.benefit.value - both.cost.value;
  const working = () => {
    const [b, c] = inMoney(both, currency);
    return say`${b} − ${c} = ${money(value, currency, "exact")}`;
  };
  return figure(value, working, inputsOf(both));
}

/** Benefit over cost. */
export function ratioOf(benefit: Derived, cost: Derived, currency: string | undefined): Derived {
  const both = known(benefit, cost);
  if ("because" in both) return both;
  if (both.cost.value === 0) return notKnown(say`the cost is 0`);
  const value = both.benefit.value / both.cost.value;
  const working = () => {
    const [b, c] = inMoney(both, currency);
    return say`${b} ÷ ${c} = ${rounded(value)}`;
  };
  return figure(value, working, inputsOf(both));
}

/** (Benefit − cost) over cost, in percent. */
export function returnOf(benefit: Derived, cost: Derived, currency: string | undefined): Derived {
  const both = known(benefit, cost);
  if ("because" in both) return both;
  if (both.cost.value === 0) return notKnown(say`the cost is 0`);
  const value = ((both.benefit.value - both.cost.value) / both.cost.value) * 100;
  const working = () => {
    const [b, c] = inMoney(both, currency);
    return say`(${b} − ${c}) ÷ ${c} × 100 = ${rounded(value)} %`;
  };
  return figure(value, working, inputsOf(both));
}

/** Months until the benefit has covered the cost, if it came evenly. */
export function paybackOf(
  benefit: Derived,
  cost: Derived,
  years: number | undefined,
  currency: string | undefined,
): Derived {
  const both = known(benefit, cost);
  if ("because" in both) return both;
  if (years === undefined) return notKnown(say`no ${code("horizon")} is written`);
  if (both.benefit.value <= 0) return notKnown(say`there is no benefit that could pay the cost back`);
  const months = Number((years * 12).toPrecision(12));
  const value = (both.cost.value / both.benefit.value) * months;
  const working = () => {
    const [b, c] = inMoney(both, currency);
    return say`${c} ÷ ${b} × ${months} months = ${rounded(value)} months`;
  };
  return figure(value, working, inputsOf(both));
}

/** The change of a metric at which benefit equals cost. */
export function breakEvenOf(
  gain: Gain | NotKnown,
  { contribution, confidence, horizon, currency }: Shares,
  { cost, benefit, count, unit }: { cost: Derived; benefit: Derived; count: number; unit: string | undefined },
): Derived {
  if (gain.kind === "not-estimable") return gain;
  if (cost.kind === "not-estimable") return cost;
  if ("kind" in contribution) return contribution;
  if ("kind" in confidence) return confidence;
  if (!horizon) return notKnown(say`no ${code("horizon")} is written`);
  const spent = () => money(cost.value, currency, "exact");
  if (count === 1) {
    const perUnit = gain.perUnit * contribution.value * confidence.value * horizon.years;
    if (perUnit <= 0) return notKnown(say`no change brings anything: a share, the volume or the value is 0`);
    const brought = figure(perUnit, () => gain.words()[0] ?? say``, []);
    if (brought.kind === "not-estimable") return brought;
    const value = cost.value / perUnit;
    const working = () => {
      const one = money(perUnit, currency, "exact");
      return say`${spent()} ÷ ${one} for ${changeIn(1, unit)} = ${changeIn(digits(value), unit)}`;
    };
    return figure(value, working, [...gain.inputs, ...cost.inputs]);
  }
  if (benefit.kind === "not-estimable") return benefit;
  if (benefit.value <= 0) return notKnown(say`there is no benefit that could pay the cost back`);
  const value = (gain.change.value * cost.value) / benefit.value;
  const working = () => {
    const all = money(benefit.value, currency, "exact");
    return say`${changeIn(gain.change.value, unit)} × ${spent()} ÷ ${all} = ${changeIn(digits(value), unit)}`;
  };
  return figure(value, working, [...gain.inputs, ...cost.inputs]);
}

function digits(value: number): number {
  return Number(value.toPrecision(3));
}

interface Both {
  readonly benefit: Figure;
  readonly cost: Figure;
}

function known(benefit: Derived, cost: Derived): Both | NotKnown {
  if (benefit.kind === "not-estimable") return benefit;
  if (cost.kind === "not-estimable") return cost;
  return { benefit, cost };
}

function inMoney({ benefit, cost }: Both, currency: string | undefined) {
  return [money(benefit.value, currency, "exact"), money(cost.value, currency, "exact")] as const;
}

function inputsOf({ benefit, cost }: Both) {
  return [...benefit.inputs, ...cost.inputs];
}
