import { code, say } from "../../base/message.ts";
import { isPassiveFormat } from "../../library/wording-format.ts";
import { defineRule } from "../rule.ts";

export const passiveActivities = defineRule({
  id: "passive-activities",
  family: "objectives",
  severity: "warning",
  kind: "gap",
  summary: "People are to learn to do something by reading, watching or listening alone.",
  decidedBy: "wording",
  on: "objective",
  *check({ id, key, level }, { chain, settings }) {
    if (level?.value === "remember" || level?.value === "understand" || !settings.languages.includes("en")) return;
    const activities = chain.practicing(id);
    if (activities.length === 0) return;
    if (!activities.every(({ format, title }) => format && isPassiveFormat(format.value) && !isActive(title?.value)))
      return;
    const formats = [...new Set(activities.map(({ format }) => code(format?.value ?? "")))].join(", ");
    yield {
      span: key,
      message: say`People never do ${code(id)} in training: what practices it is ${formats}.`,
      help: say`Add an activity in which each person does it and hears how it went: a case, a drill, a role play.`,
      related: activities.map(({ format, key: place }) => ({
        span: format?.span ?? place,
        message: say`This informs, and nobody practices.`,
      })),
    };
  },
});

/** The title promises more than the format says. */
function isActive(title: string | undefined): boolean {
  return /\b(?:practi[cs]|exercis|drill|lab|labs|role[- ]?play|case|simulat|workshop|game|quiz|coach|hands-on|project|clinic|try|rehears|peer|discuss)/i.test(
    title ?? "",
  );
}
