import { formatDay } from "../base/date.ts";
import { type Message, say, type Translation } from "../base/message.ts";
import type { Timeline, TimelinePoint } from "../features/preview-timeline.ts";
import { INK } from "./colors.ts";
import { type DrawOptions, rangeText } from "./drawing.ts";
import { escapeXml, short, tag } from "./svg.ts";
import { textWidth } from "./text-width.ts";
import { type DayAxis, isOn, plainText, says, TIMELINE, text } from "./timeline-axis.ts";
import { wrap } from "./wrap.ts";

/** Phases, the launch, then the names of the points on as many lines as they need. */
const PHASES = 22;
const LAUNCH = 40;
const LINE = 15;
const MOST_LINES = 4;
const SIZE = 11;
const LONGEST = 150;

/** Pixels above the first row. */
export function headHeight(timeline: Timeline, axis: DayAxis, translation: Translation | undefined): number {
  const lines = placeNames(timeline, axis, translation).map(({ line }) => line ?? -1);
  return LAUNCH + 8 + LINE * (Math.max(-1, ...lines) + 1) + 8;
}

interface Frame {
  /** Where the rows begin and end. */
  readonly top: number;
  readonly bottom: number;
  readonly options: DrawOptions;
}

/** Before, during and after; the launch; today; the names of the points, each with a line down to its marks. */
export function drawHead(timeline: Timeline, axis: DayAxis, frame: Frame): string[] {
  const { launch } = timeline;
  const { translation } = frame.options;
  const named = placeNames(timeline, axis, translation);
  return [
    ...drawPhases(timeline, axis, translation),
    ...named.map((each) => drawPoint(each, frame)),
    ...(launch === undefined ? [] : drawLaunch(timeline, launch, axis, frame)),
    ...drawToday(timeline, axis, frame),
  ];
}

function drawPhases({ ends }: Timeline, axis: DayAxis, translation: Translation | undefined): string[] {
  const { before, during } = ends;
  if (before === undefined) return [];
  const launch = Math.max(axis.left, axis.place(before));
  const parts: { words: Message; from: number; to: number }[] = [{ words: say`before`, from: axis.left, to: launch }];
  if (during === undefined) parts.push({ words: say`during and after`, from: launch, to: axis.right });
  else {
    const end = axis.place(during);
    parts.push({ words: say`during`, from: launch, to: end }, { words: say`after`, from: end, to: axis.right });
  }
  return parts.flatMap(({ words, from, to }) => {
    const label = says(words, translation);
    const fits = textWidth(label, SIZE, true) + 8 <= to - from;
    return [
      tag("path", {
        class: "ts-phase",
        d: `M${short(from + 1)} 27v-5H${short(to - 1)}v5`,
        fill: "none",
        stroke: INK.line,
        "stroke-width": 1,
      }),
      fits
        ? tag(
            "text",
            {
              class: "ts-name",
              x: (from + to) / 2,
              y: PHASES - 6,
              "font-size": SIZE,
              "font-weight": 600,
              "text-anchor": "middle",
              fill: INK.text,
            },
            escapeXml(label),
          )
        : "",
    ];
  });
}

interface NamedPoint {
  readonly point: TimelinePoint;
  readonly label: string;
  readonly x: number;
  /** Middle of the name. */
  readonly middle: number;
  /** Undefined where there is no room for the name. */
  readonly line: number | undefined;
}

/** Each name near its point, on the first line that has room for it, and on one side of the launch. */
function placeNames(
  { points, launch }: Timeline,
  axis: DayAxis,
  translation: Translation | undefined,
): readonly NamedPoint[] {
  const ends: number[] = [];
  const border = launch === undefined ? undefined : axis.place(launch);
  return points.map((point) => {
    const [label = ""] = wrap(says(say`${point.id}`, translation), { width: LONGEST, size: SIZE, lines: 1 });
    const half = textWidth(label, SIZE) / 2;
    const x = axis.place(point.day);
    const [least, most] =
      border === undefined ? [axis.left, axis.right] : x < border ? [0, border - 4] : [border + 4, TIMELINE.width];
    const middle = Math.max(least + half, Math.min(most - half, axis.right - half + 60, x));
    let line: number | undefined;
    for (let at = 0; at < MOST_LINES && line === undefined; at++)
      if ((ends[at] ?? Number.NEGATIVE_INFINITY) + 8 <= middle - half) line = at;
    if (line !== undefined) ends[line] = middle + half;
    return { point, label, x, middle, line };
  });
}

function drawPoint({ point, label, x, middle, line }: NamedPoint, { top, bottom, options }: Frame): string {
  const range = rangeText(point.span, options.rangeOf);
  const whole = point.phase ? say`${point.id}, ${point.phase}` : say`${point.id}`;
  const title = says(whole, options.translation);
  const name = point.phase ? `${label}, ${point.phase}` : label;
  const y = LAUNCH + 8 + LINE * (line ?? 0) + 11;
  const from = line === undefined ? top - 4 : y + 3;
  const lead = tag("path", {
    class: "ts-lead",
    d: `M${short(x)} ${short(from)}V${bottom}`,
    stroke: INK.line,
    "stroke-width": 0.75,
    "stroke-dasharray": "1 3",
  });
  if (line === undefined) return lead;
  const half = textWidth(label, SIZE) / 2;
  return (
    lead +
    tag(
      "g",
      {
        class: "ts-node ts-point",
        "aria-label": name,
        role: range === undefined ? "graphics-symbol" : "button",
        "data-range": range,
        tabindex: range === undefined ? undefined : "0",
      },
      tag("title", {}, escapeXml(title)),
      tag("rect", {
        class: "ts-hit",
        x: middle - half - 3,
        y: y - 11,
        width: half * 2 + 6,
        height: LINE - 1,
        rx: 3,
        fill: "none",
      }),
      plainText(middle, y, label, { class: "ts-text", size: SIZE, fill: INK.text, anchor: "middle" }),
    )
  );
}

function drawLaunch({ isRelative }: Timeline, launch: number, axis: DayAxis, { bottom, options }: Frame): string[] {
  const x = axis.place(launch);
  const label = says(isRelative ? say`launch (not set)` : say`launch ${formatDay(launch)}`, options.translation);
  const isRight = x + 5 + textWidth(label, SIZE, true) > axis.right + 100;
  return [
    tag("path", { class: "ts-start", d: `M${short(x)} 27V${bottom + 4}`, stroke: INK.text, "stroke-width": 1.5 }),
    tag(
      "text",
      {
        class: "ts-name",
        x: isRight ? x - 5 : x + 5,
        y: LAUNCH,
        "font-size": SIZE,
        "font-weight": 600,
        "text-anchor": isRight ? "end" : undefined,
        fill: INK.text,
      },
      escapeXml(label),
    ),
  ];
}

/** Below the days, so that it never meets the launch. */
function drawToday({ today }: Timeline, axis: DayAxis, { top, bottom, options }: Frame): string[] {
  if (today === undefined || !isOn(axis, today)) return [];
  const x = axis.place(today);
  const d = `M${short(x)} ${top - 4}V${bottom + 4}M${short(x)} ${bottom + 19}v4`;
  return [
    tag("path", { class: "ts-today", d, stroke: INK.error, "stroke-width": 1.5, "stroke-dasharray": "5 3" }),
    text(x, bottom + 34, say`today ${formatDay(today)}`, options.translation, "middle"),
  ];
}
