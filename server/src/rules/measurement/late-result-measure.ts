import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { daysAfterLaunch } from "./looks-after-launch.ts";

export const lateResultMeasure = defineRule({
  id: "late-result-measure",
  family: "measurement",
  severity: "warning",
  kind: "conflict",
  summary: "The first look at a primary metric comes so late that nobody can say what moved it.",
  decidedBy: "dates",
  thresholds: {
    days: {
      value: 400,
      unit: "days after launch",
      source:
        "Benefits of a short program are counted for the first year [12GP, no. 9]; a month is added for the report.",
    },
  },
  on: "metric",
  *check({ id, metric }, context, { days }) {
    if (metric.role?.value !== "primary") return;
    const looks = context.chain.measuring(id).filter(({ phase }) => phase?.value !== "before");
    const distances = looks.map((point) => daysAfterLaunch(point, context));
    if (looks.length === 0 || distances.some((each) => each === undefined || each <= days)) return;
    const first = Math.min(...distances.map((each) => each ?? Infinity));
    const point = looks[distances.indexOf(first)];
    if (!point?.when) return;
    yield {
      span: point.when.span,
      message: say`The first look at ${code(id)} after launch comes ${first} days after it, more than ${days}: by then too much else has moved it.`,
      help: say`Add a point four to six months after launch; a later one can stay to see whether the change lasts.`,
      related: [{ span: metric.key, message: say`The metric is here.` }],
    };
  },
});
