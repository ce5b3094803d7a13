import { code, listOf, say } from "../../base/message.ts";
import { libraryMetric } from "../../library/metric-library.ts";
import { pairOf } from "../../syntax/node.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";
import { libraryOf } from "./library-of.ts";

export const missingGuardrail = defineRule({
  id: "missing-guardrail",
  family: "metrics",
  severity: "warning",
  kind: "gap",
  summary: "A metric that can be improved at the expense of something else has no guardrail beside it.",
  decidedBy: "links",
  fixable: true,
  on: "program",
  *check(program, context) {
    const views = [...context.metrics.values()];
    // Without its role a metric could be the guardrail.
    if (views.some(({ metric }) => metric.role === undefined || metric.role.value === "guardrail")) return;
    const found = views.find((view) => view.metric.role?.value !== "leading" && libraryOf(view)?.gameable);
    const library = found && libraryOf(found);
    if (!found || !library) return;
    const guards = library.guardrails.map((id) => `library/${id}`);
    const [first] = guards;
    const section = pairOf(program.node, "metrics")?.value;
    yield {
      span: found.metric.key,
      message: say`${code(found.id)} can be improved at the expense of something else, and no metric here is a ${code("guardrail")}.`,
      help: say`${library.pitfalls[0] ?? ""} Watch ${first ? listOf(guards) : say`what would suffer`}${library.guardrailText ? say` (${library.guardrailText})` : ""} with a limit and what happens at it.`,
      fixes:
        first && section?.kind === "map"
          ? writeKey(
              context,
              section,
              first.slice("library/".length),
              skeleton(first),
              say`Add ${code(first)} as guardrail`,
            )
          : [],
    };
  },
});

function skeleton(use: string): string {
  const bound = libraryMetric(use)?.direction === "higher" ? "at-least" : "at-most";
  return `\n  use: ${use}\n  role: guardrail\n  limit: { ${bound}: \${1}, then: \${2:what happens then} }`;
}
