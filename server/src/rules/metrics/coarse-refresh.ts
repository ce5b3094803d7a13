import { code, say } from "../../base/message.ts";
import type { Point } from "../../model/spec.ts";
import { names } from "../../workspace/chain.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { refreshDays } from "./refresh-days.ts";

export const coarseRefresh = defineRule({
  id: "coarse-refresh",
  family: "metrics",
  severity: "warning",
  kind: "conflict",
  summary: "A metric is looked at more often than its source has new values.",
  decidedBy: "dates",
  on: "metric",
  *check({ id, source }, context) {
    const refreshed = source?.refreshed;
    const days = refreshDays(refreshed?.value);
    if (!refreshed || days === undefined) return;
    for (const [earlier, later] of pairsOf(id, context)) {
      const item = later.point.measures?.items.find(({ value }) => value === id);
      const first = earlier.id === undefined;
      const gap = later.day - earlier.day;
      // Months differ in length; between two looks half a period makes a new value likely.
      if (!item || gap >= days * (first ? 0.85 : 0.5)) continue;
      yield {
        span: item.span,
        message: first
          ? say`${code(id)} is refreshed ${refreshed.value}, and ${code(later.point.id)} looks at it ${gap} days after launch: most of what it finds is from before.`
          : say`${code(id)} is refreshed ${refreshed.value}, and ${code(later.point.id)} looks at it ${gap} days after ${code(earlier.id ?? "")}: it will most likely find the same value.`,
        help: say`Look later, find a source that is refreshed more often, or decide there by a behavior or a ${code("leading")} metric.`,
        related: [{ span: refreshed.span, message: say`How often it is refreshed stands here.` }],
      };
    }
  },
});

interface Seen {
  readonly id: string | undefined;
  readonly day: number;
}

/** Each point after launch that looks at the metric, with launch or the point before it. */
function* pairsOf(metric: string, context: Context): Iterable<readonly [Seen, { point: Point; day: number }]> {
  const { launch } = context;
  if (!launch) return;
  let earlier: Seen = { id: undefined, day: launch.value };
  const seen = [...context.points.values()]
    .filter(({ measures }) => names(measures).includes(metric))
    .flatMap((point) => {
      const day = context.dayOf(point.when);
      return day === undefined || day <= launch.value ? [] : [{ point, day }];
    })
    .sort((a, b) => a.day - b.day);
  for (const each of seen) {
    yield [earlier, each];
    earlier = { id: each.point.id, day: each.day };
  }
}
