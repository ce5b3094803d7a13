import { differencesFromOwn } from "../../appraisal/forecast-claim.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { CLOSENESS } from "./claim-months.ts";
import { moneyCase } from "./money-case.ts";

export const unsupportedClaim = defineRule({
  id: "unsupported-claim",
  family: "money",
  severity: "hint",
  kind: "conflict",
  summary: "A claimed figure cannot be checked, or differs from what the program's own inputs give.",
  decidedBy: "arithmetic",
  thresholds: { closeness: CLOSENESS },
  on: "money",
  *check({ claimed }, context, { closeness }) {
    const forecast = moneyCase(context);
    if (!claimed || !forecast) return;
    for (const { of, stated, working } of differencesFromOwn(claimed, forecast, closeness / 100)) {
      yield {
        span: stated.span,
        message: say`${code(of)} is claimed to be ${stated.value}, and the inputs of this program give ${working}.`,
        help: say`Where both are meant to describe the same program, one of them is wrong; where they are not, say so in ${code("source")}.`,
      };
    }
    const { cost, benefit, bcr, roi, payback } = claimed;
    const ratio = roi ?? bcr ?? payback;
    if (!ratio || (cost && benefit) || forecast.bcr.kind === "figure") return;
    const missing = [cost ? "" : "cost", benefit ? "" : "benefit"].filter(Boolean).map(code).join(" and ");
    yield {
      span: ratio.key,
      message: say`The claim gives a ratio without ${missing}: nobody can check it.`,
      help: say`Ask for the figures behind it; a ratio is worth what its cost and its benefit are worth.`,
    };
  },
});
