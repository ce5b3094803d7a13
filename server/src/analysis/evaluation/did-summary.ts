import { checkCounts, checkDispersion, checkEvents, checkExposures, checkLevel } from "../checks.ts";
import { sum } from "../numeric/matrix.ts";
import { firstOf, type NotEstimable, notEstimable } from "../result.ts";
import { type Estimate, summarise, summariseRatio } from "./estimate.ts";
import { checkMoments, type Moments, satterthwaite } from "./means.ts";
import { type Events, newcombe } from "./proportions.ts";
import type { Count } from "./rates.ts";

/** Difference in differences from summaries: two groups, two periods. The estimate is treated change − control change. */
export interface FourCells<Cell> {
  readonly controlBefore: Cell;
  readonly controlAfter: Cell;
  readonly treatedBefore: Cell;
  readonly treatedAfter: Cell;
}

function cellsOf<Cell>(cells: FourCells<Cell>): [Cell, Cell, Cell, Cell] {
  return [cells.controlBefore, cells.controlAfter, cells.treatedBefore, cells.treatedAfter];
}

/** After − before in treated, less the same in control. */
function contrast([controlBefore, controlAfter, treatedBefore, treatedAfter]: [
  number,
  number,
  number,
  number,
]): number {
  return treatedAfter - treatedBefore - (controlAfter - controlBefore);
}

function mapCells<Cell>(cells: FourCells<Cell>, value: (cell: Cell) => number): [number, number, number, number] {
  const [a, b, c, d] = cellsOf(cells);
  return [value(a), value(b), value(c), value(d)];
}

/** Means in four groups of different people: Welch–Satterthwaite, or one pooled SD as in `lm(y ~ treated*after)`. */
export function compareDidMeans(
  cells: FourCells<Moments> & { readonly method: "welch" | "pooled" },
  level: number,
): Estimate | NotEstimable {
  const all = cellsOf(cells);
  const fault = firstOf(checkLevel(level), ...all.map(checkMoments));
  if (fault) return notEstimable(fault);
  const estimate = contrast(mapCells(cells, ({ mean }) => mean));
  if (cells.method === "welch") {
    return summarise(
      { estimate, ...satterthwaite(all.map(({ sd, n }) => ({ variance: sd ** 2 / n, df: n - 1 }))) },
      level,
    );
  }
  const df = sum(all.map(({ n }) => n - 1));
  const pooled = sum(all.map(({ sd, n }) => sd ** 2 * (n - 1))) / df;
  return summarise({ estimate, se: Math.sqrt(pooled * sum(all.map(({ n }) => 1 / n))), df }, level);
}

/** Proportions in four groups of different people, unpooled Wald z. */
export function compareDidProportions(cells: FourCells<Events>, level: number): Estimate | NotEstimable {
  const fault = faultInEvents(cells) ?? checkLevel(level);
  if (fault) return notEstimable(fault);
  const variances = mapCells(cells, ({ events, cases }) => ((events / cases) * (1 - events / cases)) / cases);
  return summarise({ estimate: shareContrast(cells), se: Math.sqrt(sum(variances)) }, level);
}

/** The same with the interval made of two Newcombe intervals, squared and added (MOVER). Zou & Donner 2008. No p. */
export function compareDidProportionsMover(cells: FourCells<Events>, level: number): Estimate | NotEstimable {
  const fault = faultInEvents(cells) ?? checkLevel(level);
  if (fault) return notEstimable(fault);
  const treated = newcombe({ first: cells.treatedBefore, second: cells.treatedAfter }, level);
  const control = newcombe({ first: cells.controlBefore, second: cells.controlAfter }, level);
  if (treated.kind === "not-estimable") return treated;
  if (control.kind === "not-estimable") return control;
  const estimate = treated.estimate - control.estimate;
  const below = (found: Estimate) => found.estimate - (found.low ?? found.estimate);
  const above = (found: Estimate) => (found.high ?? found.estimate) - found.estimate;
  return {
    kind: "estimate",
    estimate,
    low: estimate - Math.hypot(below(treated), above(control)),
    high: estimate + Math.hypot(above(treated), below(control)),
  };
}

function faultInEvents(cells: FourCells<Events>) {
  return firstOf(...cellsOf(cells).map(({ events, cases }) => checkEvents(events, cases)));
}

function shareContrast(cells: FourCells<Events>): number {
  return contrast(mapCells(cells, ({ events, cases }) => events / cases));
}

/** Ratio of rate ratios, Wald on the log scale times √phi. Not estimable when a cell has no events. */
export function compareDidRates(
  cells: FourCells<Count> & { readonly phi: number },
  level: number,
): Estimate | NotEstimable {
  const all = cellsOf(cells);
  const fault = firstOf(
    checkLevel(level),
    checkDispersion(cells.phi),
    checkCounts(...all.map(({ events }) => events)),
    checkExposures(...all.map(({ exposure }) => exposure)),
    all.every(({ events }) => events > 0) ? undefined : "no-events",
  );
  if (fault) return notEstimable(fault);
  const estimate = contrast(mapCells(cells, ({ events, exposure }) => Math.log(events / exposure)));
  const se = Math.sqrt(cells.phi * sum(all.map(({ events }) => 1 / events)));
  return summariseRatio({ estimate, se }, level);
}
