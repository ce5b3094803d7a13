import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const coincidentChange = defineRule({
  id: "coincident-change",
  family: "statistics",
  severity: "warning",
  kind: "gap",
  summary:
    "Something else changes at the same time, there is no comparison group, and nobody says how the two are told apart.",
  decidedBy: "links",
  fixable: true,
  on: "influence",
  *check(influence, context) {
    const design = context.measurement?.design?.value;
    if (design !== "trend-line" && design !== "before-after") return;
    if (!influence.what || !isLeftOut(influence, "handled")) return;
    yield {
      span: influence.what.span,
      message: say`This can move the same numbers, and with the design ${code(design)} nobody can tell it from the program.`,
      help: say`Say under ${code("handled")} how it is told apart: people or places that it does not reach, the same months of another year, or a comparison group. If it cannot be, say that the report will name it.`,
      fixes: writeKey(context, influence.node, "handled", "${1}"),
    };
  },
});
