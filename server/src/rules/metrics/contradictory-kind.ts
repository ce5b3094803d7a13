import { code, say } from "../../base/message.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const contradictoryKind = defineRule({
  id: "contradictory-kind",
  family: "metrics",
  severity: "error",
  kind: "conflict",
  summary: "A metric is called a proportion, and its unit is a time, money or a rate.",
  decidedBy: "wording",
  fixable: true,
  on: "definition",
  *check({ id, metric, kind, unit }) {
    if (kind?.value !== "proportion" || !unit || !metric.unit || !NO_SHARE.test(unit.value)) return;
    yield {
      span: metric.unit.span,
      message: say`${code(id)} is a ${code("proportion")}, and its unit ${code(unit.value)} is none of a share.`,
      help: say`A share of cases has the unit ${code("%")}; a time or an amount is a ${code("mean")}, and events per hours or per customers are a ${code("rate")}. Formulas differ with the kind.`,
      related: metric.kind ? [{ span: metric.kind.span, message: say`The kind stands here.` }] : [],
      fixes: metric.kind ? changeTo(metric.kind.span, [/^\s*per\s/.test(unit.value) ? "rate" : "mean"]) : [],
    };
  },
});

const NO_SHARE =
  /^\s*(ms|s|secs?|seconds?|min|mins|minutes?|h|hrs?|hours?|days?|weeks?|months?|currency|USD|EUR|GBP|CHF|JPY|CAD|AUD|[$€£]|per\s+\S.*)\s*$/;
