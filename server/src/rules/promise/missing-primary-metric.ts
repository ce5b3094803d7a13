import { code, say } from "../../base/message.ts";
import { type Node, pairOf } from "../../syntax/node.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingPrimaryMetric = defineRule({
  id: "missing-primary-metric",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A program names no primary metric.",
  decidedBy: "shape",
  fixable: true,
  on: "program",
  *check(program, context) {
    if (context.isExempt) return;
    const metrics = [...context.metrics.values()];
    if (program.wrong?.has("metrics") || hasUnread(pairOf(program.node, "metrics")?.value)) return;
    if (metrics.some(({ metric }) => metric.role === undefined || metric.role.value === "primary")) return;
    const help = say`Choose the business number that the owner of the problem will judge the program by, and give it ${code("role: primary")}. A program without any, such as a mandatory one, says ${code("need: { exempt: …, reason: … }")}.`;
    if (isLeftOut(program, "metrics") || metrics.length === 0) {
      yield {
        span: placeOfMissing(program, "metrics"),
        message: say`This program names no metric: nothing says which business number it should move.`,
        help,
        fixes: writeKey(context, program.node, "metrics", SKELETON),
      };
    } else {
      yield {
        span: placeOfMissing(program, "metrics"),
        message: say`No metric here has ${code("role: primary")}: nothing says which number decides.`,
        help,
      };
    }
  },
});

const SKELETON = "\n  ${1:metric-id}:\n    use: ${2:metric of the catalog}\n    role: primary";

/** An entry that is no map has been reported as such, and could have been the primary metric. */
function hasUnread(section: Node | undefined): boolean {
  return section?.kind === "map" && section.pairs.some(({ value }) => value && value.kind !== "map");
}
