import { say } from "../base/message.ts";
import type { Point } from "../model/spec.ts";
import { dayOfTime, type Time } from "../model/time.ts";
import { judgeCondition } from "./judge-condition.ts";
import { named, part } from "./policies-measure.ts";
import { entry, type Judge, judged, type Policies, presence, ranked, replaced, whenIt, wording } from "./policy.ts";
import type { Scene } from "./scene.ts";
import { isSettled } from "./standing.ts";

const comparison = { topic: "comparison", audiences: ["learning", "data"] } as const;
const window = { topic: "window", audiences: ["learning", "data"] } as const;
const decision = { topic: "decision", audiences: ["business"] } as const;
const results = { topic: "results", audiences: ["business", "data"] } as const;

/** A time that weakens the promise when it comes later. */
function later(weaker: ReturnType<typeof say>, stronger: ReturnType<typeof say>, gone: ReturnType<typeof say>): Judge {
  return presence(
    ({ before, after }, scene) => {
      const [a, b] = [dayOf(before?.value as Time, scene.before), dayOf(after?.value as Time, scene.after)];
      if (a === b && a !== undefined) return undefined;
      if (a === undefined || b === undefined) return judged("clarified", say`It is said in another way.`);
      return b > a ? judged("weakened", weaker) : judged("strengthened", stronger);
    },
    { gone },
  );
}

function dayOf(time: Time, context: Scene["before"]): number | undefined {
  return dayOfTime(time, context.launch?.value);
}

/** The last look says for how long an effect must hold; before launch an earlier look is only another plan. */
const pointWhen: Judge = (difference, scene) => {
  const { before, after, path } = difference;
  const judgment = later(
    say`The answer comes later.`,
    say`The answer comes sooner.`,
    say`Nobody knows when it is measured.`,
  )(difference, scene);
  if (judgment?.class !== "strengthened" || !before || !after) return judgment;
  const point = scene.after.points.get(path[2] ?? "");
  if (point?.phase?.value === "before") return judged("clarified", say`It is measured on another day.`);
  return isLast(point, scene) ? judged("weakened", say`Nobody looks as far ahead any more.`) : judgment;
};

function isLast(point: Point | undefined, { after }: Scene): boolean {
  const days = [...after.points.values()].flatMap(({ when }) => after.dayOf(when) ?? []);
  return point !== undefined && after.dayOf(point.when) === Math.max(...days);
}

/** After launch the analysis is chosen when its outcome can be guessed. */
const analysisTest: Judge = presence(
  (_, { standing }) =>
    isSettled(standing)
      ? judged("weakened", say`The analysis is chosen when its outcome can be guessed.`)
      : judged("clarified", say`The numbers are analyzed in another way.`),
  { gone: say`The analysis can be chosen when the numbers are known.` },
);

const size = (weaker: "down" | "up") =>
  whenIt(weaker, {
    weaker: say`The plan now rests on weaker proof.`,
    stronger: say`The plan now rests on stronger proof.`,
  });

