import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { isBeyondTraining } from "./causes-of.ts";

export const claimsWholeChange = defineRule({
  id: "claims-whole-change",
  family: "need",
  severity: "warning",
  kind: "conflict",
  summary: "A program claims all of the change, though other causes are being removed too.",
  decidedBy: "links",
  on: "need",
  *check({ causes }, context) {
    const contribution = context.money?.contribution;
    if (!contribution || contribution.value.likely < 1) return;
    const others = causes?.items.filter((cause) => isBeyondTraining(cause)) ?? [];
    if (others.length === 0) return;
    yield {
      span: contribution.span,
      message: say`The program claims all of the change, and ${others.length === 1 ? say`one cause is` : say`${others.length} causes are`} none that training removes.`,
      help: say`Plan a share: what is done about tools, incentives and process moves the number too, such as ${code("contribution: { low: 0.4, likely: 0.6, high: 0.8 }")}.`,
      related: others.map((cause) => ({ span: cause.key, message: say`Training does not remove this cause.` })),
    };
  },
});
