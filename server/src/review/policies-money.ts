import { type Message, say } from "../base/message.ts";
import type { Cost } from "../model/located.ts";
import { type Duration, daysIn } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import { named, part } from "./policies-measure.ts";
import { type Judge, judged, type Policies, presence, ranked, replaced, whenIt, wording } from "./policy.ts";

const money = { topic: "money", audiences: ["finance"], goalpost: "approved" } as const;
const approval = { topic: "approval", audiences: ["finance"] } as const;

/** An assumption: the higher it is, the better the program looks for the same promise. */
function assumption(gone: Message): Judge {
  return whenIt(
    "up",
    {
      weaker: say`The same promise is now said to be worth more.`,
      stronger: say`The case is more careful than before.`,
    },
    gone,
  );
}

const horizon: Judge = presence(
  ({ before, after }) =>
    daysIn(after?.value as Duration) > daysIn(before?.value as Duration)
      ? judged("weakened", say`Benefit is counted for a longer time.`)
      : judged("strengthened", say`Benefit is counted for a shorter time.`),
  { gone: say`Nobody knows for how long benefit is counted.` },
);

const cost: Judge = (difference, scene) => {
  const { before, after } = difference;
  if (!after) return judged("weakened", say`This cost is no longer counted.`);
  if (after.unreadable || before?.unreadable)
    return presence(() => undefined, { gone: say`This cost is no longer counted.` })(difference, scene);
  if (!before) return judged("new", say`This cost was not counted before.`);
  const [a, b] = [amountOf(before.value as Cost, scene.before), amountOf(after.value as Cost, scene.after)];
  if (a === undefined || b === undefined) return judged("clarified", say`It is computed in another way.`);
  if (a === b) return judged("clarified", say`It comes to the same and is written in another way.`);
  return b > a
    ? judged("weakened", say`The program costs more than was said.`)
    : judged("strengthened", say`The program costs less than was said; ask what is left out.`);
};

function amountOf(written: Cost, context: Context): number | undefined {
  if (written.kind === "amount") return written.amount.likely;
  const rate = written.hourlyRate?.value;
  const hourly = typeof rate === "string" ? context.rates.get(rate)?.value : rate;
  const [people, hours] = [written.people?.value, written.hours?.value];
  return people === undefined || hours === undefined || hourly === undefined ? undefined : people * hours * hourly;
}

/** What the program is said to earn and to cost. */
export const MONEY_POLICIES: Policies = {
  money: {
    ...money,
    subject: () => say`Money case`,
    judge: part(say`Nobody says any more what it brings and costs.`, say`It now says what it brings and costs.`),
  },
  "money.currency": {
    ...money,
    subject: () => say`Currency`,
    judge: replaced(
      say`The amounts now mean something else.`,
      say`The amounts no longer say in which money.`,
      "weakened",
    ),
  },
  "money.basis": {
    ...money,
    subject: () => say`Basis of the money case`,
    judge: ranked(["margin", "cost-avoided", "cashable-time"], {
      weaker: say`The money is softer than before.`,
      stronger: say`The money is harder than before.`,
    }),
  },
  "money.perspective": {
    ...money,
    subject: () => say`Whose money it is`,
    judge: wording(say`Nobody knows whose money it is.`),
  },
  "money.horizon": { ...money, subject: () => say`Horizon`, judge: horizon },
  "money.expected-change.*": {
    ...money,
    audiences: ["finance", "business"],
    subject: named((id) => say`Expected change of ${id}`),
    judge: whenIt(
      "down",
      {
        weaker: say`Less is expected than before.`,
        stronger: say`More is expected than before; the money case rests on it.`,
      },
      say`The target itself is now what the money case rests on.`,
    ),
  },
  "money.contribution": {
    ...money,
    subject: () => say`Share of the change that the program claims`,
    judge: assumption(say`The program now claims the whole change.`),
  },
  "money.confidence": {
    ...money,
    subject: () => say`Confidence in the estimate`,
    judge: assumption(say`The estimate is no longer reduced by its doubt.`),
  },
  "money.reach": {
    ...money,
    subject: () => say`Reach`,
    judge: whenIt(
      "down",
      { weaker: say`Fewer people are reached.`, stronger: say`More people are reached.` },
      say`Everybody is now said to be reached.`,
    ),
  },
  "money.costs": {
    ...money,
    subject: () => say`Costs`,
    judge: part(say`No cost is counted any more.`, say`Costs are counted now.`),
  },
  "money.costs.*": { ...money, subject: named((name) => say`Cost of ${name}`), judge: cost },
  "money.approved": {
    ...approval,
    subject: () => say`Approval of the money case`,
    judge: part(say`The case is approved no more.`, say`The case is approved.`),
  },
  "money.approved.by": {
    ...approval,
    subject: () => say`Who approved the money case`,
    judge: replaced(say`Somebody else has approved it.`, say`Nobody stands for the approval.`),
  },
  "money.approved.on": {
    ...approval,
    subject: () => say`Day on which the money case was approved`,
    judge: replaced(say`The approval has another day.`, say`The approval has no day.`),
  },
  "money.claimed": {
    ...money,
    subject: () => say`Claim from outside`,
    judge: part(
      say`A claim from outside is no longer stated, so nobody can check it.`,
      say`A claim from outside is stated.`,
    ),
  },
  "money.claimed.*": {
    ...money,
    subject: named((field) => say`Claim from outside (${field})`),
    judge: replaced(say`The claim from outside is another one.`, say`Less is said of the claim from outside.`),
  },
};
