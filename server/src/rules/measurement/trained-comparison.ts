import { type Day, formatDay, parseDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { hasUnclearPoint } from "./looks-after-launch.ts";

export const trainedComparison = defineRule({
  id: "trained-comparison",
  family: "measurement",
  severity: "hint",
  kind: "conflict",
  summary: "The comparison group seems to be trained before the first look at the result.",
  decidedBy: "wording",
  on: "measurement",
  *check({ design, compare }, context) {
    if (design?.value !== "control-group" && design?.value !== "staggered-rollout") return;
    const start = compare?.group && dayIn(compare.group.value);
    if (!compare?.group || start === undefined || hasUnclearPoint(context)) return;
    for (const { id, metric } of context.metrics.values()) {
      if (metric.role?.value !== "primary") continue;
      const looks = context.chain.measuring(id).filter(({ phase }) => phase?.value === "after");
      const days = looks.map(({ when }) => context.dayOf(when));
      if (looks.length === 0 || days.some((day) => day === undefined || day <= start)) continue;
      yield {
        span: compare.group.span,
        message: say`The comparison group seems to be trained from ${formatDay(start)} on, and the first look at ${code(id)} after launch comes later: then both groups are trained.`,
        help: say`Look once before the others start, or let them wait until after the look.`,
        related: looks.map(({ key }) => ({ span: key, message: say`This look comes after they start.` })),
      };
      return;
    }
  },
});

/** The day, or the first day of the month, that the words name after "start", "get", "follow" or "trained". */
function dayIn(text: string): Day | undefined {
  const match =
    /\b(?:start|starts|begin|begins|get|gets|follow|follows|trained|join|joins)\b.*?\b(?:(\d{4}-\d{2}-\d{2})|([A-Z][a-z]+) (\d{4}))\b/.exec(
      text,
    );
  if (!match) return undefined;
  if (match[1]) return parseDay(match[1]);
  const month = MONTHS.indexOf(match[2] ?? "") + 1;
  return month > 0 ? parseDay(`${match[3]}-${String(month).padStart(2, "0")}-01`) : undefined;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
