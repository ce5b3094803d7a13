import { code, type Message, say } from "../../base/message.ts";
import type { Located } from "../../model/located.ts";
import type { Measure } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";

export const impossibleValue = defineRule({
  id: "impossible-value",
  family: "promise",
  severity: "error",
  kind: "conflict",
  summary: "A baseline, target or limit is outside what its unit allows.",
  decidedBy: "arithmetic",
  on: "measure",
  *check(measure) {
    const { id, unit, bounds } = measure;
    const written = valuesOf(measure);
    if (bounds.usual && written.length > 1 && written.every(({ at }) => at.value < 0)) return;
    for (const { what, at } of written) {
      const side = sideCrossed(at.value, bounds);
      if (!side) continue;
      yield {
        span: at.span,
        message: say`${code(id)} cannot be ${side}, and its ${what} is ${sayValue(at.value, unit)}.`,
        help: say`Check the number for a slip of the pen, and the unit: ${unit === undefined ? say`the metric has none` : code(unit)}. A number that can go beyond, such as a turnover above 100 %, is no ${code("proportion")}.`,
      };
    }

    function sideCrossed(value: number, { min, max }: Measure["bounds"]): Message | undefined {
      if (min !== undefined && value < min) return say`below ${sayValue(min, unit)}`;
      return max !== undefined && value > max ? say`above ${sayValue(max, unit)}` : undefined;
    }
  },
});

interface Written {
  readonly what: Message;
  readonly at: Located<number>;
}

/** The values that are in the unit of the measure. */
function valuesOf({ baseline, target, limit, unit }: Measure): readonly Written[] {
  const written: Written[] = [];
  const add = (what: Message, at: Located<number> | undefined, own?: Located<string>) => {
    if (at && (own === undefined || own.value === unit)) written.push({ what, at });
  };
  add(say`baseline`, baseline?.value, baseline?.unit);
  add(say`target`, target?.value, target?.unit);
  add(say`limit`, limit?.atMost);
  add(say`limit`, limit?.atLeast);
  return written;
}
