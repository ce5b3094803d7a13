import type { Located } from "../model/located.ts";
import type { Definition, Metric, Program } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";

/** What a metric is, as opposed to what a program promises of it. */
export const DEFINITION_FIELDS = [
  "name",
  "definition",
  "kind",
  "unit",
  "direction",
  "supports",
  "influencedBy",
  "source",
  "owner",
  "value",
] as const satisfies readonly (keyof Definition)[];

/** A program whose metrics carry their definitions, so that it does not matter in which file a definition stands. */
export function resolvedProgram(context: Context, program: Program): Program {
  const { metrics } = program;
  if (!metrics) return program;
  const entries = new Map<string, Metric>();
  for (const [id, metric] of metrics.entries) {
    const view = context.metrics.get(id);
    entries.set(id, view ? resolvedMetric(metric, view) : metric);
  }
  return { ...program, metrics: { ...metrics, entries } };
}

function resolvedMetric(metric: Metric, view: MetricView): Metric {
  const filled = Object.fromEntries(DEFINITION_FIELDS.map((field) => [field, view[field]]));
  // Where `use` leads nowhere its name is all that is known.
  return { ...metric, ...filled, use: view.unresolved ? metric.use : undefined } as Metric;
}

/** Fields of a metric that its program takes from a catalog. */
export function takenFields({ metric, used }: MetricView): ReadonlySet<string> {
  const own = metric as Metric & Record<string, Located<unknown> | undefined>;
  return new Set(used ? DEFINITION_FIELDS.filter((field) => own[field] === undefined) : []);
}
