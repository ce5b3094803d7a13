import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const incompletePoint = defineRule({
  id: "incomplete-point",
  family: "measurement",
  severity: "error",
  kind: "gap",
  summary: "A measurement point does not say who measures, or how.",
  decidedBy: "shape",
  fixable: true,
  on: "point",
  *check(point, context) {
    const [noWho, noHow] = [isLeftOut(point, "who"), isLeftOut(point, "how")];
    if (!noWho && !noHow) return;
    const help = say`Name the person who will collect the numbers and the report or instrument; what nobody is asked to do is not done in a busy week.`;
    const who = noWho ? writeKey(context, point.node, "who", "${1:person}") : [];
    const how = noHow ? writeKey(context, point.node, "how", "${1:report or instrument}") : [];
    yield {
      span: noWho && noHow ? point.key : placeOfMissing(point, noWho ? "who" : "how"),
      message:
        noWho && noHow
          ? say`The point ${code(point.id)} does not say who measures and how.`
          : noWho
            ? say`The point ${code(point.id)} does not say who measures: ${code("who")} is missing.`
            : say`The point ${code(point.id)} does not say how it is measured: ${code("how")} is missing.`,
      help,
      fixes: [...how, ...who],
    };
  },
});
