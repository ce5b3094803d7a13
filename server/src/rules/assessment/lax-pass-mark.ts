import { code, say } from "../../base/message.ts";
import { isPercent } from "../../library/unit-bounds.ts";
import { names } from "../../workspace/chain.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const laxPassMark = defineRule({
  id: "lax-pass-mark",
  family: "assessment",
  severity: "hint",
  kind: "conflict",
  summary: "A pass mark is lower than the standard of the objective that it checks.",
  decidedBy: "arithmetic",
  fixable: true,
  on: "assessment",
  *check({ id, assesses, pass }, context) {
    const { atLeast, unit } = pass ?? {};
    const [objective, ...others] = names(assesses);
    if (!atLeast || !isPercent(unit?.value) || objective === undefined || others.length > 0) return;
    const to = context.objectives.get(objective)?.to;
    const standard = to && shareIn(to.value);
    if (!to || standard === undefined || atLeast.value <= 0 || atLeast.value >= standard - 0.5) return;
    yield {
      span: atLeast.span,
      message: say`${code(id)} passes people at ${atLeast.value} %, and the standard of ${code(objective)} is ${Math.round(standard)} %.`,
      help: say`Let both say the same: raise the pass mark, or lower the standard if the job allows it.`,
      related: [{ span: to.span, message: say`The standard is here.` }],
      fixes: changeTo(atLeast.span, [Math.round(standard)]),
    };
  },
});

/** "4 of 5 calls" is 80; undefined where the text names no such share, or several. */
function shareIn(text: string): number | undefined {
  const [found, ...others] = [...text.matchAll(/(?<![\d.,])(\d{1,3}) (?:out )?of (?:the )?(\d{1,3})(?![\d.,]*\d)/g)];
  const [part, all] = [Number(found?.[1]), Number(found?.[2])];
  return found && others.length === 0 && all > 0 && part <= all ? (part / all) * 100 : undefined;
}
