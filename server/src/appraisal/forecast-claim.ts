import { type Message, say } from "../base/message.ts";
import type { Located } from "../model/located.ts";
import type { Claimed } from "../model/spec.ts";
import type { MoneyForecast } from "./forecast.ts";
import { type Derived, rounded } from "./forecast-figure.ts";

type Ratio = "bcr" | "payback" | "roi";

/** A figure that others state, against what other figures of theirs give. */
export interface ClaimFault {
  readonly of: Ratio;
  readonly stated: Located<number>;
  readonly expected: number;
  readonly working: Message;
  /** The benefit-cost ratio in percent stands where the return should: benefit over cost instead of net over cost. */
  readonly isRatioAsReturn: boolean;
}

/**
 * The ratios in a claim that do not follow from its own cost and benefit, or from each other. `share` is how far they may
 * be off, beside the rounding of what is written.
 */
export function faultsInClaim(claim: Claimed, months: number, share: number): ClaimFault[] {
  const faults: ClaimFault[] = [];
  const { bcr, roi, payback } = claim;
  for (const [of, stated] of [
    ["bcr", bcr],
    ["roi", roi],
    ["payback", payback],
  ] as const) {
    const follows = stated && expectedOf(claim, of, months);
    if (!stated || !follows || isNear(stated.value, follows.value, share, follows.rounding)) continue;
    const ratio = of === "roi" ? (follows.value / 100 + 1) * 100 : Number.NaN;
    const isRatioAsReturn = isNear(stated.value, ratio, share, follows.rounding);
    faults.push({ of, stated, expected: follows.value, working: follows.working, isRatioAsReturn });
  }
  return faults;
}

interface Expected {
  readonly value: number;
  readonly working: Message;
  /** How far it may be off because the numbers it is made of are rounded. */
  readonly rounding: number;
}

function expectedOf({ cost, benefit, bcr, roi }: Claimed, of: Ratio, months: number): Expected | undefined {
  if (cost && benefit && cost.value > 0) {
    const [b, c] = [benefit.value, cost.value];
    if (of === "bcr") return { value: b / c, working: say`${b} ÷ ${c} = ${rounded(b / c)}`, rounding: 0 };
    if (of === "roi") {
      const value = ((b - c) / c) * 100;
      return { value, working: say`(${b} − ${c}) ÷ ${c} × 100 = ${rounded(value)} %`, rounding: 0 };
    }
    if (b <= 0) return undefined;
    const value = (c / b) * months;
    return { value, working: say`${c} ÷ ${b} × ${months} months = ${rounded(value)} months`, rounding: 0 };
  }
  if (of === "roi" && bcr) {
    const value = (bcr.value - 1) * 100;
    return { value, working: say`(${bcr.value} − 1) × 100 = ${rounded(value)} %`, rounding: 100 * halfUnit(bcr.value) };
  }
  const ratio = bcr?.value ?? (roi && roi.value / 100 + 1);
  if (of !== "payback" || ratio === undefined || ratio <= 0) return undefined;
  const value = months / ratio;
  const off = bcr ? halfUnit(bcr.value) : halfUnit(roi?.value ?? 0) / 100;
  const rounding = (value * off) / ratio;
  return {
    value,
    working: say`${months} months ÷ ${Number(ratio.toPrecision(6))} = ${rounded(value)} months`,
    rounding,
  };
}

/** A figure that others state, beside what the inputs of the program itself give. */
export interface ClaimDifference {
  readonly of: Ratio | "benefit" | "cost";
  readonly stated: Located<number>;
  readonly own: number;
  readonly working: Message;
}

/** Where a claim differs from the program's own forecast at likely values. Ratios only where their parts are not claimed. */
export function differencesFromOwn(claim: Claimed, forecast: MoneyForecast, share: number): ClaimDifference[] {
  const hasParts = claim.cost !== undefined && claim.benefit !== undefined;
  const fields: readonly (readonly [ClaimDifference["of"], Located<number> | undefined, Derived])[] = [
    ["cost", claim.cost, forecast.cost],
    ["benefit", claim.benefit, forecast.benefit],
    ["bcr", hasParts ? undefined : claim.bcr, forecast.bcr],
    ["roi", hasParts ? undefined : claim.roi, forecast.roi],
    ["payback", hasParts ? undefined : claim.payback, forecast.payback],
  ];
  return fields.flatMap(([of, stated, own]) => {
    if (!stated || own.kind === "not-estimable" || isNear(stated.value, own.value, share, 0)) return [];
    return [{ of, stated, own: own.value, working: own.working }];
  });
}

/** Within what rounding hides, or a share of what is expected. */
function isNear(stated: number, expected: number, share: number, rounding: number): boolean {
  const allowed = Math.max(halfUnit(stated) + rounding, share * Math.abs(expected));
  return Math.abs(stated - expected) <= allowed * (1 + 1e-9);
}

/** Half of the last digit that is written: 0.005 for 3.21, 0.5 for 25. */
function halfUnit(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 0.5 / 10 ** decimals;
}
