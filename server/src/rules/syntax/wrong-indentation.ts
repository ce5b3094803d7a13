import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const wrongIndentation = defineRule({
  id: "wrong-indentation",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A line starts in another column than the lines it belongs to.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "wrong-indentation"),
});
