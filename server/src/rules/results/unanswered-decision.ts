import { formatDay } from "../../base/date.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unansweredDecision = defineRule({
  id: "unanswered-decision",
  family: "results",
  severity: "warning",
  kind: "gap",
  summary: "The condition of a decision holds, and nobody says what was done.",
  decidedBy: "arithmetic",
  fixable: true,
  on: "outcome",
  *check({ decision, fires, clauses, due, isDue }, context): Iterable<Finding> {
    // In an evaluated program every decision has to say it: `unrecorded-decision`.
    if (fires !== true || !isDue || due === undefined || context.status === "evaluated") return;
    if (!decision.if || !isLeftOut(decision, "done")) return;
    const [first] = clauses;
    yield {
      span: decision.if.span,
      message: say`This holds since ${formatDay(due)} (${first?.measured ?? ""}), and nobody says what was done.`,
      help: decision.then
        ? say`What was agreed: ${decision.then.value}. Write under ${code("done")} when it was done, or what was done instead.`
        : say`Write under ${code("done")} what was done.`,
      fixes: writeKey(context, decision.node, "done", "{ on: ${1}, fired: ${2:yes}, what: ${3} }"),
    };
  },
});
