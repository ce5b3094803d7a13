import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const tabIndentation = defineRule({
  id: "tab-indentation",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A line is indented with a tab.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "tab-indentation"),
});
