import ical, { ICalEventTransparency } from "ical-generator";
import type { Day } from "../../base/date.ts";
import { say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import type { CalendarEntry } from "../../features/plan-calendar.ts";
import { render } from "../language.ts";
import type { NamedPlan } from "./plan-pages.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** In the name of the product that made a calendar (RFC 5545, `PRODID`). */
export const CALENDAR_MAKER = "//Training Spec//training-spec report";

/**
 * The measurement calendar of programs (RFC 5545): launch, measurements, assessments, support and decisions as whole
 * days. What has no day is left out. An entry keeps its `UID` as long as program and entry keep their ids, so that a
 * calendar that is imported again moves it.
 */
export function planIcs(plans: readonly NamedPlan[], today: Day): string {
  const [first] = plans;
  const title = plans.length === 1 && first ? first.plan.title : render(say`Training measurement`);
  const calendar = ical({ name: oneLine(title), prodId: `${CALENDAR_MAKER} ${VERSION}//EN` });
  for (const { plan, name } of plans) {
    for (const entry of plan.calendar) {
      if (entry.day === undefined) continue;
      calendar.createEvent({
        id: `${name}.${entry.kind}.${entry.id}@training-spec`,
        stamp: dateOf(today),
        start: dateOf(entry.day),
        end: dateOf(entry.day + 1),
        allDay: true,
        // Somebody who has something to measure on a day is free to do other things.
        transparency: ICalEventTransparency.TRANSPARENT,
        summary: oneLine(`${plan.title}: ${render(entry.title)}`),
        description: descriptionOf(entry, plan.id ?? name),
        categories: [{ name: entry.kind }],
      });
    }
  }
  return `${calendar.toString().replace(/(\r\n)+$/, "")}\r\n`;
}

/** Entries of programs that have no day yet and are therefore in no calendar. */
export function undatedEntries(plans: readonly NamedPlan[]): number {
  return plans.reduce((count, { plan }) => count + plan.calendar.filter(({ day }) => day === undefined).length, 0);
}

function descriptionOf({ what, how, who, when, state, isOverdue }: CalendarEntry, program: string): string {
  const lines = [
    what,
    say`How: ${how}`,
    say`Who: ${who}`,
    say`When: ${when}`,
    ...(isOverdue ? [say`State: ${state}`] : []),
    say`Program: ${program}`,
  ];
  return lines.map((line) => oneLine(render(line))).join("\n");
}

/** Without line breaks and other control characters, which no property may hold. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
}

function dateOf(day: Day): Date {
  return new Date(day * MILLISECONDS_PER_DAY);
}
