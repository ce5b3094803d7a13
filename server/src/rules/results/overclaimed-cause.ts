import type { Finding } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const overclaimedCause = defineRule({
  id: "overclaimed-cause",
  family: "results",
  severity: "hint",
  kind: "conflict",
  summary: "A conclusion seems to name training as the cause, and the design cannot show causes.",
  decidedBy: "wording",
  on: "evaluation",
  *check({ effect, conclusion }): Iterable<Finding> {
    const said = conclusion?.says;
    if (!said || effect.kind === "not-estimable" || !CLAIM.test(said.value) || DENIAL.test(said.value)) return;
    const why = whyNoCause(effect.design);
    if (!why) return;
    yield {
      span: said.span,
      message: say`This seems to name the training as the cause, and ${why}.`,
      help: say`Say what has changed, and what else changed in the same time: ${code("other-influences")} lists it.`,
    };
  },
});

function whyNoCause(design: string): Message | undefined {
  if (design === "before-after") return say`before and after in one group cannot show causes`;
  return design === "trend-line" ? say`a trend line alone cannot show causes` : undefined;
}

const CLAIM =
  /\b(caused by|because of|due to|thanks to|as a result of|attributable to|owing to) (the |our |this )?(training|program|course|workshop)|\b(training|program|course|workshop) (has |have )?(caused|proved|led to|resulted in|produced|delivered|brought)\b/i;
const DENIAL = /\b(not|cannot|never|whether|may|might|perhaps)\b|n't\b/i;
