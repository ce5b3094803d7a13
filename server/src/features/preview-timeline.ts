import { type Day, formatDay } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Point } from "../model/spec.ts";
import { dayOfTime, type Time } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import type { NodeKind, Phase } from "./preview-graph.ts";
import { wholeOf } from "./preview-nodes.ts";
import type { Standing } from "./standing.ts";
import { timelineRows } from "./timeline-rows.ts";
import { joined } from "./words.ts";

/** What is measured and decided when, on one axis of days. */
export interface Timeline {
  readonly title: Message;
  readonly caption: Message;
  /** The launch is not set: days count from it, and nothing that is written as a date has a place. */
  readonly isRelative: boolean;
  readonly launch: Day | undefined;
  /** Undefined where days count from a launch that is not set. */
  readonly today: Day | undefined;
  readonly points: readonly TimelinePoint[];
  /** Where `before` and `during` end; undefined where no day tells. */
  readonly ends: { readonly before: Day | undefined; readonly during: Day | undefined };
  readonly rows: readonly TimelineRow[];
}

export interface TimelinePoint {
  readonly id: string;
  readonly phase: Phase | undefined;
  readonly day: Day;
  readonly span: Span;
}

/** A measure, an assessment or a decision, with everything about it that has its day. */
export interface TimelineRow {
  readonly kind: Extract<NodeKind, "metric" | "behavior" | "assessment"> | "decision";
  readonly name: string;
  /** Its level of evaluation, and its role. */
  readonly label: Message;
  readonly span: Span;
  readonly marks: readonly TimelineMark[];
  /** The days that the baseline is from. */
  readonly baseline: { readonly from: Day; readonly to: Day; readonly span: Span } | undefined;
  readonly target: { readonly by: Day; readonly span: Span } | undefined;
}

export interface TimelineMark {
  /** The point, or what happens. */
  readonly name: Message;
  readonly phase: Phase | undefined;
  readonly day: Day | undefined;
  /** As it is written, with the day. */
  readonly when: Message;
  readonly standing: Standing;
  readonly state: Message;
  /** While the program runs, so that something can still be mended. */
  readonly isInterim: boolean;
  readonly who: Message;
  readonly span: Span;
}

/**
 * The timeline of a program; undefined where nothing has its day yet, and for anything else. The same object in later
 * versions of the file, as long as nothing has changed that it shows.
 */
export function timelineOf(context: Context): Timeline | undefined {
  return context.isProgram ? context.once(TIMELINE, () => makeTimeline(context)) : undefined;
}

const TIMELINE = {};

function makeTimeline(context: Context): Timeline | undefined {
  const launch = context.launch?.value;
  const points = [...context.points.values()];
  const isRelative = launch === undefined && timesOf(context).some((time) => time.kind === "launch");
  const dayOf = (time: { readonly value: Time } | undefined): Day | undefined => {
    if (!time || !isRelative) return time && dayOfTime(time.value, launch);
    return time.value.kind === "launch" ? dayOfTime(time.value, 0) : undefined;
  };
  const rows = timelineRows(context, { dayOf, isRelative });
  if (rows.every(({ marks }) => marks.length === 0)) return undefined;
  const placed = points.flatMap((point): TimelinePoint[] => {
    const day = dayOf(point.when);
    return day === undefined ? [] : [{ id: point.id, phase: point.phase?.value, day, span: wholeOf(point) }];
  });
  const start = isRelative ? 0 : launch;
  return {
    title: say`When what is measured and decided`,
    caption: captionOf(context, rows, isRelative),
    isRelative,
    launch: start,
    today: isRelative ? undefined : context.today,
    points: placed.sort((a, b) => a.day - b.day),
    ends: { before: start, during: endOfDuring(placed) },
    rows,
  };
}

function timesOf(context: Context): Time[] {
  const written: readonly Pick<Point, "when">[] = [...context.points.values(), ...context.assessments.values()];
  return written.flatMap(({ when }) => (when ? [when.value] : []));
}

/** Half way between the last look during the program and the first one after it. */
function endOfDuring(points: readonly TimelinePoint[]): Day | undefined {
  const during = points.filter(({ phase }) => phase === "during").map(({ day }) => day);
  const after = points.filter(({ phase }) => phase === "after").map(({ day }) => day);
  if (during.length === 0 || after.length === 0) return undefined;
  const [last, first] = [Math.max(...during), Math.min(...after)];
  return last < first ? (last + first) / 2 : undefined;
}

function captionOf(context: Context, rows: readonly TimelineRow[], isRelative: boolean): Message {
  if (isRelative)
    return say`The launch is not set, so the days count from it. Write ${code("launch")} to see what is due and what is overdue.`;
  const marks = rows.flatMap((row) => row.marks.map((mark) => ({ ...mark, of: row.name })));
  const count = (standing: Standing) => marks.filter((mark) => mark.standing === standing).length;
  const counts = joined(
    [
      count("done") > 0 ? say`${count("done")} done` : undefined,
      count("due") > 0 ? say`${count("due")} due today` : undefined,
      count("overdue") > 0 ? say`${count("overdue")} overdue` : undefined,
      say`${count("to-come")} to come`,
    ],
    ", ",
  );
  const asOf = say`As of ${formatDay(context.today)}: ${counts}.`;
  const next = marks
    .flatMap(({ of, name, day, standing }) => (day !== undefined && standing === "to-come" ? [{ of, name, day }] : []))
    .sort((a, b) => a.day - b.day)[0];
  return next ? say`${asOf} Next: ${next.of} (${next.name}) on ${formatDay(next.day)}.` : asOf;
}
