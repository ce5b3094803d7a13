import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const duplicateKey = defineRule({
  id: "duplicate-key",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A key stands twice in the same place.",
  decidedBy: "shape",
  on: "file",
  check: (file) => problemsOf(file, "duplicate-key"),
});
