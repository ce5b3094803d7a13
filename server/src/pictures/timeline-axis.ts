import { addMonths, calendarOf, type Day, formatDay } from "../base/date.ts";
import { type Message, render, say, type Translation } from "../base/message.ts";
import type { Timeline } from "../features/preview-timeline.ts";
import { INK } from "./colors.ts";
import { clean, escapeXml, tag } from "./svg.ts";

/** Names, then the days, then how a row stands in words. */
export const TIMELINE = { width: 860, row: 36, field: { left: 222, right: 716, state: 734 } } as const;

/** Where days stand in a picture. */
export interface DayAxis {
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly day: Day; readonly label: Message }[];
  place(day: Day): number;
}

/** Pixels that the label of a tick takes, with air. */
const LABEL = 64;
/** Months between two ticks. */
const STEPS: readonly number[] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
const DAYS_PER_MONTH = 365.2425 / 12;

/** An axis that holds every day of a timeline, with ticks at the first of months; months from launch where it is not set. */
export function dayAxis({ rows, launch, today, isRelative }: Timeline, left: number, right: number): DayAxis {
  const days = rows.flatMap(({ marks, baseline, target }) => [
    ...marks.map(({ day }) => day),
    baseline?.from,
    baseline?.to,
    target?.by,
  ]);
  const known = [...days, launch].filter((day) => day !== undefined);
  const [first, last] = [least(known, today ?? 0), most(known, today ?? 0)];
  // Today is drawn where it is near enough not to press everything else together.
  const reach = Math.max(60, last - first);
  const isNear = today !== undefined && today >= first - reach && today <= last + reach;
  const from = isNear ? Math.min(first, today) : first;
  const to = isNear ? Math.max(last, today) : last;
  const air = Math.max(7, (to - from) * 0.03);
  const [begin, end] = [from - air, to + air];
  const scale = (right - left) / (end - begin);
  return {
    left,
    right,
    place: (day) => left + (day - begin) * scale,
    ticks: isRelative ? monthsFromLaunch(begin, end, right - left) : monthTicks(begin, end, right - left),
  };
}

/** Whether a day lies on the axis. */
export function isOn({ place, left, right }: DayAxis, day: Day): boolean {
  const x = place(day);
  return x >= left && x <= right;
}

function least(days: readonly Day[], otherwise: Day): Day {
  return days.length === 0 ? otherwise : days.reduce((a, b) => Math.min(a, b));
}

function most(days: readonly Day[], otherwise: Day): Day {
  return days.length === 0 ? otherwise : days.reduce((a, b) => Math.max(a, b));
}

function stepFor(begin: number, end: number, width: number): number {
  const months = (end - begin) / DAYS_PER_MONTH;
  const wanted = (months * LABEL) / width;
  return STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted / 600) * 600;
}

function monthTicks(begin: number, end: number, width: number): DayAxis["ticks"] {
  const step = stepFor(begin, end, width);
  const { year, month, day } = calendarOf(Math.ceil(begin));
  const index = year * 12 + month - 1 + (day > 1 ? 1 : 0);
  const first = Math.ceil(index / step) * step;
  const start = addMonths(Math.ceil(begin) - day + 1, first - (year * 12 + month - 1));
  const ticks: { day: Day; label: Message }[] = [];
  for (let at = start, count = 0; at <= end; count++, at = addMonths(start, count * step))
    ticks.push({ day: at, label: say`${step >= 12 ? formatDay(at).slice(0, 4) : formatDay(at).slice(0, 7)}` });
  return ticks;
}

function monthsFromLaunch(begin: number, end: number, width: number): DayAxis["ticks"] {
  const step = stepFor(begin, end, width);
  const first = Math.ceil(begin / DAYS_PER_MONTH / step);
  const count = Math.floor(end / DAYS_PER_MONTH / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const months = (first + index) * step;
    return { day: months * DAYS_PER_MONTH, label: monthsWords(months) };
  });
}

function monthsWords(months: number): Message {
  if (months === 0) return say`launch`;
  return months > 0 ? say`+${months} mo.` : say`−${-months} mo.`;
}

/** A message as one line without marks of code. */
export function says(message: Message, translation: Translation | undefined): string {
  return clean(render(message, translation)).replaceAll("`", "");
}

/** Small words of the axis. */
export function text(
  x: number,
  y: number,
  message: Message,
  translation: Translation | undefined,
  anchor?: "middle" | "end",
): string {
  return plainText(x, y, says(message, translation), { anchor });
}

interface Ink {
  readonly class?: string;
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: "middle" | "end" | undefined;
}

/** A line of text. */
export function plainText(x: number, y: number, content: string, ink: Ink = {}): string {
  const { class: name = "ts-fact", size = 10.5, fill = INK.muted, anchor } = ink;
  return tag("text", { class: name, x, y, "font-size": size, fill, "text-anchor": anchor }, escapeXml(content));
}
