import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const anchorOrAlias = defineRule({
  id: "anchor-or-alias",
  family: "syntax",
  severity: "warning",
  kind: "conflict",
  summary: "A value is written once and pointed to (`&name`, `*name`).",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "anchor-or-alias"),
});
