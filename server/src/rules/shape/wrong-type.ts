import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const wrongType = defineRule({
  id: "wrong-type",
  family: "shape",
  severity: "error",
  kind: "conflict",
  summary: "A value is of another kind than its key takes.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "wrong-type"),
});
