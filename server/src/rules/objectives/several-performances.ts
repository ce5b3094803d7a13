import { code, say } from "../../base/message.ts";
import { performancesIn } from "../../library/wording-course.ts";
import { isChecked } from "../../library/wording-language.ts";
import { defineRule } from "../rule.ts";

export const severalPerformances = defineRule({
  id: "several-performances",
  family: "objectives",
  severity: "hint",
  kind: "conflict",
  summary: "An objective asks for several things, which cannot be assessed one by one.",
  decidedBy: "wording",
  thresholds: {
    performances: { value: 2, unit: "verbs", source: "common practice: two steps of one task may stand together" },
  },
  on: "objective",
  *check({ id, can }, { settings }, { performances: most }) {
    if (!can || !isChecked(can.value, settings.languages)) return;
    const found = performancesIn(can.value);
    if (found.length <= most) return;
    yield {
      span: can.span,
      message: say`${code(id)} asks for ${found.length} things at once, ${found.map(code).join(", ")}; more than ${most} cannot be assessed one by one.`,
      help: say`Make an objective of each, joined by ${code("requires")}, or name the one thing that holds them together.`,
    };
  },
});
