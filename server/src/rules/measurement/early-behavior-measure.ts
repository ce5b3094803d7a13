import { code, say } from "../../base/message.ts";
import { daysIn } from "../../model/time.ts";
import { names } from "../../workspace/chain.ts";
import { defineRule } from "../rule.ts";
import { daysAfterLaunch, isLook } from "./looks-after-launch.ts";

export const earlyBehaviorMeasure = defineRule({
  id: "early-behavior-measure",
  family: "measurement",
  severity: "warning",
  kind: "conflict",
  summary: "A behavior is measured before people had the chance to do it, or before anything reinforces it.",
  decidedBy: "dates",
  thresholds: {
    days: {
      value: 14,
      unit: "days after launch",
      source: "Common practice for a first look; the field measures behavior after 60 to 90 days [FT-EVAL].",
    },
  },
  on: "point",
  *check(point, context, { days }) {
    const { when, measures } = point;
    const distance = daysAfterLaunch(point, context);
    if (!when || !isLook(point) || distance === undefined || distance < 0) return;
    for (const item of measures?.items ?? []) {
      const behavior = context.behaviors.get(item.value);
      if (!behavior) continue;
      const starts = context.audience.get(behavior.audience?.value ?? "")?.startsUsingIt;
      const least = Math.max(days, starts ? Math.round(daysIn(starts.value)) : 0);
      if (distance < least) {
        yield {
          span: item.span,
          message: say`${code(behavior.id)} is measured ${distance} days after launch, and before ${least} days people have hardly had the chance to do it.`,
          help: say`Move the point to a later day, or measure the behavior at a later one; ${names(measures).length > 1 ? say`the rest of the point can stay` : say`two weeks are the least, two to three months are usual`}.`,
          related: [{ span: when.span, message: say`The day is here.` }],
        };
        continue;
      }
      const drivers = (behavior.drivers?.items ?? []).map((driver) => context.dayOf(driver.starts));
      const [first] = drivers.filter((day) => day !== undefined).sort((a, b) => a - b);
      const day = context.dayOf(when);
      if (first === undefined || drivers.includes(undefined) || day === undefined || day >= first) continue;
      yield {
        span: item.span,
        message: say`${code(behavior.id)} is measured before the first of its drivers has started.`,
        help: say`Measure when what monitors, reinforces or rewards the behavior is in place, or start it earlier.`,
        related: [{ span: behavior.drivers?.key ?? behavior.key, message: say`The drivers are here.` }],
      };
    }
  },
});
