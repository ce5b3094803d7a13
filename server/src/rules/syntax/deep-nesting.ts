import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const deepNesting = defineRule({
  id: "deep-nesting",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "The text is nested deeper than any spec.",
  decidedBy: "shape",
  on: "file",
  check: (file) => problemsOf(file, "deep-nesting"),
});
