import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";

export const impossibleSpread = defineRule({
  id: "impossible-spread",
  family: "statistics",
  severity: "error",
  kind: "conflict",
  summary: "A standard deviation is zero, or larger than the values allow.",
  decidedBy: "statistics",
  on: "measure",
  *check({ id, baseline, unit, bounds }) {
    const { value, sd, n } = baseline ?? {};
    if (!sd) return;
    if (sd.value === 0) {
      yield {
        span: sd.span,
        message: say`A standard deviation of 0 says that every single value of ${code(id)} is the same.`,
        help: say`Write how much single cases differ, or leave ${code("sd")} out until somebody knows it; with 0 any change at all would be proof.`,
      };
      return;
    }
    const { min, max, usual } = bounds;
    if (min === undefined || max === undefined || usual || !value || !(value.value >= min && value.value <= max))
      return;
    // Bhatia & Davis 2000: the variance of values between two bounds; a sample may exceed it by n/(n − 1).
    const sample = n && n.value > 1 ? n.value / (n.value - 1) : 2;
    const most = Math.sqrt((max - value.value) * (value.value - min) * sample);
    if (sd.value <= most * (1 + 1e-6)) return;
    yield {
      span: sd.span,
      message: say`Values between ${sayValue(min, unit)} and ${sayValue(max, unit)} with a mean of ${sayValue(value.value, unit)} cannot differ by a standard deviation of ${sd.value}; the most is ${Number(most.toPrecision(3))}.`,
      help: say`Check whether this is the standard deviation of single cases in the same unit as the value, and not a variance or another column.`,
    };
  },
});
