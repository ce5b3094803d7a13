import { names } from "../workspace/chain.ts";
import type { Context } from "../workspace/context.ts";

/** Ids of what a part of a program holds, section by section. */
export interface Side {
  readonly metrics: ReadonlySet<string>;
  readonly behaviors: ReadonlySet<string>;
  readonly objectives: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
  readonly assessments: ReadonlySet<string>;
  readonly audience: ReadonlySet<string>;
  readonly points: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
}

/**
 * What each of two programs holds when a metric gets one of its own. What leads to that metric alone goes, what leads to
 * others too is in both, and so are guardrails: they protect whatever is done. What leads nowhere stays.
 */
export function splitSides(context: Context, metric: string): { readonly moved: Side; readonly left: Side } {
  const roleOf = (id: string): string | undefined => context.metrics.get(id)?.metric.role?.value;
  const primary = (id: string): boolean => (roleOf(id) ?? "primary") === "primary";
  const movesOf = (behavior: string): readonly string[] =>
    names(context.behaviors.get(behavior)?.moves).filter(primary);
  const behaviors = [...context.behaviors.keys()];
  const gone = behaviors.filter((id) => movesOf(id).includes(metric));
  const onlyGone = new Set(gone.filter((id) => movesOf(id).every((each) => each === metric)));
  const follows = (id: string): boolean => {
    const moving = context.chain.moving(id);
    return !primary(id) && moving.length > 0 && moving.every((behavior) => onlyGone.has(behavior.id));
  };
  const isGuardrail = (id: string): boolean => roleOf(id) === "guardrail";
  const metrics = [...context.metrics.keys()];
  const movedMetrics = metrics.filter((id) => id === metric || isGuardrail(id) || follows(id));
  const leftMetrics = metrics.filter((id) => id !== metric && !follows(id));
  return {
    moved: sideOf(context, movedMetrics, gone, false),
    left: sideOf(
      context,
      leftMetrics,
      behaviors.filter((id) => !onlyGone.has(id)),
      true,
    ),
  };
}

function sideOf(context: Context, metrics: readonly string[], behaviors: readonly string[], keepsLoose: boolean): Side {
  const { chain } = context;
  const measures = new Set([...metrics, ...behaviors]);
  const inBehaviors = new Set(behaviors);
  const leads = (targets: readonly string[], side: ReadonlySet<string>, all: { has(id: string): boolean }): boolean =>
    targets.some((id) => side.has(id)) || (keepsLoose && !targets.some((id) => all.has(id)));
  const objectives = idsOf(context.objectives, ({ id }) =>
    leads([...chain.behaviorsReached(id)], inBehaviors, context.behaviors),
  );
  const used = new Set(behaviors.flatMap((id) => context.behaviors.get(id)?.audience?.value ?? []));
  const usedAnywhere = new Set([...context.behaviors.values()].flatMap(({ audience }) => audience?.value ?? []));
  return {
    metrics: new Set(metrics),
    behaviors: inBehaviors,
    objectives,
    activities: idsOf(context.activities, ({ practices }) => leads(names(practices), objectives, context.objectives)),
    assessments: idsOf(context.assessments, ({ assesses }) => leads(names(assesses), objectives, context.objectives)),
    audience: idsOf(context.audience, ({ id }) => used.has(id) || (keepsLoose && !usedAnywhere.has(id))),
    points: idsOf(context.points, (point) =>
      leads(names(point.measures), measures, { has: (id) => context.measure(id) !== undefined }),
    ),
    decisions: idsOf(context.decisions, (decision) => {
      const judged = decision.if?.value.clauses.map(({ measure }) => measure.value) ?? [];
      if (judged.length === 0) return keepsLoose;
      return (
        judged.every((id) => measures.has(id) || !context.measure(id)) &&
        (keepsLoose || judged.some((id) => measures.has(id)))
      );
    }),
  };
}

function idsOf<T extends { readonly id: string }>(
  entries: ReadonlyMap<string, T>,
  holds: (entry: T) => boolean,
): ReadonlySet<string> {
  return new Set([...entries.values()].filter(holds).map(({ id }) => id));
}
