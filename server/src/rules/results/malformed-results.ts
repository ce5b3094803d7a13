import { defineRule } from "../rule.ts";

export const malformedResults = defineRule({
  id: "malformed-results",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "A file of results lacks columns, or a row does not fit them.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: ({ results }) => results?.problems.filter(({ rule }) => rule === "malformed-results") ?? [],
});
