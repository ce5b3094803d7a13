import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const unclosedQuote = defineRule({
  id: "unclosed-quote",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A quote is opened and not closed.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "unclosed-quote"),
});
