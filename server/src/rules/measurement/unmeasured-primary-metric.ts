import { code, say } from "../../base/message.ts";
import type { Point } from "../../model/spec.ts";
import { defineRule } from "../rule.ts";
import { measureAtAll } from "./measure-at.ts";

export const unmeasuredPrimaryMetric = defineRule({
  id: "unmeasured-primary-metric",
  family: "measurement",
  severity: "error",
  kind: "gap",
  summary: "A primary metric is not measured before launch, or not after it.",
  decidedBy: "links",
  fixable: true,
  on: "metric",
  *check({ id, metric }, context) {
    if (metric.role?.value !== "primary") return;
    const points = [...context.points.values()];
    const measuring = context.chain.measuring(id);
    if (points.length === 0 || points.some(isUnclear)) return;
    // A phase without any point is `missing-phase`.
    const missing = (["before", "after"] as const).filter(
      (phase) => hasPhase(points, phase) && !hasPhase(measuring, phase),
    );
    const [phase] = missing;
    if (!phase) return;
    const one = phase === "before" ? say`before launch` : say`after launch`;
    yield {
      span: metric.key,
      message:
        measuring.length === 0
          ? say`No point of the measurement plan measures the primary metric ${code(id)}.`
          : say`No point measures the primary metric ${code(id)} ${missing.length === 1 ? one : say`before or after launch`}.`,
      help: say`Add ${code(id)} to the ${code("measures")} of a point before launch and of one after it; the program is judged by the difference.`,
      related: points
        .filter((point) => missing.some((each) => each === point.phase?.value))
        .map((point) => ({ span: point.key, message: say`This point could measure it.` })),
      fixes: measureAtAll(
        context,
        id,
        missing.flatMap((each) => points.findLast((point) => point.phase?.value === each) ?? []),
      ),
    };
  },
});

function hasPhase(points: readonly Point[], phase: "before" | "after"): boolean {
  return points.some((point) => point.phase?.value === phase);
}

/** What is wrong with such a point has been said, and it could be the one. */
function isUnclear(point: Point): boolean {
  return point.phase === undefined || point.measures === undefined;
}
