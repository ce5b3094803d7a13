import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const lateBaseline = defineRule({
  id: "late-baseline",
  family: "promise",
  severity: "error",
  kind: "conflict",
  summary: "The period of a baseline ends after launch.",
  decidedBy: "dates",
  on: "measure",
  *check({ id, baseline }, context) {
    const { launch } = context;
    const last = baseline?.to ?? baseline?.from;
    if (!last || !launch || last.value <= launch.value) return;
    const [day, start] = [formatDay(last.value), formatDay(launch.value)];
    yield {
      span: last.span,
      message: baseline?.to
        ? say`The baseline of ${code(id)} ends on ${day}, after launch on ${start}.`
        : say`The baseline of ${code(id)} starts on ${day}, after launch on ${start}.`,
      help: say`Take a period that ends before the first people are trained; after that the value holds some of the effect it should be compared with.`,
      related: [{ span: launch.span, message: say`Launch is here.` }],
    };
  },
});
