import { money } from "../appraisal/forecast-figure.ts";
import { durationText } from "../appraisal/forecast-words.ts";
import { type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { PlanPart, PlanTable } from "./plan-parts.ts";
import { emptyWords, NOT_PLANNED, NOTHING, personWords, written } from "./plan-words.ts";

/** Why there is a program, for whom, and who answers for it. */
export function needPart(context: Context): PlanPart {
  const { owners } = context;
  return {
    lines: [
      ...needLines(context),
      say`Answers for the learning: ${personWords(context, owners?.learning)}`,
      say`Answers for the business result: ${personWords(context, owners?.business)}`,
      ...(context.tier === "tactical" || context.isExempt
        ? []
        : [say`Answers for the money: ${personWords(context, owners?.finance)}`]),
    ],
    tables: [causesTable(context), audienceTable(context)].filter((table) => table !== undefined),
    notes: [],
  };
}

function needLines(context: Context): Message[] {
  const { need } = context;
  if (!need) return [say`The need: ${emptyWords(context, "need")}`];
  if (need.exempt) return [say`Exempt from business outcomes (${need.exempt.value}): ${written(need.reason)}`];
  const goal = need.goal && context.goals.get(need.goal.value);
  const cost = need.costOfGap && money(need.costOfGap.value, context.money?.currency?.value);
  return [
    say`Problem: ${written(need.problem)}`,
    say`Goal of the organization: ${goal?.statement?.value ?? need.goal?.value ?? NOT_PLANNED}`,
    say`Cost of the gap per year: ${cost ?? say`not known yet`}`,
  ];
}

function causesTable(context: Context): PlanTable | undefined {
  const causes = context.need?.causes?.items ?? [];
  if (causes.length === 0) return undefined;
  return {
    id: "causes",
    heading: say`Causes`,
    caption: say`Why the gap exists. Training answers a lack of knowledge or skill; the other causes need an action of their own.`,
    columns: [say`Cause`, say`Finding`, say`Evidence`, say`Action`, say`Who`],
    rows: causes.map(({ type, finding, evidence, action, owner }) => {
      const isTaught = type?.value === "knowledge" || type?.value === "skill";
      return [
        written(type),
        written(finding),
        written(evidence),
        isTaught && !action ? say`this program` : written(action),
        isTaught && !owner ? NOTHING : personWords(context, owner),
      ];
    }),
  };
}

function audienceTable(context: Context): PlanTable | undefined {
  const groups = [...context.audience.values()];
  if (groups.length === 0) return undefined;
  return {
    id: "audience",
    heading: say`Audience`,
    caption: say`Who is trained within the horizon.`,
    columns: [say`Role`, say`People`, say`Starts using it`],
    rows: groups.map(({ role, size, startsUsingIt }) => [
      written(role),
      size ? say`${size.value}` : NOT_PLANNED,
      startsUsingIt ? say`within ${durationText(startsUsingIt.value)}` : NOT_PLANNED,
    ]),
  };
}
