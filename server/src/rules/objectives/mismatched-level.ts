import { code, listOf, say } from "../../base/message.ts";
import { bloomLevels, bloomLevelsOf } from "../../library/verbs.ts";
import { fromVerb } from "../../library/wording.ts";
import { headVerbs } from "../../library/wording-course.ts";
import { isChecked } from "../../library/wording-language.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const mismatchedLevel = defineRule({
  id: "mismatched-level",
  family: "objectives",
  severity: "hint",
  kind: "conflict",
  summary: "The verb of an objective belongs to another level than the one that is declared.",
  decidedBy: "wording",
  fixable: true,
  thresholds: {
    steps: { value: 2, unit: "levels apart", source: "common practice: neighboring levels share many verbs" },
  },
  on: "objective",
  *check({ can, level }, { settings }, { steps }) {
    if (!can || !level || !isChecked(can.value, settings.languages)) return;
    const phrase = fromVerb(can.value);
    const [verb, ...others] = headVerbs(phrase);
    if (verb === undefined || others.length > 0 || !CLEAR.has(verb) || /^(?:explain|describe) why\b/.test(phrase))
      return;
    const levels = bloomLevelsOf(phrase);
    const declared = bloomLevels.indexOf(level.value);
    const nearest = Math.min(...levels.map((each) => Math.abs(bloomLevels.indexOf(each) - declared)));
    if (levels.length === 0 || nearest < steps) return;
    yield {
      span: level.span,
      message: say`The level is ${code(level.value)}, and ${code(verb)} is commonly a verb of ${listOf(levels)}: ${nearest} levels away, where ${steps} are reported.`,
      help: say`Change the level, or choose the verb for what the job asks for.`,
      related: [{ span: can.span, message: say`The verb is here.` }],
      fixes: changeTo(level.span, levels),
    };
  },
});

/** Verbs that ask for the same thinking whatever follows them; "find", "write" or "show" may ask for any. */
const CLEAR: ReadonlySet<string> = new Set([
  ...["define", "list", "recall", "recite", "memorize", "describe", "explain", "paraphrase", "restate"],
  ...[
    "summarize",
    "diagnose",
    "troubleshoot",
    "debug",
    "critique",
    "judge",
    "justify",
    "defend",
    "evaluate",
    "appraise",
  ],
  ...["recommend", "design", "devise", "invent", "compose", "create", "formulate", "develop", "propose"],
]);
