import { code, say } from "../../base/message.ts";
import { isSpread } from "../../library/wording-format.ts";
import type { Objective } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";

export const unspacedPractice = defineRule({
  id: "unspaced-practice",
  family: "objectives",
  severity: "hint",
  kind: "gap",
  summary: "An objective is practiced and assessed in one go, and nothing brings it back later.",
  decidedBy: "dates",
  thresholds: {
    days: { value: 3, unit: "days after launch", source: "LTEM: remembered after several days or more" },
  },
  on: "objective",
  *check(objective, context, { days }) {
    const { chain, launch } = context;
    const [activity, ...others] = chain.practicing(objective.id);
    if (!activity || others.length > 0 || !launch) return;
    if (isSpread(`${activity.title?.value ?? ""} ${activity.format?.value ?? ""}`)) return;
    const assessments = chain.assessing(objective.id);
    const atOnce = assessments.filter(({ when }) => (context.dayOf(when) ?? Infinity) < launch.value + days);
    if (assessments.length === 0 || atOnce.length < assessments.length || isBroughtBack(objective, context)) return;
    yield {
      span: objective.key,
      message: say`${code(objective.id)} is practiced once, assessed within ${days} days, and nothing at work brings it back.`,
      help: say`Split the practice over several days, check it again some weeks later, or agree on a driver of type ${code("reinforce")} or ${code("encourage")}.`,
    };
  },
});

/** Someone comes back to it at work. */
function isBroughtBack({ id }: Objective, { chain, behaviors }: Context): boolean {
  return [...chain.behaviorsReached(id)].some((behavior) =>
    behaviors.get(behavior)?.drivers?.items.some(({ type }) => type?.value !== "monitor" && type?.value !== "reward"),
  );
}
