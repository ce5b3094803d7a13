import type { FourCells } from "../analysis/evaluation/did-summary.ts";
import { type Evaluation, evaluateSummary, type Summary } from "../analysis/evaluation/evaluate-summary.ts";
import type { Moments } from "../analysis/evaluation/means.ts";
import type { Events } from "../analysis/evaluation/proportions.ts";
import type { Count } from "../analysis/evaluation/rates.ts";
import { normalQuantile, tQuantile } from "../analysis/numeric/distributions.ts";
import type { Reason } from "../analysis/result.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import { because, type Cell, cellOf, type Kind } from "./evaluation-cells.ts";
import type { Design, Effect, Interval, NotEstimable, Observation } from "./evaluation-types.ts";
import { ASSUMED } from "./input.ts";

/** What is compared: the group that is trained, and where there is one the group it is compared with. */
export interface Compared {
  readonly before: Observation | undefined;
  readonly after: Observation;
  readonly otherBefore: Observation | undefined;
  readonly otherAfter: Observation | undefined;
}

export interface EffectOptions {
  readonly kind: Kind;
  readonly level: number;
  readonly direction: "lower" | "higher" | "hold" | undefined;
  /** What the plan says of its comparison (whole teams, the same people) holds for metrics; behaviors are watched. */
  readonly isMetric: boolean;
}

/** The headline estimate for a design with one or two groups. */
export function effectOf(context: Context, compared: Compared, options: EffectOptions): Effect | NotEstimable {
  const { before, after, otherBefore, otherAfter } = compared;
  const test = context.measurement?.analysis?.test?.value;
  if (otherAfter && before && otherBefore && !test?.startsWith("two-")) {
    return compare(context, "difference-in-differences", [otherBefore, otherAfter, before, after], options);
  }
  if (otherAfter) return compare(context, "two-groups-after", [otherAfter, after], options);
  if (before) return compare(context, "before-after", [before, after], options);
  return because(say`nothing was measured before launch`);
}

function compare(
  context: Context,
  design: Design,
  observed: readonly Observation[],
  options: EffectOptions,
): Effect | NotEstimable {
  const { kind, level } = options;
  const clusters = design === "before-after" || !options.isMetric ? undefined : clustering(context, observed);
  const cells: Cell[] = [];
  for (const each of observed) {
    const cell = cellOf(each, kind, clusters?.effectOf(each) ?? 1);
    if (cell.kind === "not-estimable") return cell;
    cells.push(cell);
  }
  const phi = Math.max(1, ...observed.map((each) => clusters?.effectOf(each) ?? 1));
  const found = evaluateSummary(summaryOf(kind.kind, cells, phi), level);
  const made = estimateIn(found, observed, kind);
  if (made.kind === "not-estimable") return made;
  const interval = clusters?.widen(made.interval, made.estimate, level, made.scale) ?? made.interval;
  const refused = refusalOf(cells, clusters);
  const shows = refused ? "nothing" : showing(interval, made.scale, options.direction);
  const isAdjusted = clusters !== undefined && (clusters.isWidened || phi > 1);
  return {
    kind: "effect",
    design,
    scale: made.scale,
    estimate: made.estimate,
    interval,
    p: clusters?.isWidened ? undefined : made.p,
    method: isAdjusted ? say`${made.name}, adjusted for ${clusters.words}` : made.method,
    used: observed.every(({ n }) => n !== undefined) ? observed.reduce((sum, { n }) => sum + (n ?? 0), 0) : undefined,
    shows,
    refused,
    cautions: [...(clusters?.cautions ?? []), ...samePeople(context, design, options)],
  };
}

/** Totals hold no pairs: whoever was measured twice counts as two. */
function samePeople(context: Context, design: Design, { isMetric }: EffectOptions): Message[] {
  const { compare, analysis } = context.measurement ?? {};
  const isPaired = compare?.samePeople?.value === true || analysis?.test?.value === "paired";
  if (!isMetric || !isPaired || design === "two-groups-after") return [];
  return [
    say`The same people were measured before and after, and totals do not say how far each of them moved: the interval takes them for different people, which makes it too wide where a person's two values are alike.`,
  ];
}

function summaryOf(kind: Kind["kind"], cells: readonly Cell[], phi: number): Summary {
  const parts = cells.map(({ of }) => of);
  if (parts.length === 4) {
    const [controlBefore, controlAfter, treatedBefore, treatedAfter] = parts;
    const four = { controlBefore, controlAfter, treatedBefore, treatedAfter };
    if (kind === "proportion") return { kind: "did-proportions", ...(four as FourCells<Events>) };
    if (kind === "rate") return { kind: "did-rates", phi, ...(four as FourCells<Count>) };
    return { kind: "did-means", ...(four as FourCells<Moments>) };
  }
  const [first, second] = parts;
  if (kind === "proportion") return { kind: "two-proportions", first: first as Events, second: second as Events };
  if (kind === "rate") return { kind: "two-rates", phi, first: first as Count, second: second as Count };
  return { kind: "two-means", first: first as Moments, second: second as Moments };
}

interface InUnits {
  readonly kind: "in-units";
  readonly scale: "difference" | "ratio";
  readonly estimate: number;
  readonly interval: Interval;
  readonly p: number | undefined;
  /** Of the interval alone. */
  readonly name: string;
  readonly method: Message;
}

