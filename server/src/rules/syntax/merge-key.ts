import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const mergeKey = defineRule({
  id: "merge-key",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "Keys are taken over from elsewhere with `<<`.",
  decidedBy: "shape",
  on: "file",
  check: (file) => problemsOf(file, "merge-key"),
});
