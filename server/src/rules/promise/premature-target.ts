import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const prematureTarget = defineRule({
  id: "premature-target",
  family: "promise",
  severity: "error",
  kind: "conflict",
  summary: "A target is due on the day of launch or before.",
  decidedBy: "dates",
  on: "measure",
  *check({ id, target }, context) {
    const { launch } = context;
    const by = target?.by;
    if (!by || !launch || by.value > launch.value) return;
    const when =
      by.value === launch.value ? say`on the day of launch` : say`before launch on ${formatDay(launch.value)}`;
    yield {
      span: by.span,
      message: say`The target of ${code(id)} is due on ${formatDay(by.value)}, ${when}.`,
      help: say`Choose a day on which people have used what they learned long enough for the number to move.`,
      related: [{ span: launch.span, message: say`Launch is here.` }],
    };
  },
});
