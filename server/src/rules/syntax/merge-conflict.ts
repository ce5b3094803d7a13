import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const mergeConflict = defineRule({
  id: "merge-conflict",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A merge left its marks in the file.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "merge-conflict"),
});
