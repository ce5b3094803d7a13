import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const missingKey = defineRule({
  id: "missing-key",
  family: "shape",
  severity: "error",
  kind: "gap",
  summary: "A key that has to stand here is missing.",
  decidedBy: "shape",
  on: "file",
  check: (file) => problemsOf(file, "missing-key"),
});
