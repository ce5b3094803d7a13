import { outcomeOf } from "../appraisal/decision-outcome.ts";
import { type Day, formatDay } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { Point } from "../model/spec.ts";
import { names } from "../workspace/chain.ts";
import type { Context } from "../workspace/context.ts";
import { ifWords, NOT_PLANNED, NOTHING, nameOfPerson, personWords, whenWords } from "./plan-words.ts";
import { isMeasured, type Standing, standingOn } from "./standing.ts";

/** Something of a program that has its day. */
export interface CalendarEntry {
  readonly kind: "launch" | "point" | "assessment" | "driver" | "decision";
  /** Its id within the program, together with the kind. */
  readonly id: string;
  /** Undefined where it hangs on a launch that is not set, or has no time at all. */
  readonly day: Day | undefined;
  /** As it is written, with the day. */
  readonly when: Message;
  readonly title: Message;
  /** What is done then: the measures, the condition. */
  readonly what: Message;
  readonly how: Message;
  readonly who: Message;
  readonly state: Message;
  /** Something should have been done by now, and nothing says that it was. */
  readonly isOverdue: boolean;
}

/** Everything of a program that has its day, in the order of the days; what has none comes last. */
export function calendarOf(context: Context): readonly CalendarEntry[] {
  const entries = [
    ...launchOf(context),
    ...pointsOf(context),
    ...assessmentsOf(context),
    ...driversOf(context),
    ...decisionsOf(context),
  ];
  return entries
    .map((entry, order) => ({ entry, order }))
    .sort(
      (a, b) =>
        (a.entry.day ?? Number.POSITIVE_INFINITY) - (b.entry.day ?? Number.POSITIVE_INFINITY) || a.order - b.order,
    )
    .map(({ entry }) => entry);
}

function launchOf(context: Context): CalendarEntry[] {
  const { launch, owners, today } = context;
  const day = launch?.value;
  return [
    {
      kind: "launch",
      id: "launch",
      day,
      when: day === undefined ? NOT_PLANNED : say`${formatDay(day)}`,
      title: say`Launch`,
      what: say`The program starts`,
      how: NOTHING,
      who: personWords(context, owners?.learning),
      state: day !== undefined && day < today ? say`past` : NOTHING,
      isOverdue: false,
    },
  ];
}

function pointsOf(context: Context): CalendarEntry[] {
  return [...context.points.values()].map((point) => {
    const { id, phase, when, measures, how, who } = point;
    const day = context.dayOf(when);
    const { words, isOverdue } = stateOfPoint(context, point, day);
    const title = phase ? say`Measure ${id} (${phaseWords(phase.value)})` : say`Measure ${id}`;
    return {
      kind: "point",
      id,
      day,
      when: whenWords(context, when),
      title,
      what: measures
        ? say`${names(measures)
            .map((name) => nameOfMeasure(context, name))
            .join(", ")}`
        : NOT_PLANNED,
      how: how ? say`${how.value}` : NOT_PLANNED,
      who: personWords(context, who),
      state: words,
      isOverdue,
    };
  });
}

function phaseWords(phase: "before" | "during" | "after"): Message {
  return phase === "before"
    ? say`before launch`
    : phase === "during"
      ? say`during the program`
      : say`after the program`;
}

/** Whether the results hold what a point measures, and whether they should. */
function stateOfPoint(context: Context, point: Point, day: Day | undefined): { words: Message; isOverdue: boolean } {
  const wanted = names(point.measures);
  const measured = wanted.filter((id) => isMeasured(context, point.id, id));
  const standing = standingOn(day, context.today, wanted.length > 0 && measured.length === wanted.length);
  const some = measured.length === 0 ? say`` : say`; ${measured.length} of ${wanted.length} measured`;
  return { words: pointWords(standing, some), isOverdue: standing === "overdue" };
}

function pointWords(standing: Standing, some: Message): Message {
  switch (standing) {
    case "done":
      return say`measured`;
    case "due":
      return say`due today${some}`;
    case "to-come":
      return say`to come${some}`;
    case "undated":
      return say`without a day`;
    default:
      return say`overdue: no result yet${some}`;
  }
}

function nameOfMeasure(context: Context, id: string): string {
  return context.metrics.get(id)?.name?.value ?? context.behaviors.get(id)?.does?.value ?? id;
}

function assessmentsOf(context: Context): CalendarEntry[] {
  return [...context.assessments.values()].map(({ id, when, type, assesses }) => ({
    kind: "assessment",
    id,
    day: context.dayOf(when),
    when: whenWords(context, when),
    title: say`Assess ${id}`,
    what: say`${names(assesses)
      .map((name) => context.objectives.get(name)?.can?.value ?? name)
      .join("; ")}`,
    how: type ? say`${type.value}` : NOT_PLANNED,
    who: personWords(context, context.owners?.learning),
    state: NOTHING,
    isOverdue: false,
  }));
}

function driversOf(context: Context): CalendarEntry[] {
  return [...context.behaviors.values()].flatMap(({ id, drivers }) =>
    (drivers?.items ?? []).map(({ what, type, owner, starts }, index) => ({
      kind: "driver" as const,
      id: `${id}.${index + 1}`,
      day: context.dayOf(starts),
      when: whenWords(context, starts),
      title: say`Start support for ${id}`,
      what: what ? say`${what.value}` : NOT_PLANNED,
      how: type ? say`${type.value}` : NOT_PLANNED,
      who: personWords(context, owner),
      state: NOTHING,
      isOverdue: false,
    })),
  );
}

function decisionsOf(context: Context): CalendarEntry[] {
  return [...context.decisions.values()].map((decision) => {
    const { id, then, owner, done } = decision;
    const outcome = outcomeOf(context, decision);
    const due = outcome?.due;
    const standing = standingOn(due, context.today, done !== undefined);
    return {
      kind: "decision",
      id,
      day: due,
      when: due === undefined ? say`its point has no day` : say`${formatDay(due)}`,
      title: say`Decide ${id}`,
      what: say`If ${ifWords(decision)}: ${then?.value ?? NOT_PLANNED}`,
      how: NOTHING,
      who: owner ? say`${nameOfPerson(context, owner.value)}` : NOT_PLANNED,
      state: decisionWords(standing),
      isOverdue: standing === "overdue",
    };
  });
}

/** How a decision stands. */
export function decisionWords(standing: Standing): Message {
  switch (standing) {
    case "done":
      return say`decided`;
    case "due":
      return say`due today`;
    case "overdue":
      return say`overdue: nothing is recorded`;
    default:
      return say`to come`;
  }
}
