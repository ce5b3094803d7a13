import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";
import { sameUnit } from "./library-of.ts";

export const crossedGuardrail = defineRule({
  id: "crossed-guardrail",
  family: "metrics",
  severity: "error",
  kind: "conflict",
  summary: "The baseline of a guardrail is already beyond its limit.",
  decidedBy: "arithmetic",
  on: "measure",
  *check({ id, limit, baseline, unit }) {
    if (!limit) return;
    const { atMost, atLeast } = limit;
    if (atMost && atLeast && atLeast.value > atMost.value) {
      yield {
        span: limit.key,
        message: say`No value of ${code(id)} is both at least ${atLeast.value} and at most ${atMost.value}.`,
        help: say`Check the two numbers; the smaller one is ${code("at-least")}.`,
      };
      return;
    }
    if (!baseline?.value || (baseline.unit && !sameUnit(baseline.unit.value, unit))) return;
    const value = baseline.value.value;
    const crossed = atMost && value > atMost.value ? atMost : atLeast && value < atLeast.value ? atLeast : undefined;
    if (!crossed) return;
    yield {
      span: crossed.span,
      message: say`${code(id)} may be ${crossed === atMost ? say`at most` : say`at least`} ${sayValue(crossed.value, unit)}, and its baseline is ${sayValue(value, unit)}: the limit is crossed before anything starts.`,
      help: say`Set the limit on the other side of the baseline. If the number has to get better first, it is a metric with a target.`,
      related: [{ span: baseline.value.span, message: say`The baseline is here.` }],
    };
  },
});
