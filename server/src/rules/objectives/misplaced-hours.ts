import { say } from "../../base/message.ts";
import type { Activity } from "../../model/spec.ts";
import { names } from "../../workspace/chain.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";

export const misplacedHours = defineRule({
  id: "misplaced-hours",
  family: "objectives",
  severity: "hint",
  kind: "conflict",
  fromAbsence: true,
  summary: "Most hours go to content that reaches secondary metrics alone.",
  decidedBy: "arithmetic",
  thresholds: {
    share: { value: 50, unit: "% of the hours", source: "common practice: most time goes to what matters most" },
  },
  on: "program",
  *check(program, context, { share: most }) {
    const { activities, roles } = context;
    if (context.isExempt || !program.activities) return;
    if (![...roles.values()].includes("primary")) return;
    let [all, aside] = [0, 0];
    for (const activity of activities.values()) {
      const reached = reachedBy(activity, context);
      if (activity.hours === undefined || reached === "nothing") return;
      all += activity.hours.value;
      if (reached === "others") aside += activity.hours.value;
    }
    const share = all === 0 ? 0 : (aside / all) * 100;
    if (share <= most) return;
    yield {
      span: program.activities.key,
      message: say`${Math.round(share)} % of the hours (${aside} of ${all}) go to activities that reach no primary metric; more than ${most} % are reported.`,
      help: say`Give most of the time to what moves the primary metric, or give the other metric its role.`,
    };
  },
});

/** Which metrics an activity reaches: primary and leading ones among them, others alone, or none that has a role. */
function reachedBy(activity: Activity, { chain, roles }: Context): "primary" | "others" | "nothing" {
  let reached: "others" | "nothing" = "nothing";
  for (const objective of names(activity.practices)) {
    for (const id of chain.metricsNamed(objective)) {
      const role = roles.get(id);
      if (role === "primary" || role === "leading") return "primary";
      if (role) reached = "others";
    }
  }
  return reached;
}
