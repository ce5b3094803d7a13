import type { Day } from "../base/date.ts";
import type { Group } from "../results/result-columns.ts";
import { keyOfRow, type ResultRow } from "../results/results-file.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { faultsInRow } from "./evaluation-row.ts";
import type { Observation, Phase } from "./evaluation-types.ts";
import { type MetricKind, scaleOf } from "./scale.ts";

/** What kind of number a measure is. A behavior is a share unless its unit says otherwise; then it is a mean. */
export function kindOfMeasure(context: Context, measure: Measure): MetricKind | undefined {
  if (measure.is === "metric") return context.metrics.get(measure.id)?.kind?.value;
  return scaleOf("proportion", measure.unit) === undefined ? "mean" : "proportion";
}

/** Rows that count, by measure: the first of each point, measure, group and window, nothing impossible. */
export function rowsByMeasure(context: Context): ReadonlyMap<string, readonly ResultRow[]> {
  const found = new Map<string, ResultRow[]>();
  const measures = new Map(context.measures.map((measure) => [measure.id, measure]));
  const seen = new Set<string>();
  const { resultsFile } = context;
  // What follows the last row that was kept may say otherwise.
  if (resultsFile?.isCut) return found;
  for (const row of resultsFile?.rows ?? []) {
    const measure = row.measure && measures.get(row.measure.value);
    if (!measure || !row.value || !row.group || !row.point || !context.points.has(row.point.value)) continue;
    const key = keyOfRow(row);
    if (seen.has(key) || row.wrong.size > 0) continue;
    seen.add(key);
    if (faultsInRow(row, measure, kindOfMeasure(context, measure)).length > 0) continue;
    const list = found.get(measure.id);
    if (list) list.push(row);
    else found.set(measure.id, [row]);
  }
  return found;
}

/** What was measured of one measure: each point and group once, windows of one point put together, in order of time. */
export function observationsOf(context: Context, measure: Measure, rows: readonly ResultRow[]): readonly Observation[] {
  const kind = kindOfMeasure(context, measure);
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = `${row.point?.value} ${row.group?.value}`;
    const list = groups.get(key);
    if (list) list.push(row);
    else groups.set(key, [row]);
  }
  const made = [...groups.values()].map((together) => observationOf(context, together, kind));
  return made.sort((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ phase, day, to }: Observation): number {
  return (phase === "before" ? 0 : phase === "during" ? 1e7 : 2e7) + (day ?? to ?? 0);
}

function observationOf(context: Context, rows: readonly ResultRow[], kind: MetricKind | undefined): Observation {
  const [first] = rows;
  const point = context.points.get(first?.point?.value ?? "");
  return {
    point: point?.id,
    phase: (point?.phase?.value ?? "after") as Phase,
    day: context.dayOf(point?.when),
    group: (first?.group?.value ?? "all") as Group,
    from: extreme(
      rows.map(({ from }) => from?.value),
      Math.min,
    ),
    to: extreme(
      rows.map(({ to }) => to?.value),
      Math.max,
    ),
    ...pooled(rows, kind),
    rows,
  };
}

function extreme(days: readonly (Day | undefined)[], pick: (...days: number[]) => number): Day | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? undefined : known.reduce((a, b) => pick(a, b));
}

/** Windows of one point together: weighted by cases; the spread of means holds that between the windows too. */
function pooled(rows: readonly ResultRow[], kind: MetricKind | undefined): Pick<Observation, "value" | "n" | "sd"> {
  const [first] = rows;
  if (rows.length === 1 && first) return { value: first.value?.value ?? 0, n: first.n?.value, sd: first.sd?.value };
  const values = rows.map(({ value }) => value?.value ?? 0);
  const sizes = rows.map(({ n }) => n?.value);
  const known = sizes.filter((n) => n !== undefined);
  const total = known.reduce((a, b) => a + b, 0);
  if (known.length < rows.length || !(total > 0))
    return { value: values.reduce((a, b) => a + b, 0) / values.length, n: undefined, sd: undefined };
  const value = values.reduce((sum, each, index) => sum + each * (sizes[index] ?? 0), 0) / total;
  if (kind !== "mean" || rows.some(({ sd }) => sd === undefined) || total < 2)
    return { value, n: total, sd: undefined };
  const squares = rows.reduce((sum, row, index) => {
    const n = sizes[index] ?? 0;
    return sum + (n - 1) * (row.sd?.value ?? 0) ** 2 + n * ((values[index] ?? 0) - value) ** 2;
  }, 0);
  return { value, n: total, sd: Math.sqrt(squares / (total - 1)) };
}
