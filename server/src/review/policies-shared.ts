import { say } from "../base/message.ts";
import { named } from "./policies-measure.ts";
import { entry, type Judge, judged, type Policies, ranked, replaced, whenIt, wording } from "./policy.ts";

const need = { topic: "need", audiences: ["business"] } as const;
const people = { topic: "owner", audiences: ["business"] } as const;
const rules = { topic: "rules", audiences: ["learning", "business"] } as const;
const levels = ranked(
  ["error", "warning", "hint", "off"],
  { weaker: say`The rule weighs less, or nothing.`, stronger: say`The rule weighs more.` },
  say`The rule weighs what it weighs by itself.`,
);
const more: Judge = ({ after }) =>
  after
    ? judged("weakened", say`Something is left out of the checks.`)
    : judged("strengthened", say`Something is checked again.`);

/** What programs share, and how they are checked. */
export const SHARED_POLICIES: Policies = {
  currency: {
    topic: "money",
    audiences: ["finance"],
    subject: () => say`Currency`,
    judge: replaced(
      say`The amounts now mean something else.`,
      say`The amounts no longer say in which money.`,
      "weakened",
    ),
  },
  "people.*": {
    ...people,
    subject: named((id) => say`Person ${id}`),
    judge: ({ after }) =>
      judged("clarified", after ? say`One more person can be named.` : say`The person can no longer be named.`),
  },
  "people.*.*": {
    ...people,
    subject: named((id, field) => say`Person ${id} (${field})`),
    judge: () => judged("clarified", say`The same name stands for somebody else, or says it otherwise.`),
  },
  "goals.*": {
    ...need,
    subject: named((id) => say`Goal ${id}`),
    judge: entry(say`The organization no longer names this goal.`, say`The organization names one goal more.`),
  },
  "goals.*.*": {
    ...need,
    subject: named((id, field) => say`Goal ${id} (${field})`),
    judge: wording(say`Less is said of the goal.`),
  },
  "rates.*": {
    topic: "money",
    audiences: ["finance"],
    goalpost: "approved",
    subject: named((id) => say`Rate ${id}`),
    judge: whenIt("up", { weaker: say`Time costs more than was said.`, stronger: say`Time costs less than was said.` }),
  },
  ignore: { ...rules, subject: () => say`Files that are not checked`, judge: more },
  profile: {
    ...rules,
    subject: () => say`Strictness`,
    judge: ranked(
      ["strict", "recommended", "tactical"],
      { weaker: say`Less is asked of every program.`, stronger: say`More is asked of every program.` },
      say`The usual strictness counts.`,
    ),
  },
  "rules.*": {
    ...rules,
    subject: named((id) => say`Rule ${id}`),
    judge: (difference, scene) =>
      difference.before
        ? levels(difference, scene)
        : judged(
            difference.after?.value === "error" ? "strengthened" : "weakened",
            say`The rule now weighs what is written here.`,
          ),
  },
  "thresholds.*.*": {
    ...rules,
    subject: named((rule, name) => say`Threshold ${name} of ${rule}`),
    judge: replaced(say`The rule fires at another number.`, say`The rule fires at its own number.`),
  },
  "status.*": { ...rules, subject: named((id) => say`What a gap weighs in a program that is ${id}`), judge: levels },
  paths: {
    ...rules,
    subject: () => say`Rules for some files`,
    judge: ({ after }) =>
      judged("clarified", after ? say`Other rules count for some files.` : say`The usual rules count for these files.`),
  },
};
