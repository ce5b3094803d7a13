import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const missingHeader = defineRule({
  id: "missing-header",
  family: "shape",
  severity: "error",
  kind: "conflict",
  summary: "A file does not say which kind of spec it is.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "missing-header"),
});
