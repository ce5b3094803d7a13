import { code, say } from "../../base/message.ts";
import { pairOf } from "../../syntax/node.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingConclusion = defineRule({
  id: "missing-conclusion",
  family: "results",
  severity: "error",
  kind: "gap",
  summary: "A program is evaluated and says nothing of a primary metric.",
  decidedBy: "links",
  fixable: true,
  on: "metric",
  *check({ id, metric }, context) {
    if (metric.role?.value !== "primary" || context.status !== "evaluated") return;
    const { program, conclusions } = context;
    if (!program?.status) return;
    if (program.wrong?.has("conclusions")) return;
    const section = pairOf(program.node, "conclusions");
    const written = section?.value?.kind === "map" ? pairOf(section.value, id) : undefined;
    if (written?.value) return;
    const skeleton = "{ verdict: ${1:improved}, says: ${2:the numbers}, by: ${3:person} }";
    yield {
      span:
        written?.key ?? (isLeftOut(program, "conclusions") ? program.status.span : (conclusions?.key ?? metric.key)),
      message: say`This program is ${code("evaluated")} and has no conclusion on its primary metric ${code(id)}.`,
      help: say`Write under ${code("conclusions")} what the program did to it: ${code("improved")}, ${code("not-shown")}, ${code("worse")} or ${code("not-estimable")}, with the numbers and the name of who says so.`,
      fixes:
        section?.value?.kind === "map"
          ? writeKey(context, section.value, id, skeleton)
          : writeKey(context, program.node, "conclusions", `\n  ${id}: ${skeleton}`),
    };
  },
});
