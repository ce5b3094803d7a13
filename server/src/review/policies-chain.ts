import { say } from "../base/message.ts";
import { type Duration, dayOfTime, daysIn, type Time } from "../model/time.ts";
import { named, part } from "./policies-measure.ts";
import {
  criterion,
  entry,
  type Judge,
  judged,
  type Policies,
  presence,
  ranked,
  replaced,
  whenIt,
  wording,
} from "./policy.ts";
import type { Scene } from "./scene.ts";

const behavior = { topic: "behavior", audiences: ["business", "learning"] } as const;
const learning = { topic: "learning", audiences: ["learning"] } as const;

const duration: Judge = presence(
  ({ before, after }) =>
    daysIn(after?.value as Duration) > daysIn(before?.value as Duration)
      ? judged("weakened", say`People may wait longer before they use it.`)
      : judged("strengthened", say`People use it sooner.`),
  { gone: say`Nobody knows when people start to use it.` },
);

function moment(later: "clarified" | "weakened"): Judge {
  return presence(
    ({ before, after }, scene) => {
      const [a, b] = [dayOf(before?.value as Time, scene.before), dayOf(after?.value as Time, scene.after)];
      if (a !== undefined && a === b) return undefined;
      const isLater = a !== undefined && b !== undefined && b > a;
      return judged(isLater ? later : "clarified", isLater ? say`It comes later.` : say`It comes at another time.`);
    },
    { gone: say`Nobody knows when it happens.` },
  );
}

function dayOf(time: Time, context: Scene["before"]): number | undefined {
  return dayOfTime(time, context.launch?.value);
}

/** A list of names of which one comes or goes. */
const link = (gone: ReturnType<typeof say>, fresh: ReturnType<typeof say>): Judge =>
  presence(() => undefined, { gone, fresh });

