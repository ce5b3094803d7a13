import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingParticipantTime = defineRule({
  id: "missing-participant-time",
  family: "money",
  severity: "error",
  kind: "gap",
  summary: "The costs leave out the working time of the participants, or count it as nothing.",
  decidedBy: "arithmetic",
  fixable: true,
  on: "money",
  *check({ costs }, context) {
    if (!costs || context.isExempt || costs.node.pairs.length === 0) return;
    const help = say`Count the hours that people are in training and not at work, at wage plus benefits: ${code("participant-time: { people: 240, hours: 6, hourly-rate: 31 }")}.`;
    if (isLeftOut(costs, "participantTime")) {
      yield {
        span: costs.key,
        message: say`The costs do not count the working time of the participants: ${code("participant-time")} is missing.`,
        help,
        fixes: writeKey(context, costs.node, "participant-time", "{ people: ${1}, hours: ${2}, hourly-rate: ${3} }"),
      };
      return;
    }
    const cost = costs.participantTime;
    if (!cost) return;
    const zero =
      cost.value.kind === "amount"
        ? cost.value.amount.likely === 0 && { span: cost.span, of: "participant-time" }
        : zeroIn([
            ["people", cost.value.people],
            ["hours", cost.value.hours],
            ["hourly-rate", cost.value.hourlyRate],
          ]);
    if (!zero) return;
    yield {
      span: zero.span,
      message: say`${code(zero.of)} is 0, so the working time of the participants is counted as nothing.`,
      help,
    };
  },
});

type Written = { readonly value: number | string; readonly span: import("../../base/span.ts").Span };

function zeroIn(fields: readonly (readonly [string, Written | undefined])[]) {
  const found = fields.find(([, field]) => field?.value === 0);
  return found?.[1] && { of: found[0], span: found[1].span };
}
