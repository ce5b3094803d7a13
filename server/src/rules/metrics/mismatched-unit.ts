import { code, type Message, say } from "../../base/message.ts";
import { isPercent } from "../../library/unit-bounds.ts";
import type { Located } from "../../model/located.ts";
import { defineRule } from "../rule.ts";
import { sameUnit } from "./library-of.ts";

export const mismatchedUnit = defineRule({
  id: "mismatched-unit",
  family: "metrics",
  severity: "error",
  kind: "conflict",
  summary: "A baseline or target is in another unit than its metric.",
  decidedBy: "arithmetic",
  on: "measure",
  *check({ id, unit, baseline, target, is }) {
    if (unit === undefined) return;
    const places: readonly (readonly [Message, Located<string> | undefined])[] = [
      [say`baseline`, baseline?.unit],
      [say`target`, target?.unit],
    ];
    for (const [what, written] of places) {
      if (!written || sameUnit(written.value, unit) || isMoney(unit, written.value)) continue;
      yield {
        span: written.span,
        message: say`The ${what} of ${code(id)} is in ${code(written.value)}, and ${is === "metric" ? say`the metric` : say`the behavior`} in ${code(unit)}.`,
        help: isRelative(written.value)
          ? say`Write the value to reach itself, in ${code(unit)}, and not the change: "5 % less" can mean two things.`
          : say`Convert the value, and leave the unit out: baseline and target are in the unit of what they belong to.`,
      };
    }
  },
});

/** The library says `currency` where the organization says which. */
function isMoney(unit: string, written: string): boolean {
  return /^currency\b/.test(unit) && /^(currency|[A-Z]{3}|[$€£¥])/.test(written.trim());
}

function isRelative(unit: string): boolean {
  return isPercent(unit) || /^\s*(pp|pts?|(percentage |% ?)?points?|relative)\s*$/i.test(unit);
}
