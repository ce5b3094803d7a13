import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const missingSpace = defineRule({
  id: "missing-space",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "No space stands after a colon or a dash.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "missing-space"),
});
