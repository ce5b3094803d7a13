import { code, say } from "../../base/message.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

/** What the help names, and nearly every plan takes. */
const USUAL = 0.05;

export const unusualAlpha = defineRule({
  id: "unusual-alpha",
  family: "statistics",
  severity: "warning",
  kind: "conflict",
  summary: "The plan accepts a high risk of a false alarm.",
  decidedBy: "statistics",
  fixable: true,
  thresholds: {
    most: { value: 0.1, unit: "as a share", source: "Common practice: 0.05, and 0.1 where a false alarm is cheap." },
  },
  on: "measurement",
  *check({ analysis }, _context, { most }) {
    const { alpha, power } = analysis ?? {};
    // What is no share at all is said of its shape.
    if (!alpha || alpha.value <= most || alpha.value >= 1) return;
    const swapped = power !== undefined && power.value <= most;
    yield {
      span: alpha.span,
      message: say`With an ${code("alpha")} of ${alpha.value}, chance alone would look like an effect in ${Math.round(alpha.value * 100)} of 100 programs that do nothing; ${most} is the most that is usual.`,
      help: swapped
        ? say`${code("alpha")} and ${code("power")} look exchanged: 0.05 and 0.8 are the usual values.`
        : say`Use 0.05, or say in the report why a false alarm costs little here.`,
      fixes: swapped
        ? [
            {
              title: say`Exchange ${code("alpha")} and ${code("power")}`,
              safe: false,
              edits: [
                { span: alpha.span, text: String(power.value) },
                { span: power.span, text: String(alpha.value) },
              ],
            },
          ]
        : changeTo(alpha.span, [USUAL]),
    };
  },
});
