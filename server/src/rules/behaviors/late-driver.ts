import { type Day, formatDay } from "../../base/date.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import type { Located } from "../../model/located.ts";
import type { Point } from "../../model/spec.ts";
import type { Time } from "../../model/time.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";

export const lateDriver = defineRule({
  id: "late-driver",
  family: "behaviors",
  severity: "warning",
  kind: "conflict",
  fromAbsence: true,
  summary: "A driver starts after the measurement that should see what it does.",
  decidedBy: "dates",
  on: "behavior",
  *check(behavior, context) {
    const followUps = context.chain.measuring(behavior.id).filter(({ phase }) => phase?.value !== "before");
    const looks = inOrder(followUps, (point) => point.when, context);
    const starts = inOrder(behavior.drivers?.items ?? [], (driver) => driver.starts, context);
    const [first, last] = [looks[0], looks.at(-1)];
    if (!first || !last || looks.length < followUps.length) return;
    const tooLate = starts.filter(({ day }) => day > last.day);
    for (const start of tooLate) {
      yield {
        span: start.time.span,
        message: say`This driver of ${code(behavior.id)} starts on ${formatDay(start.day)}, after the last look at it: ${code(last.of.id)} on ${formatDay(last.day)}.`,
        ...wayOut(last),
      };
    }
    const [earliest] = starts;
    if (tooLate.length > 0 || !earliest || starts.length < (behavior.drivers?.items.length ?? 0)) return;
    if (earliest.day <= first.day) return;
    yield {
      span: earliest.time.span,
      message: say`The first driver of ${code(behavior.id)} starts on ${formatDay(earliest.day)}, after ${code(first.of.id)} has measured it on ${formatDay(first.day)}.`,
      ...wayOut(first),
    };
  },
});

interface Moment<T> {
  readonly of: T;
  readonly time: Located<Time>;
  readonly day: Day;
}

/** Those whose day is known, the earliest first. */
function inOrder<T>(
  all: readonly T[],
  timeOf: (each: T) => Located<Time> | undefined,
  context: Context,
): readonly Moment<T>[] {
  return all
    .flatMap((of) => {
      const time = timeOf(of);
      const day = context.dayOf(time);
      return time && day !== undefined ? [{ of, time, day }] : [];
    })
    .sort((a, b) => a.day - b.day);
}

function wayOut({ time }: Moment<Point>): Pick<Finding, "help" | "related"> {
  return {
    help: say`Start it earlier, best at launch, or measure later: what starts after the look cannot show in it.`,
    related: [{ span: time.span, message: say`The measurement is here.` }],
  };
}
