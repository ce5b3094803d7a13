import { distanceWords, roundedUp, tidy } from "../../appraisal/amount-words.ts";
import { type Detectable, detectabilityOf, seesTarget } from "../../appraisal/detectability.ts";
import { code, type Message, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const guessedInput = defineRule({
  id: "guessed-input",
  family: "statistics",
  severity: "hint",
  kind: "gap",
  summary: "Whether the plan can see a target depends on a number that nobody has stated.",
  decidedBy: "statistics",
  on: "measure",
  *check(measure, context) {
    const { target, unit } = measure;
    if (!target?.value) return;
    const found = detectabilityOf(context, measure);
    if (found.kind !== "detectable" || seesTarget(found, 0) !== "depends") return;
    const [what, how] = guessWords(found);
    const { best, worst, promised } = found;
    const from = distanceWords(roundedUp(best ?? 0), unit);
    const seen =
      worst === undefined
        ? say`from ${from} to more than there can be`
        : say`from ${from} to ${distanceWords(roundedUp(worst), unit)}`;
    yield {
      span: target.value.span,
      message: say`Whether this plan can see the target depends on ${what}, which nobody has stated: the smallest change it sees is anything ${seen}, and the target asks for ${distanceWords(tidy(promised ?? 0), unit)}.`,
      help: how,
    };
  },
});

function guessWords({ guessed }: Detectable): readonly [Message, Message] {
  if (guessed.includes("icc"))
    return [
      say`how alike cases of one group are`,
      say`Take ${code("icc")} from past data of the same groups and write it under ${code("compare")}; a value from 0.005 to 0.1 is assumed.`,
    ];
  if (guessed.includes("autocorrelation"))
    return [
      say`how alike neighboring months are`,
      say`Take more months before launch; a correlation of neighboring months from 0 to 0.4 is assumed.`,
    ];
  return [
    say`how well two measurements of the same people agree`,
    say`Ask for the correlation of two earlier months of the same people; a value from 0.3 to 0.7 is assumed. More cases make the question unimportant.`,
  ];
}
