import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const unreadableText = defineRule({
  id: "unreadable-text",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A character is not readable as text.",
  decidedBy: "shape",
  on: "file",
  check: (file) => problemsOf(file, "unreadable-text"),
});
