import { code, say } from "../../base/message.ts";
import { namesOccasion } from "../../library/wording-behavior.ts";
import { isChecked } from "../../library/wording-language.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingFrequency = defineRule({
  id: "missing-frequency",
  family: "behaviors",
  severity: "warning",
  kind: "gap",
  summary: "A behavior does not say on which occasion or how often it is done.",
  decidedBy: "shape",
  fixable: true,
  on: "behavior",
  *check(behavior, context) {
    const { does } = behavior;
    if (!does || !isLeftOut(behavior, "howOften")) return;
    if (!isChecked(does.value, context.settings.languages) || namesOccasion(does.value)) return;
    yield {
      span: placeOfMissing(behavior, "how-often"),
      message: say`${code(behavior.id)} does not say how often: when it is done half the time, nobody can say whether that is enough.`,
      help: say`Name the occasion under ${code("how-often")}, such as ${code("every cancel call")}; the share in the baseline counts these occasions.`,
      fixes: writeKey(context, behavior.node, "how-often", "${1:every …}"),
    };
  },
});