/** What people will do at work, and what they learn for it. */
export const CHAIN_POLICIES: Policies = {
  "audience.*": {
    ...behavior,
    subject: named((id) => say`Audience ${id}`),
    judge: entry(say`These people are no longer trained.`, say`More people are trained.`),
  },
  "audience.*.role": {
    ...behavior,
    subject: named((id) => say`Role of ${id}`),
    judge: wording(say`Nobody knows who is trained.`, say`Others are trained than was promised.`),
  },
  "audience.*.size": {
    ...behavior,
    subject: named((id) => say`Number of ${id}`),
    judge: whenIt("down", { weaker: say`Fewer people are trained.`, stronger: say`More people are trained.` }),
  },
  "audience.*.starts-using-it": {
    ...behavior,
    subject: named((id) => say`When ${id} start to use it`),
    judge: duration,
  },
  "behaviors.*": {
    ...behavior,
    goalpost: "settled",
    subject: named((id) => say`Behavior ${id}`),
    judge: entry(say`People no longer have to do this at work.`, say`People will do one thing more at work.`),
  },
  "behaviors.*.does": {
    ...behavior,
    topic: "definition",
    goalpost: "settled",
    subject: named((id) => say`What ${id} is`),
    judge: wording(say`Nobody knows what people will do.`, say`What is counted now may be something else.`),
  },
  "behaviors.*.audience": {
    ...behavior,
    subject: named((id) => say`Who does ${id}`),
    judge: replaced(say`Others do it now.`, say`Nobody knows who does it.`),
  },
  "behaviors.*.moves": {
    ...behavior,
    subject: named((id) => say`What ${id} moves`),
    judge: link(say`It is no longer said to move this number.`, say`It is said to move one number more.`),
  },
  "behaviors.*.how-often": {
    ...behavior,
    subject: named((id) => say`How often ${id} is done`),
    judge: criterion(say`Nobody knows how often it is done.`),
  },
  "behaviors.*.confirmed-by": {
    ...behavior,
    subject: named((id) => say`Who confirms ${id}`),
    judge: part(say`Nobody looks whether people do it.`, say`Somebody looks whether people do it.`, "clarified"),
  },
  "behaviors.*.confirmed-by.*": {
    ...behavior,
    subject: named((id, field) => say`How ${id} is confirmed (${field})`),
    judge: criterion(say`Less is said of how it is confirmed.`),
  },
  "behaviors.*.drivers": {
    ...behavior,
    subject: named((id) => say`Driver of ${id}`),
    judge: part(say`One thing fewer keeps people doing it.`, say`One thing more keeps people doing it.`),
  },
  "behaviors.*.drivers.owner": {
    ...behavior,
    topic: "owner",
    subject: named((id) => say`Owner of a driver of ${id}`),
    judge: replaced(say`Somebody else sees to it.`, say`Nobody sees to it.`),
  },
  "behaviors.*.drivers.starts": {
    ...behavior,
    subject: named((id) => say`Start of a driver of ${id}`),
    judge: moment("weakened"),
  },
  "behaviors.*.drivers.*": {
    ...behavior,
    subject: named((id, field) => say`Driver of ${id} (${field})`),
    judge: wording(say`Less is said of it.`),
  },
  "objectives.*": {
    ...learning,
    subject: named((id) => say`Objective ${id}`),
    judge: entry(say`People no longer have to be able to do this.`, say`People will be able to do one thing more.`),
  },
  "objectives.*.level": {
    ...learning,
    subject: named((id) => say`Level of ${id}`),
    judge: ranked(["create", "evaluate", "analyze", "apply", "understand", "remember"], {
      weaker: say`Less is asked of people.`,
      stronger: say`More is asked of people.`,
    }),
  },
  "objectives.*.to": {
    ...learning,
    subject: named((id) => say`Standard of ${id}`),
    judge: criterion(say`Nobody knows how well people have to do it.`),
  },
  "objectives.*.enables": {
    ...learning,
    subject: named((id) => say`What ${id} enables`),
    judge: link(say`It no longer leads to this behavior.`, say`It leads to one behavior more.`),
  },
  "objectives.*.*": {
    ...learning,
    subject: named((id, field) => say`Objective ${id} (${field})`),
    judge: wording(say`Less is said of what people can do.`),
  },
  "activities.*": {
    ...learning,
    subject: named((id) => say`Activity ${id}`),
    judge: entry(say`There is one occasion fewer to practice.`, say`There is one occasion more to practice.`),
  },
  "activities.*.hours": {
    ...learning,
    subject: named((id) => say`Hours of ${id}`),
    judge: whenIt("down", {
      weaker: say`There is less time to practice.`,
      stronger: say`There is more time to practice.`,
    }),
  },
  "activities.*.practices": {
    ...learning,
    subject: named((id) => say`What ${id} practices`),
    judge: link(say`This is no longer practiced there.`, say`One thing more is practiced there.`),
  },
  "activities.*.*": {
    ...learning,
    subject: named((id, field) => say`Activity ${id} (${field})`),
    judge: wording(say`Less is said of the activity.`),
  },
  "assessments.*": {
    ...learning,
    subject: named((id) => say`Assessment ${id}`),
    judge: entry(
      say`One check fewer is made whether people can do it.`,
      say`One check more is made whether people can do it.`,
    ),
  },
  "assessments.*.type": {
    ...learning,
    subject: named((id) => say`Type of ${id}`),
    judge: ranked(["work-sample", "observation", "simulation", "scenario", "quiz", "survey"], {
      weaker: say`The check is further from the work.`,
      stronger: say`The check is closer to the work.`,
    }),
  },
  "assessments.*.assesses": {
    ...learning,
    subject: named((id) => say`What ${id} checks`),
    judge: link(say`This is no longer checked there.`, say`One thing more is checked there.`),
  },
  "assessments.*.when": { ...learning, subject: named((id) => say`Day of ${id}`), judge: moment("clarified") },
  "assessments.*.pass": {
    ...learning,
    subject: named((id) => say`Pass mark of ${id}`),
    judge: part(say`Nobody knows what counts as good enough.`, say`It now says what counts as good enough.`),
  },
  "assessments.*.pass.at-least": {
    ...learning,
    subject: named((id) => say`Pass mark of ${id}`),
    judge: whenIt("down", {
      weaker: say`Less counts as good enough.`,
      stronger: say`More is asked before it counts as good enough.`,
    }),
  },
  "assessments.*.pass.*": {
    ...learning,
    subject: named((id, field) => say`Pass mark of ${id} (${field})`),
    judge: wording(say`Less is said of the pass mark.`),
  },
};
