import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const unclosedBracket = defineRule({
  id: "unclosed-bracket",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A bracket is opened and not closed.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "unclosed-bracket"),
});
