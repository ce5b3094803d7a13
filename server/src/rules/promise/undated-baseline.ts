import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const undatedBaseline = defineRule({
  id: "undated-baseline",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A baseline does not say over which period it was measured.",
  decidedBy: "shape",
  fixable: true,
  on: "measure",
  *check({ id, baseline }, context) {
    if (!baseline) return;
    const [noFrom, noTo] = [isLeftOut(baseline, "from"), isLeftOut(baseline, "to")];
    const help = say`Write the first and the last day that were measured; only then can a reader see whether the period is typical, recent and before launch.`;
    if (noFrom && noTo) {
      yield {
        span: baseline.key,
        message: say`The baseline of ${code(id)} has no period: ${code("from")} and ${code("to")} are missing.`,
        help,
        fixes: writeKey(context, baseline.node, "from", baseline.node.flow ? "${1}, to: ${2}" : "${1}\nto: ${2}"),
      };
    } else if (noFrom || noTo) {
      const [missing, written] = noFrom ? (["from", "to"] as const) : (["to", "from"] as const);
      yield {
        span: placeOfMissing(baseline, missing),
        message: say`The baseline of ${code(id)} has ${code(written)} and no ${code(missing)}.`,
        help,
        fixes: writeKey(context, baseline.node, missing, "${1}"),
      };
    }
  },
});
