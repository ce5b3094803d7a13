import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const severalDocuments = defineRule({
  id: "several-documents",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A second document starts in the same file.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "several-documents"),
});
