import { code, type Message, say } from "../../base/message.ts";
import { hasOtherEyes, isSelfReport, isThemselves } from "../../library/wording-behavior.ts";
import { isChecked } from "../../library/wording-language.ts";
import type { Behavior } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";

export const selfReportedBehavior = defineRule({
  id: "self-reported-behavior",
  family: "behaviors",
  severity: "warning",
  kind: "conflict",
  summary: "Only the trained people themselves say whether a behavior happens.",
  decidedBy: "wording",
  on: "behavior",
  *check(behavior, context) {
    const { who, how, sample } = behavior.confirmedBy ?? {};
    const { languages } = context.settings;
    const says = how && isChecked(how.value, languages) && isSelfReport(how.value) ? how : undefined;
    const others = [how, sample].some((text) => text && hasOtherEyes(text.value));
    const self = who && !others && isOfAudience(who.value, behavior, context) ? who : undefined;
    const place = says ?? self;
    if (!place || !languages.includes("en")) return;
    yield {
      span: place.span,
      message: say`${code(behavior.id)} is confirmed by ${says ? say`what people say of themselves` : themselves(place.value)} alone.`,
      help: say`Let someone else look at a sample, or count it in a record; people who have just been trained say that they apply it.`,
    };
  },
});

function themselves(who: string): Message {
  return say`those who are to show it, ${code(who)},`;
}

function isOfAudience(who: string, behavior: Behavior, context: Context): boolean {
  if (isThemselves(who)) return true;
  const id = behavior.audience?.value;
  if (id === undefined) return false;
  const role = context.audience.get(id)?.role?.value;
  return [id, role].some((name) => name !== undefined && nameOf(name) === nameOf(who));
}

function nameOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/[\s-]+/g, " ")
    .replace(/s$/, "");
}
