import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { daysAfterLaunch } from "./looks-after-launch.ts";

export const earlyResultMeasure = defineRule({
  id: "early-result-measure",
  family: "measurement",
  severity: "warning",
  kind: "conflict",
  summary: "The last look at a primary metric comes before the number has had time to move.",
  decidedBy: "dates",
  thresholds: {
    days: {
      value: 60,
      unit: "days after launch",
      source:
        "The field measures results after 120 to 180 days [FT-EVAL]; half of the least is where it is surely too early.",
    },
  },
  on: "metric",
  *check({ id, metric, library }, context, { days }) {
    if (metric.role?.value !== "primary") return;
    const looks = context.chain.measuring(id).filter(({ phase }) => phase?.value === "after");
    const distances = looks.map((point) => daysAfterLaunch(point, context));
    const last = looks[distances.indexOf(Math.max(...distances.map((each) => each ?? Infinity)))];
    const distance = last && daysAfterLaunch(last, context);
    const least = Math.max(days, library?.lag?.days ?? 0);
    if (!last?.when || distance === undefined || distance < 0 || distance >= least) return;
    yield {
      span: last.when.span,
      message: say`The last look at ${code(id)} is ${distance} days after launch, and a business number takes at least ${least} days to move.`,
      help:
        library?.lag && library.lag.days > days
          ? say`${library.lag.ground} Add a later point.`
          : say`Add a later point: results are usually measured after four to six months, when people have used what they learned.`,
      related: [{ span: metric.key, message: say`The metric is here.` }],
    };
  },
});