/** How the truth will be found out, what is decided on it, and what came out. */
export const MEASUREMENT_POLICIES: Policies = {
  measurement: {
    ...comparison,
    subject: () => say`Measurement plan`,
    judge: part(say`Nobody will know whether it worked.`, say`There was no plan to find out whether it worked.`),
  },
  "measurement.design": {
    ...comparison,
    subject: () => say`Design of the measurement`,
    judge: ranked(
      ["control-group", "staggered-rollout", "trend-line", "before-after", "estimate"],
      {
        weaker: say`What else moved the numbers can be told apart less well.`,
        stronger: say`What else moved the numbers can be told apart better.`,
      },
      say`Nobody knows how the effect of the program is told apart.`,
    ),
  },
  "measurement.compare": {
    ...comparison,
    subject: () => say`Comparison group`,
    judge: part(say`There is nobody to compare with any more.`, say`There is now somebody to compare with.`),
  },
  "measurement.compare.group": {
    ...comparison,
    subject: () => say`Comparison group`,
    judge: wording(say`Nobody knows who is compared with.`, say`After launch others are compared with.`),
  },
  "measurement.compare.assigned": {
    ...comparison,
    subject: () => say`How the groups come about`,
    judge: ranked(
      ["random", "matched", "convenience", "self-selected"],
      {
        weaker: say`The groups can differ in more than the program.`,
        stronger: say`The groups differ in less than before.`,
      },
      say`Nobody knows how the groups come about.`,
    ),
  },
  "measurement.compare.by": {
    ...comparison,
    subject: () => say`What is assigned to a group`,
    judge: wording(say`Nobody knows what is assigned to a group.`),
  },
  "measurement.compare.clusters": { ...comparison, subject: () => say`Number of groups assigned`, judge: size("down") },
  "measurement.compare.icc": {
    ...comparison,
    subject: () => say`Likeness within a group`,
    judge: whenIt("down", {
      weaker: say`The plan now supposes that it can see smaller changes.`,
      stronger: say`The plan is more careful about what it can see.`,
    }),
  },
  "measurement.compare.n": { ...comparison, subject: () => say`Sample of the comparison`, judge: size("down") },
  "measurement.compare.same-people": {
    ...comparison,
    subject: () => say`Whether the same people are measured twice`,
    judge: replaced(
      say`The same people are or are no longer measured twice.`,
      say`Nobody knows whether the same people are measured twice.`,
    ),
  },
  "measurement.analysis": {
    ...comparison,
    subject: () => say`Analysis`,
    judge: part(
      say`The analysis can be chosen when the numbers are known.`,
      say`The analysis is settled in advance.`,
      "clarified",
    ),
  },
  "measurement.analysis.alpha": {
    ...comparison,
    subject: () => say`Risk of a false alarm`,
    judge: whenIt("up", {
      weaker: say`Chance is taken for an effect more often.`,
      stronger: say`Chance is taken for an effect less often.`,
    }),
  },
  "measurement.analysis.power": { ...comparison, subject: () => say`Chance to see the effect`, judge: size("down") },
  "measurement.analysis.test": { ...comparison, subject: () => say`Analysis`, judge: analysisTest },
  "measurement.other-influences": {
    ...comparison,
    subject: () => say`Other influence`,
    judge: part(
      say`Something else that moves the numbers is no longer named.`,
      say`Something else that moves the numbers is named.`,
      "clarified",
    ),
  },
  "measurement.other-influences.*": {
    ...comparison,
    subject: () => say`Other influence`,
    judge: wording(say`Less is said of what else moves the numbers.`),
  },
  "measurement.points.*": {
    ...window,
    subject: named((id) => say`Measurement ${id}`),
    judge: entry(say`One look fewer is taken at the numbers.`, say`One look more is taken at the numbers.`),
  },
  "measurement.points.*.phase": {
    ...window,
    subject: named((id) => say`Phase of ${id}`),
    judge: replaced(say`It belongs to another phase now.`, say`Nobody knows to which phase it belongs.`),
  },
  "measurement.points.*.when": { ...window, subject: named((id) => say`Day of ${id}`), judge: pointWhen },
  "measurement.points.*.measures": {
    ...window,
    subject: named((id) => say`What ${id} measures`),
    judge: presence(() => undefined, {
      gone: say`It is no longer measured then.`,
      fresh: say`It is measured then, too.`,
    }),
  },
  "measurement.points.*.how": {
    ...window,
    subject: named((id) => say`How ${id} measures`),
    judge: wording(say`Nobody knows how it is measured.`, say`Measured otherwise, the numbers may no longer compare.`),
  },
  "measurement.points.*.who": {
    ...window,
    audiences: ["data"],
    subject: named((id) => say`Who measures at ${id}`),
    judge: replaced(say`Somebody else measures.`, say`Nobody is named who measures.`),
  },
  "decisions.*": {
    ...decision,
    goalpost: "settled",
    subject: named((id) => say`Decision ${id}`),
    judge: entry(say`Nothing follows from the numbers any more.`, say`One more decision follows from the numbers.`),
  },
  "decisions.*.if": {
    ...decision,
    goalpost: "settled",
    subject: named((id) => say`Condition of ${id}`),
    judge: judgeCondition,
  },
  "decisions.*.then": {
    ...decision,
    subject: named((id) => say`What ${id} leads to`),
    judge: wording(say`Nothing follows from the decision any more.`, say`Something else follows than was agreed.`),
  },
  "decisions.*.owner": {
    ...decision,
    topic: "owner",
    subject: named((id) => say`Who decides on ${id}`),
    judge: replaced(say`Somebody else decides.`, say`Nobody decides.`),
  },
  "decisions.*.done": {
    ...decision,
    subject: named((id) => say`Record of ${id}`),
    judge: part(say`It is no longer on record what was decided.`, say`It is on record what was decided.`),
  },
  "decisions.*.done.*": {
    ...decision,
    subject: named((id, field) => say`Record of ${id} (${field})`),
    judge: replaced(
      say`The record of what was decided is rewritten.`,
      say`The record of what was decided says less.`,
      "weakened",
    ),
  },
  results: {
    ...results,
    subject: () => say`File of results`,
    judge: replaced(say`The results are taken from another file.`, say`The results count no more.`),
  },
  "conclusions.*": {
    ...results,
    subject: named((id) => say`Conclusion on ${id}`),
    judge: entry(say`Nothing is concluded any more.`, say`A conclusion is drawn.`),
  },
  "conclusions.*.verdict": {
    ...results,
    subject: named((id) => say`Verdict on ${id}`),
    judge: ranked(
      ["worse", "not-estimable", "not-shown", "improved"],
      { weaker: say`More is claimed than before.`, stronger: say`Less is claimed than before.` },
      say`No verdict is given any more.`,
    ),
  },
  "conclusions.*.says": {
    ...results,
    subject: named((id) => say`Words of the conclusion on ${id}`),
    judge: wording(say`Less is said of it.`),
  },
  "conclusions.*.by": {
    ...results,
    topic: "owner",
    subject: named((id) => say`Who concludes on ${id}`),
    judge: replaced(say`Somebody else stands for it.`, say`Nobody stands for it.`),
  },
};
