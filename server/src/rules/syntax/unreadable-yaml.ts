import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const unreadableYaml = defineRule({
  id: "unreadable-yaml",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A line cannot be read as YAML.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "unreadable-yaml"),
});
