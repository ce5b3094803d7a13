import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const unknownKey = defineRule({
  id: "unknown-key",
  family: "shape",
  severity: "error",
  kind: "conflict",
  summary: "A key is none of those that can stand here.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "unknown-key"),
});
