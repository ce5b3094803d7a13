import { defineRule } from "../rule.ts";

export const unreadableCell = defineRule({
  id: "unreadable-cell",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "A cell of the results holds no number, no day or no group where one is expected.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: ({ results }) => results?.problems.filter(({ rule }) => rule === "unreadable-cell") ?? [],
});
