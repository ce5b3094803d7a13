import { namesGroup } from "../../appraisal/design-plan.ts";
import { code, say } from "../../base/message.ts";
import { isMissing } from "../../model/located.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const clusterIgnored = defineRule({
  id: "cluster-ignored",
  family: "statistics",
  severity: "warning",
  kind: "gap",
  summary: "Whole groups are assigned, and the sample counts the cases in them as if each stood alone.",
  decidedBy: "shape",
  fixable: true,
  on: "measurement",
  *check({ compare, design }, context) {
    if (design?.value !== "control-group" && design?.value !== "staggered-rollout") return;
    if (!compare?.n || compare.wrong?.has("by")) return;
    const { by, clusters, n } = compare;
    if (!clusters) {
      if (!by || !namesGroup(by.value) || !isMissing(compare, "clusters")) return;
      yield {
        span: by.span,
        message: say`Groups are assigned by ${code(by.value)}, and the plan counts ${n.value} as if each stood alone: ${code("clusters")} is missing.`,
        help: say`Write how many of them there are in both groups together, and ${code("icc")}, how alike cases of one are; many cases from a few groups say less than as many from everywhere.`,
        related: [{ span: n.span, message: say`The cases are counted here.` }],
        fixes: writeKey(context, compare.node, "clusters", "${1}"),
      };
      return;
    }
    const perGroup = n.value / (clusters.value / 2);
    if (!(perGroup > 1) || !isMissing(compare, "icc")) return;
    yield {
      span: placeOfMissing(compare, "icc"),
      message: say`Each of the ${clusters.value} groups gives about ${Math.round(perGroup)} cases, and the plan does not say how alike they are: ${code("icc")} is missing.`,
      help: say`Take it from past data of the same groups: with 0.05, ${Math.round(perGroup)} cases of one group are worth ${Math.max(1, Math.round(perGroup / (1 + (perGroup - 1) * 0.05)))} that stand alone.`,
      fixes: writeKey(context, compare.node, "icc", "${1:0.05}"),
    };
  },
});
