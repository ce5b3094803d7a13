import { code, say } from "../../base/message.ts";
import { isMissing } from "../../model/located.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const unisolatedBenefit = defineRule({
  id: "unisolated-benefit",
  family: "money",
  severity: "error",
  kind: "conflict",
  summary: "All of the change is credited to the program, and nothing sets other influences apart.",
  decidedBy: "links",
  fromAbsence: true,
  on: "money",
  *check(money, context) {
    const design = context.measurement?.design;
    if (!moneyCase(context) || (design?.value !== "estimate" && design?.value !== "before-after")) return;
    const { contribution } = money;
    if (contribution ? contribution.value.likely < 1 : !isMissing(money, "contribution")) return;
    yield {
      span: contribution?.span ?? money.key,
      message: contribution
        ? say`The whole change is credited to the program (${code("contribution: 1")}), and the design ${code(design.value)} sets nothing else apart.`
        : say`No ${code("contribution")} says how much of the change is the program's, and the design ${code(design.value)} sets nothing else apart.`,
      help: say`Agree with the sponsor on a share, with ${code("low")} and ${code("high")}, or measure against a group without the program.`,
      related: [{ span: design.span, message: say`The design is here.` }],
    };
  },
});
