import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const oversizedFile = defineRule({
  id: "oversized-file",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A file is too long to be read.",
  decidedBy: "shape",
  on: "file",
  check: (file) => problemsOf(file, "oversized-file"),
});
