import { code, listOf, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { areCausesWhole, isBeyondTraining } from "./causes-of.ts";

export const untrainableCauses = defineRule({
  id: "untrainable-causes",
  family: "need",
  severity: "error",
  kind: "conflict",
  fromAbsence: true,
  summary: "All causes of the gap are such that training cannot remove them.",
  decidedBy: "links",
  on: "need",
  *check(need, context) {
    const causes = need.causes?.items ?? [];
    if (context.isExempt || !need.causes || causes.length === 0 || !areCausesWhole(need)) return;
    if (!causes.every((cause) => isBeyondTraining(cause) === true)) return;
    const types = [...new Set(causes.flatMap(({ type }) => (type ? [type.value] : [])))];
    yield {
      span: need.causes.key,
      message:
        types.length === 1
          ? say`The only cause named is ${listOf(types)}, and training cannot remove it.`
          : say`None of the causes (${types.map(code).join(", ")}) is one that training can remove.`,
      help: say`Training changes what people know and can do (${code("knowledge")}, ${code("skill")}). Add the cause that this program answers, with its evidence, or solve the problem without training.`,
    };
  },
});
