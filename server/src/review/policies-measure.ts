import { code, type Message, say } from "../base/message.ts";
import type { Measure } from "../workspace/measure.ts";
import type { Difference } from "./differences.ts";
import { entry, type Judge, judged, type Policies, presence, replaced, whenIt, wording } from "./policy.ts";
import type { Scene } from "./scene.ts";
import { isSettled } from "./standing.ts";

/** What a metric or a behavior promises: from where, to where, until when. */
export function promisesOf(root: "behaviors" | "metrics"): Policies {
  const at = (rest: string): string => `${root}.*.${rest}`;
  const business = root === "metrics" ? (["business", "finance"] as const) : (["business", "learning"] as const);
  const settled = { goalpost: "settled" } as const;
  const baseline = { topic: "baseline", audiences: ["data", "business"], ...settled } as const;
  const target = { topic: "target", audiences: business, ...settled } as const;
  return {
    [at("target")]: {
      ...target,
      subject: named((id) => say`Target of ${id}`),
      judge: part(say`No value is promised any more.`, say`A value is promised that was not.`),
    },
    [at("target.value")]: { ...target, subject: named((id) => say`Target of ${id}`), judge: targetValue },
    [at("target.unit")]: {
      ...target,
      subject: named((id) => say`Unit of the target of ${id}`),
      judge: replaced(say`The number now means something else.`, say`The number no longer says of what.`, "weakened"),
    },
    [at("target.by")]: {
      ...target,
      topic: "date",
      subject: named((id) => say`Day of the target of ${id}`),
      judge: whenIt(
        "up",
        { weaker: say`It is promised for later.`, stronger: say`It is promised for earlier.` },
        say`No day is promised any more.`,
      ),
    },
    [at("target.basis")]: {
      topic: "target",
      audiences: business,
      subject: named((id) => say`Reason for the target of ${id}`),
      judge: wording(say`Nothing supports the target any more.`),
    },
    [at("baseline")]: {
      ...baseline,
      subject: named((id) => say`Baseline of ${id}`),
      judge: part(say`There is nothing left to compare with.`, say`There was nothing to compare with before.`),
    },
    [at("baseline.value")]: { ...baseline, subject: named((id) => say`Baseline of ${id}`), judge: baselineValue },
    [at("baseline.unit")]: {
      ...baseline,
      subject: named((id) => say`Unit of the baseline of ${id}`),
      judge: replaced(say`The number now means something else.`, say`The number no longer says of what.`, "weakened"),
    },
    [at("baseline.n")]: {
      ...baseline,
      subject: named((id) => say`Sample behind the baseline of ${id}`),
      judge: whenIt(
        "down",
        { weaker: say`Fewer cases stand behind the baseline.`, stronger: say`More cases stand behind the baseline.` },
        say`Nobody knows how many cases stand behind the baseline.`,
      ),
    },
    [at("baseline.sd")]: {
      ...baseline,
      subject: named((id) => say`Spread of the baseline of ${id}`),
      judge: whenIt(
        "down",
        {
          weaker: say`With less spread smaller changes count as real.`,
          stronger: say`With more spread only larger changes count as real.`,
        },
        say`Nobody knows how much the values spread.`,
      ),
    },
    [at("baseline.from")]: {
      ...baseline,
      topic: "window",
      subject: named((id) => say`First day of the baseline of ${id}`),
      judge: baselineDay,
    },
    [at("baseline.to")]: {
      ...baseline,
      topic: "window",
      subject: named((id) => say`Last day of the baseline of ${id}`),
      judge: baselineDay,
    },
    [at("direction")]: {
      topic: "definition",
      audiences: ["data", "business"],
      ...settled,
      subject: named((id) => say`Good direction of ${id}`),
      judge: replaced(
        say`What counted as worse now counts as better.`,
        say`Nobody knows which way is better.`,
        "weakened",
      ),
    },
    [at("unit")]: {
      topic: "definition",
      audiences: ["data", "business"],
      ...settled,
      subject: named((id) => say`Unit of ${id}`),
      judge: replaced(say`Its numbers now mean something else.`, say`Its numbers no longer say of what.`, "weakened"),
    },
  };
}

/** The keys that stand for `*`, as words of the file. */
export function named(subject: (first: string, second: string) => Message): (names: readonly string[]) => Message {
  return ([first = "", second = ""]) => subject(code(first), code(second));
}

/** A part that comes or goes as a whole. */
export function part(gone: Message, fresh: Message, freshIs: "clarified" | "new" = "new"): Judge {
  return (difference, scene) => {
    const judgment = entry(gone, fresh)(difference, scene);
    return judgment?.class === "new" ? judged(freshIs, fresh) : judgment;
  };
}

const targetValue: Judge = presence(
  (difference, scene) => {
    const step = improvement(difference, scene);
    if (step === undefined) {
      return isSettled(scene.standing)
        ? judged("weakened", say`Another value is promised, and nobody knows which way is better.`)
        : judged("clarified", say`Another value is promised, and nobody knows which way is better.`);
    }
    return step < 0
      ? judged("weakened", say`Less is promised than before.`)
      : judged("strengthened", say`More is promised than before.`);
  },
  { gone: say`No value is promised any more.`, fresh: say`A value is promised that was not.` },
);

const baselineValue: Judge = presence(
  (difference, scene) => {
    const step = improvement(difference, scene);
    if (step === undefined)
      return judged(
        isSettled(scene.standing) ? "weakened" : "clarified",
        say`The program now starts from another value.`,
      );
    if (step > 0) return judged("weakened", say`The program starts closer to its target: less has to change.`);
    return isSettled(scene.standing)
      ? judged(
          "weakened",
          say`The program starts from a worse value: what comes later looks like more of an improvement.`,
        )
      : judged("strengthened", say`The program starts further from its target: more has to change.`);
  },
  { gone: say`There is nothing left to compare with.`, fresh: say`There was nothing to compare with before.` },
);

/** How far the value moves in the good direction, as it was understood before; undefined where nobody knows which it is. */
function improvement(difference: Difference, scene: Scene): number | undefined {
  const { before, after } = scene.measures(difference);
  const sign = signOf(before) ?? signOf(after);
  if (sign === undefined || typeof difference.before?.value !== "number" || typeof difference.after?.value !== "number")
    return undefined;
  return sign * (difference.after.value - difference.before.value);
}

function signOf(measure: Measure | undefined): 1 | -1 | undefined {
  if (measure?.direction === "higher") return 1;
  if (measure?.direction === "lower") return -1;
  const [from, to] = [measure?.baseline?.value?.value, measure?.target?.value?.value];
  if (measure?.direction === "hold" || from === undefined || to === undefined || from === to) return undefined;
  return to > from ? 1 : -1;
}

const baselineDay: Judge = presence(
  (difference, scene) => {
    const { before, after } = scene.measures(difference);
    const [a, b] = [lengthOf(before), lengthOf(after)];
    if (a !== undefined && b !== undefined && b < a)
      return judged("weakened", say`The baseline covers a shorter time.`);
    if (isSettled(scene.standing)) return judged("weakened", say`The baseline is taken from other days.`);
    if (a !== undefined && b !== undefined && b > a)
      return judged("strengthened", say`The baseline covers a longer time.`);
    return judged("clarified", say`The baseline is taken from other days.`);
  },
  { gone: say`Nobody knows from when the baseline is.`, fresh: say`It now says from when the baseline is.` },
);

function lengthOf(measure: Measure | undefined): number | undefined {
  const { from, to } = measure?.baseline ?? {};
  return from && to && to.value - from.value;
}
