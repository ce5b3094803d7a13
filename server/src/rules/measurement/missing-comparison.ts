import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingComparison = defineRule({
  id: "missing-comparison",
  family: "measurement",
  severity: "error",
  kind: "gap",
  summary: "The design compares groups, and no comparison group is named.",
  decidedBy: "shape",
  fixable: true,
  on: "measurement",
  *check(measurement, context) {
    const { design, compare } = measurement;
    if (design?.value !== "control-group" && design?.value !== "staggered-rollout") return;
    const isMissing = compare ? isLeftOut(compare, "group") : isLeftOut(measurement, "compare");
    if (!isMissing) return;
    yield {
      span: compare?.key ?? design.span,
      message: say`The design ${code(design.value)} compares groups, and nobody says with whom: ${compare ? code("group") : code("compare")} is missing.`,
      help: say`Say who the comparison is, how it came about and how many cases it gives; the group has to be known before the first people are trained.`,
      fixes: compare
        ? writeKey(context, compare.node, "group", "${1}")
        : writeKey(context, measurement.node, "compare", "{ group: ${1}, assigned: ${2:random}, n: ${3} }"),
    };
  },
});
