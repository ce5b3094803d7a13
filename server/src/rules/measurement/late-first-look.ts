import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { daysAfterLaunch, hasUnclearPoint, isLook } from "./looks-after-launch.ts";

export const lateFirstLook = defineRule({
  id: "late-first-look",
  family: "measurement",
  severity: "warning",
  kind: "conflict",
  summary: "Nobody looks before the program is as good as over.",
  decidedBy: "dates",
  thresholds: {
    days: {
      value: 90,
      unit: "days after launch",
      source:
        "Behavior is measured after 60 to 90 days [FT-EVAL]; leading indicators are there to see earlier [KP-NW].",
    },
  },
  on: "measurement",
  *check(_measurement, context, { days }) {
    const looks = [...context.points.values()].filter(isLook);
    const distances = looks.map((point) => daysAfterLaunch(point, context));
    if (looks.length === 0 || hasUnclearPoint(context) || distances.some((each) => each === undefined || each <= days))
      return;
    const first = Math.min(...distances.map((each) => each ?? Infinity));
    const point = looks[distances.indexOf(first)];
    if (!point?.when) return;
    yield {
      span: point.when.span,
      message: say`The first look after launch comes ${first} days after it: until then nobody sees whether anything changes.`,
      help: say`Add a point of the phase ${code("during")} within ${days} days that measures the behaviors; what goes wrong can then still be mended.`,
    };
  },
});
