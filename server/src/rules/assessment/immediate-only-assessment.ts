import { code, say } from "../../base/message.ts";
import type { Assessment } from "../../model/spec.ts";
import { names } from "../../workspace/chain.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";

export const immediateOnlyAssessment = defineRule({
  id: "immediate-only-assessment",
  family: "assessment",
  severity: "warning",
  kind: "gap",
  summary: "Objectives are tested right after training and never again.",
  decidedBy: "dates",
  thresholds: {
    days: { value: 3, unit: "days after launch", source: "LTEM: remembered after several days or more" },
  },
  on: "assessment",
  *check(assessment, context, { days }) {
    const { when } = assessment;
    if (!when || !isImmediate(assessment, context, days)) return;
    const only = names(assessment.assesses).filter((objective) =>
      context.chain
        .assessing(objective)
        .every((each) => each.type?.value === "survey" || isImmediate(each, context, days)),
    );
    const [first] = only;
    if (first === undefined) return;
    yield {
      span: when.span,
      message: say`${only.map(code).join(", ")} ${only.length === 1 ? say`is` : say`are`} tested less than ${days} days after launch and never again.`,
      help: say`Test again after some days or weeks, or move the test: right after training everyone remembers.`,
    };
  },
});

/** A test off the job on the day of launch or within the days after it. */
function isImmediate({ type, when }: Assessment, context: Context, days: number): boolean {
  const { launch } = context;
  const day = context.dayOf(when);
  if (!launch || day === undefined || day < launch.value || day >= launch.value + days) return false;
  return type?.value === "quiz" || type?.value === "scenario" || type?.value === "simulation";
}
