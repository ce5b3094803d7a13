import type { Diagnostic } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import type { Waiver } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { isCovered } from "../waiver.ts";
import { removeWaiver } from "./remove-waiver.ts";

export const unusedWaiver = defineRule({
  id: "unused-waiver",
  family: "waivers",
  severity: "warning",
  kind: "conflict",
  fromAbsence: true,
  summary: "A waiver for a finding that is not there.",
  decidedBy: "links",
  fixable: true,
  on: "waiver",
  check: () => [],
  *review(context, { diagnostics, rules }) {
    if (context.brokenFacets !== 0) return;
    for (const waiver of context.waivers?.items ?? []) {
      const { rule, until } = waiver;
      if (!rule || !rules.has(rule.value) || (until && until.value < context.today)) continue;
      if (diagnostics.some((diagnostic) => uses(waiver, diagnostic, context))) continue;
      // It may be for a row of the results, which have their findings in a file of their own.
      if (rules.get(rule.value)?.family === "results" && context.resultsFile) continue;
      yield {
        span: rule.span,
        message: say`There is nothing to waive: ${code(rule.value)} reports nothing ${waiver.at ? say`at ${code(waiver.at.value)}` : say`in this program`}.`,
        help: say`Remove the waiver, so that the rule speaks up when it has a reason to.`,
        tag: "unnecessary",
        fixes: removeWaiver(context, waiver),
      };
    }
  },
});

function uses(waiver: Waiver, diagnostic: Diagnostic, context: Context): boolean {
  return diagnostic.waived !== undefined && isCovered(waiver, diagnostic.rule, diagnostic.span, context);
}
