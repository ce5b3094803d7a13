import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const aimlessAssessment = defineRule({
  id: "aimless-assessment",
  family: "assessment",
  severity: "warning",
  kind: "gap",
  summary: "An assessment that checks no objective.",
  decidedBy: "links",
  on: "assessment",
  *check({ id, assesses, type }) {
    if (!assesses || assesses.items.length > 0 || type?.value === "survey") return;
    yield {
      span: assesses.key,
      message: say`${code(id)} checks no objective: nobody can say what passing it means.`,
      help: say`Name what it checks under ${code("assesses")}, or leave it out.`,
    };
  },
});
