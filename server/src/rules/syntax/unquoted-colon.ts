import { defineRule } from "../rule.ts";
import { problemsOf } from "./problems-of.ts";

export const unquotedColon = defineRule({
  id: "unquoted-colon",
  family: "syntax",
  severity: "error",
  kind: "conflict",
  summary: "A text with a colon in it stands without quotes.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  check: (file) => problemsOf(file, "unquoted-colon"),
});
