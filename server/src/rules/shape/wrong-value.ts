import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const wrongValue = defineRule({
  id: "wrong-value",
  family: "shape",
  severity: "error",
  kind: "conflict",
  summary: "A value is none of those that its key takes.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "wrong-value"),
});
