import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const customTag = defineRule({
  id: "custom-tag",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A value carries a YAML tag (`!name`).",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "custom-tag"),
});
