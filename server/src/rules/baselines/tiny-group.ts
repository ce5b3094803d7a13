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
    for (const { id, size } of context.audience.values()) yield* tooSmall(say`The audience ${code(id)} has`, size);
    for (const { id, is, baseline } of context.measures) {
      if (!baseline?.n) continue;
      // The `n` of a rate is hours or days.
      const kind = is === "metric" ? context.metrics.get(id)?.kind?.value : "proportion";
      if (kind === "proportion" || kind === "mean")
        yield* tooSmall(say`The baseline of ${code(id)} rests on`, baseline.n);
    }
    yield* tooSmall(say`The comparison group has`, context.measurement?.compare?.n);

    function* tooSmall(what: Message, count: Located<number> | undefined): Iterable<Finding> {
      if (!count || count.value >= least || count.value <= 0) return;
      yield {
        span: count.span,
        message: say`${what} ${count.value}, fewer than ${least}: each of them can be recognized, and chance decides.`,
        help: say`Put groups together, or measure longer. What cannot be reported without naming people should not be promised.`,
      };
    }
  },
});
