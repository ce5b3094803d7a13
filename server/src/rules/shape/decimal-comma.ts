import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const decimalComma = defineRule({
  id: "decimal-comma",
  family: "shape",
  severity: "error",
  kind: "conflict",
  summary: "A number is written with a comma.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "decimal-comma"),
});
