import type { Finding } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Located } from "../../model/located.ts";
import { defineRule } from "../rule.ts";

export const tinyGroup = defineRule({
  id: "tiny-group",
  family: "baselines",
  severity: "warning",
  kind: "conflict",
  summary: "A group is so small that single people can be recognized.",
  decidedBy: "arithmetic",
  thresholds: {
    least: {
      value: 5,
      unit: "people or cases",
      source: "Common practice: results of fewer than five people are not reported, because each can be recognized.",
    },
  },
  on: "program",
  *check(_program, context, { least }) {
    for (const { id, size } of context.audience.values()) {
      if (isTiny(size)) yield tooSmall(say`The audience ${code(id)} has`, size);
    }
    for (const { id, is, kind, baseline } of context.measures) {
      // The `n` of a rate is hours or days.
      const isOfPeople = is === "behavior" || kind === "proportion" || kind === "mean";
      if (isOfPeople && isTiny(baseline?.n)) yield tooSmall(say`The baseline of ${code(id)} rests on`, baseline.n);
    }
    const group = context.measurement?.compare?.n;
    if (isTiny(group)) yield tooSmall(say`The comparison group has`, group);

    function isTiny(count: Located<number> | undefined): count is Located<number> {
      return count !== undefined && count.value < least && count.value > 0;
    }

    function tooSmall(what: Message, { value, span }: Located<number>): Finding {
      return {
        span,
        message: say`${what} ${value}, fewer than ${least}: each of them can be recognized, and chance decides.`,
        help: say`Put groups together, or measure longer. What cannot be reported without naming people should not be promised.`,
      };
    }
  },
});