/**
 * From shares to points. Cases that count less have made whole numbers of smaller ones, which moves the estimate a little:
 * the interval goes with the estimate to where the measured values put it.
 */
function estimateIn(
  found: Evaluation,
  observed: readonly Observation[],
  { kind, scale }: Kind,
): InUnits | NotEstimable {
  if (found.kind === "not-estimable") return because(whyNot(found.because));
  if (found.kind === "lower-bound") return because(say`nothing was counted in the group it is compared with`);
  const { low, high, p, interval, test } = found;
  if (low === undefined || high === undefined) return because(say`the method gives no interval`);
  const method = test === undefined || test === interval ? say`${interval}` : say`${interval}, p by ${test}`;
  if (kind === "rate") {
    return {
      kind: "in-units",
      scale: "ratio",
      estimate: found.estimate,
      interval: { low, high },
      p,
      name: interval,
      method,
    };
  }
  const by = kind === "proportion" ? scale : 1;
  const values = observed.map(({ value }) => value);
  const [a = 0, b = 0, c = 0, d = 0] = values;
  const estimate = values.length === 4 ? d - c - (b - a) : b - a;
  const shift = estimate - found.estimate * by;
  return {
    kind: "in-units",
    scale: "difference",
    estimate,
    interval: { low: low * by + shift, high: high * by + shift },
    p,
    name: interval,
    method,
  };
}

/** What an interval says of the direction that is wanted. */
export function showing(
  { low, high }: Interval,
  scale: Effect["scale"],
  direction: EffectOptions["direction"],
): Effect["shows"] {
  const none = scale === "ratio" ? 1 : 0;
  if (direction !== "lower" && direction !== "higher") return "nothing";
  if (low > none) return direction === "higher" ? "better" : "worse";
  if (high < none) return direction === "lower" ? "better" : "worse";
  return "nothing";
}

interface Clustering {
  readonly count: number;
  readonly isWidened: boolean;
  readonly words: Message;
  readonly cautions: readonly Message[];
  effectOf(observation: Observation): number;
  widen(interval: Interval, estimate: number, level: number, scale: Effect["scale"]): Interval;
}

/** Fewer clusters in all have their interval from t. */
const MANY_CLUSTERS = 30;

/** How alike the cases of one cluster are, and what that does to them; undefined where each stands for itself. */
function clustering(context: Context, observed: readonly Observation[]): Clustering | undefined {
  const { compare } = context.measurement ?? {};
  const count = compare?.clusters?.value;
  if (count === undefined || !(count >= 2)) return undefined;
  const sizeOf = ({ n }: Observation): number => (n ?? 0) / (count / 2);
  if (observed.every((each) => sizeOf(each) <= 1)) return undefined;
  const icc = compare?.icc?.value ?? ASSUMED.icc.value;
  if (!(icc >= 0 && icc < 1)) return undefined;
  const df = count - 2;
  return {
    count,
    isWidened: count < MANY_CLUSTERS,
    words: say`${count} clusters (ICC ${icc})`,
    cautions: compare?.icc
      ? []
      : [say`How alike the cases of one cluster are is not stated: an ${code("icc")} of ${icc} is assumed.`],
    effectOf: (each) => 1 + Math.max(0, sizeOf(each) - 1) * icc,
    widen(interval, estimate, level, scale) {
      if (count >= MANY_CLUSTERS || df < 1) return interval;
      const tail = (1 + level) / 2;
      const by = tQuantile(tail, df) / normalQuantile(tail);
      const to = scale === "ratio" ? Math.log : (x: number) => x;
      const from = scale === "ratio" ? Math.exp : (x: number) => x;
      const middle = to(estimate);
      const [low, high] = [interval.low, interval.high].map((end) => from(middle + (to(end) - middle) * by));
      return Number.isFinite(low) && Number.isFinite(high) ? { low: low ?? 0, high: high ?? 0 } : interval;
    },
  };
}

/** What is too little to claim anything from, whatever its interval says. */
function refusalOf(cells: readonly Cell[], clusters: Clustering | undefined): Message | undefined {
  if (clusters && clusters.count < 8) return say`there are fewer than four clusters on each side`;
  const counted = cells.slice(-2);
  const events = counted.reduce((sum, cell) => sum + (cell.kind === "mean" ? 0 : cell.of.events), 0);
  const others = counted.reduce((sum, cell) => sum + (cell.kind === "proportion" ? cell.of.cases : 0), 0) - events;
  if (cells[0]?.kind === "rate" && events < 5) return say`fewer than five events were counted`;
  if (cells[0]?.kind === "proportion" && Math.min(events, others) < 5)
    return say`fewer than five cases are of the rarer kind`;
  return undefined;
}

export function whyNot(reason: Reason): Message {
  switch (reason) {
    case "no-events":
      return say`a group has no events at all`;
    case "no-variation":
      return say`nothing varies in these numbers`;
    case "too-few":
      return say`a group has too few cases`;
    case "sd-not-positive":
      return say`a standard deviation is not above zero`;
    case "exposure-not-positive":
      return say`a group has no exposure`;
    case "more-events-than-cases":
    case "proportion-out-of-range":
      return say`a share lies outside what is possible`;
    case "too-few-months":
      return say`there are fewer than three months before launch or two after it`;
    default:
      return say`its numbers are outside what can be computed`;
  }
}
