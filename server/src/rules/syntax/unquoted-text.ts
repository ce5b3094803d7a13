import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const unquotedText = defineRule({
  id: "unquoted-text",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A text that YAML reads as something else stands without quotes.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "unquoted-text"),
});
