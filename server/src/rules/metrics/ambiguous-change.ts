import { code, say } from "../../base/message.ts";
import { isPercent } from "../../library/unit-bounds.ts";
import { sharesUnit } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";

export const ambiguousChange = defineRule({
  id: "ambiguous-change",
  family: "metrics",
  severity: "hint",
  kind: "conflict",
  summary: "A basis speaks of a change in percent that can be read in two ways, and the target is neither.",
  decidedBy: "wording",
  on: "measure",
  *check(measure) {
    const { id, unit, direction, baseline, target } = measure;
    if (!isPercent(unit) || !baseline?.value || !target?.value || !target.basis || !sharesUnit(measure)) return;
    const found = CHANGE.exec(target.basis.value);
    const percent = Number(found?.[1]?.replace(",", "."));
    if (!found || !Number.isFinite(percent) || percent === 0 || !direction || direction === "hold") return;
    const sign = direction === "higher" ? 1 : -1;
    const points = round(baseline.value.value + sign * percent);
    const relative = round(baseline.value.value * (1 + (sign * percent) / 100));
    if ([points, relative].some((each) => Math.abs(each - (target.value?.value ?? 0)) < 0.06)) return;
    yield {
      span: target.basis.span,
      message: say`From ${baseline.value.value} %, ${code(found[0].trim())} is ${points} % in points and ${relative} % in proportion; the target of ${code(id)} is ${target.value.value} %.`,
      help: say`Write which of the two is meant, such as "5 points less", and check the target.`,
      related: [{ span: target.value.span, message: say`The target stands here.` }],
    };
  },
});

/** `by 5 %`, `-5 %`; not `5 % points`, and no number without a word or a sign of change before it. */
const CHANGE =
  /(?:\b(?:reduced?|cut|lower(?:ed)?|increased?|raised?|improved?|decreased?|drop(?:ped)?|fall|rise|grow)\s+(?:\S+\s+){0,3}?by\s+|(?:^|\s)[-−+])(\d+(?:[.,]\d+)?)\s?(?:%|percent\b)(?!\s*-?(?:points?|pp)\b)/i;

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
