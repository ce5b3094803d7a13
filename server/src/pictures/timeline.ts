import { type Message, say, type Translation } from "../base/message.ts";
import type { Timeline, TimelineRow } from "../features/preview-timeline.ts";
import { INK } from "./colors.ts";
import { type Drawn, drawAgain } from "./draw-again.ts";
import type { Drawing, DrawOptions } from "./drawing.ts";
import { frame } from "./forecast-range.ts";
import { short, tag } from "./svg.ts";
import { textWidth } from "./text-width.ts";
import { type DayAxis, dayAxis, plainText, says, TIMELINE, text } from "./timeline-axis.ts";
import { drawHead, headHeight } from "./timeline-head.ts";
import { drawFlag, drawStanding, drawWindow, STANDINGS, standingWords } from "./timeline-marks.ts";
import { drawRow } from "./timeline-row.ts";
import { timelineTable } from "./timeline-table.ts";

const { width: WIDTH, row: ROW, field: FIELD } = TIMELINE;
/** Between the days and the words, where something has no day. */
const UNDATED = 40;
/** More rows than that nobody reads; the table has them. */
const MOST_ROWS = 40;

/** Draws before, during and after with the launch and today, each measurement on its day, and the same as a table. */
export function drawTimeline(timeline: Timeline, options: DrawOptions = {}): Drawing {
  return drawAgain(KEPT, timeline, options, (noting) => draw(timeline, noting));
}

const KEPT = new WeakMap<Timeline, Drawn<Drawing>>();

function draw(timeline: Timeline, options: DrawOptions): Drawing {
  const { translation } = options;
  const rows = timeline.rows.slice(0, MOST_ROWS);
  const hasUndated = rows.some(({ marks }) => marks.some(({ day }) => day === undefined));
  const axis = dayAxis(timeline, FIELD.left, hasUndated ? FIELD.right - UNDATED : FIELD.right);
  const scene = { axis, undated: hasUndated ? FIELD.right - UNDATED / 2 + 4 : undefined, options };
  const top = headHeight(timeline, axis, translation);
  const bottom = top + rows.length * ROW;
  const signs = legendOf(rows, translation);
  const lines = Math.max(0, ...signs.map(({ line }) => line)) + 1;
  const height = bottom + 44 + lines * 20;
  const caption = captionOf(timeline, rows.length);
  const svg = frame(
    { title: timeline.title, caption, height, width: WIDTH, translation },
    ...drawTicks(axis, top, bottom, translation),
    ...drawHead(timeline, axis, { top, bottom, options }),
    hasUndated
      ? text(scene.undated ?? 0, top - 6, timeline.isRelative ? say`dated` : say`no day`, translation, "middle")
      : "",
    ...rows.map((row, index) => drawRow(row, top + index * ROW, scene)),
    ...signs.map(({ draw, label, x, line }) => {
      const y = bottom + 50 + line * 20;
      return draw(x + 8, y) + plainText(x + 22, y + 4, label, { class: "ts-fact", size: 11, fill: INK.muted });
    }),
  );
  return { svg, ...timelineTable(timeline.rows, says(caption, translation), options) };
}

function captionOf({ caption, rows }: Timeline, drawn: number): Message {
  return drawn < rows.length
    ? say`${caption} The first ${drawn} of ${rows.length} rows are drawn; the table has the others.`
    : caption;
}

function drawTicks(axis: DayAxis, top: number, bottom: number, translation: Translation | undefined): string[] {
  return axis.ticks.flatMap(({ day, label }) => {
    const x = axis.place(day);
    return [
      tag("path", {
        class: "ts-axis",
        d: `M${short(x)} ${top}V${bottom + 4}`,
        stroke: INK.border,
        "stroke-width": 0.75,
      }),
      text(x, bottom + 16, label, translation, "middle"),
    ];
  });
}

interface Sign {
  readonly label: string;
  readonly x: number;
  readonly line: number;
  draw(x: number, y: number): string;
}

/** Only the signs that are there. */
function legendOf(rows: readonly TimelineRow[], translation: Translation | undefined): readonly Sign[] {
  const used = new Set(rows.flatMap(({ marks }) => marks.map(({ standing }) => standing)));
  const signs = [
    ...STANDINGS.filter((each) => used.has(each)).map((each) => ({
      label: standingWords(each),
      draw: (x: number, y: number) => drawStanding(each, x, y),
    })),
    ...(rows.some(({ baseline }) => baseline)
      ? [{ label: say`baseline`, draw: (x: number, y: number) => drawWindow(x - 8, x + 8, y) }]
      : []),
    ...(rows.some(({ target }) => target)
      ? [{ label: say`target by`, draw: (x: number, y: number) => drawFlag(x - 4, y + 11) }]
      : []),
  ];
  let x = 12;
  let line = 0;
  return signs.map(({ label, draw }) => {
    const words = says(label, translation);
    const width = 40 + textWidth(words, 11);
    if (x + width > WIDTH) {
      line += 1;
      x = 12;
    }
    const sign = { label: words, draw, x, line };
    x += width;
    return sign;
  });
}
