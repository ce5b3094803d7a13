import { roughly } from "../../appraisal/amount-words.ts";
import { designPlan } from "../../appraisal/design-plan.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const tooFewEvents = defineRule({
  id: "too-few-events",
  family: "statistics",
  severity: "warning",
  kind: "conflict",
  summary: "So few events are to be expected that chance alone moves the number more than the program can.",
  decidedBy: "statistics",
  thresholds: {
    events: {
      value: 10,
      unit: "events in one window",
      source:
        "Under 10 expected events nothing realistic can be detected (simulations of the log rate ratio, Przyborowski & Wilenski 1940).",
    },
    cases: {
      value: 5,
      unit: "cases of the rarer answer",
      source: "Under 5 expected cases tests of shares break down (Fleiss, Levin & Paik 2003).",
    },
  },
  on: "measure",
  *check(measure, context, { events, cases }) {
    const { id, baseline, target } = measure;
    if (!baseline?.value || !target?.value) return;
    const plan = designPlan(context, measure);
    if (plan.kind !== "plan" || plan.design === "trend-line" || plan.metric === "mean") return;
    const isRate = plan.metric === "rate";
    const share = isRate ? plan.start : Math.min(plan.start, 1 - plan.start);
    if (!(share > 0)) return;
    const expected = share * Math.min(plan.before.value, plan.after.value);
    if (!(expected < (isRate ? events : cases))) return;
    const number = expected < 1 ? say`less than one` : say`about ${roughly(expected)}`;
    yield {
      span: baseline.n?.span ?? baseline.value.span,
      message: isRate
        ? say`At today's rate of ${code(id)}, ${number} events are to be expected in one window: too few to see any realistic change.`
        : say`At today's share of ${code(id)}, ${number} cases of the rarer answer are to be expected: too few to see any realistic change.`,
      help: say`Take a longer window or more cases, or judge by something that happens more often, such as near misses or the behavior itself.`,
    };
  },
});
