import { formatDay } from "../base/date.ts";
import { type Message, say, type Translation } from "../base/message.ts";
import type { TimelineMark, TimelineRow } from "../features/preview-timeline.ts";
import { INK, KIND_COLORS } from "./colors.ts";
import { type DrawOptions, rangeText } from "./drawing.ts";
import { escapeXml, tag } from "./svg.ts";
import { type DayAxis, plainText, says, TIMELINE } from "./timeline-axis.ts";
import { drawFlag, drawStanding, drawWindow } from "./timeline-marks.ts";
import { wrap } from "./wrap.ts";

const { width: WIDTH, row: ROW, field: FIELD } = TIMELINE;
/** Marks that would meet are put on lines of their own. */
const LANES: readonly number[] = [0, 10, -10];
const APART = 15;
const LATE = { class: "ts-problem ts-late", size: 11.5, fill: INK.error } as const;

interface Scene {
  readonly axis: DayAxis;
  /** Where what has no day stands; undefined where all have one. */
  readonly undated: number | undefined;
  readonly options: DrawOptions;
}

/** A row with its name, its marks on their days, and how it stands in words. */
export function drawRow(row: TimelineRow, top: number, scene: Scene): string {
  const { axis, undated, options } = scene;
  const { translation, rangeOf } = options;
  const y = top + ROW / 2;
  const line = tag("path", { class: "ts-axis", d: `M8 ${top}H${WIDTH - 8}`, stroke: INK.border, "stroke-width": 1 });
  const state = stateOf(row);
  const lanes = lanesOf(row.marks, axis);
  return [
    line,
    drawName(row, top, options),
    row.baseline
      ? part(
          {
            label: says(
              say`${row.name}: baseline from ${formatDay(row.baseline.from)} to ${formatDay(row.baseline.to)}`,
              translation,
            ),
            range: rangeText(row.baseline.span, rangeOf),
            kind: row.kind,
            box: {
              x: axis.place(row.baseline.from) - 3,
              y: y - 7,
              width: Math.max(3, axis.place(row.baseline.to) - axis.place(row.baseline.from)) + 6,
              height: 14,
            },
          },
          drawWindow(axis.place(row.baseline.from), axis.place(row.baseline.to), y),
        )
      : "",
    row.target
      ? part(
          {
            label: says(say`${row.name}: target by ${formatDay(row.target.by)}`, translation),
            range: rangeText(row.target.span, rangeOf),
            kind: row.kind,
            box: { x: axis.place(row.target.by) - 4, y: y - 17, width: 16, height: 15 },
          },
          drawFlag(axis.place(row.target.by), y),
        )
      : "",
    ...row.marks.map((mark, index) => {
      const x = mark.day === undefined ? (undated ?? FIELD.right) : axis.place(mark.day);
      const at = y + (lanes[index] ?? 0);
      return part(
        {
          label: labelOf(row, mark, translation),
          range: rangeText(mark.span, rangeOf),
          kind: row.kind,
          box: { x: x - 10, y: at - 10, width: 20, height: 20 },
        },
        drawStanding(mark.standing, x, at),
      );
    }),
    plainText(FIELD.state, y + 4, says(state.words, translation), state.isLate ? LATE : { size: 11.5 }),
  ].join("");
}

interface PartBox {
  readonly label: string;
  readonly title?: string;
  readonly range: string | undefined;
  readonly kind: TimelineRow["kind"];
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** What can be looked at and led to the text, with the box that shows where one is. */
function part({ label, title = label, range, kind, box }: PartBox, ...children: readonly string[]): string {
  return tag(
    "g",
    {
      class: `ts-node ts-${kind}`,
      "aria-label": label,
      role: range === undefined ? "graphics-symbol" : "button",
      "data-range": range,
      tabindex: range === undefined ? undefined : "0",
    },
    tag("title", {}, escapeXml(title)),
    tag("rect", { class: "ts-hit", ...box, rx: 3, fill: "none" }),
    ...children,
  );
}

function drawName(row: TimelineRow, top: number, { translation, rangeOf }: DrawOptions): string {
  const width = FIELD.left - 30;
  const [name = ""] = wrap(says(say`${row.name}`, undefined), { width, size: 12, lines: 1 });
  const [label = ""] = wrap(says(row.label, translation), { width, size: 10.5, lines: 1 });
  const kind = row.kind === "decision" ? "need" : row.kind;
  return part(
    {
      // What can be read there is the name; the title says it uncut.
      label: `${name}, ${label}`,
      title: says(say`${row.name}, ${row.label}`, translation),
      range: rangeText(row.span, rangeOf),
      kind: row.kind,
      box: { x: 5, y: top + 2, width: FIELD.left - 12, height: ROW - 4 },
    },
    tag("rect", { class: "ts-bar", x: 8, y: top + 5, width: 3, height: ROW - 10, fill: KIND_COLORS[kind] }),
    plainText(17, top + 15, name, { class: "ts-text", size: 12, fill: INK.text }),
    " ",
    plainText(17, top + 29, label, { class: "ts-label", size: 10.5, fill: INK.muted }),
  );
}

/** Beside, above or below the middle of the row, so that neighbors do not hide each other. */
function lanesOf(marks: readonly TimelineMark[], axis: DayAxis): readonly number[] {
  const ends = LANES.map(() => Number.NEGATIVE_INFINITY);
  let undated = 0;
  return marks.map(({ day }) => {
    if (day === undefined) return LANES[undated++ % LANES.length] ?? 0;
    const x = axis.place(day);
    const free = ends.findIndex((end) => Math.abs(x - end) >= APART);
    const lane = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    ends[lane] = x;
    return LANES[lane] ?? 0;
  });
}

/** How a row stands, the most pressing first. */
function stateOf({ marks, kind }: TimelineRow): { readonly words: Message; readonly isLate: boolean } {
  const with_ = (standing: TimelineMark["standing"]) => marks.filter((mark) => mark.standing === standing);
  const late = with_("overdue").length;
  if (late > 0) return { words: late === 1 ? say`1 overdue` : say`${late} overdue`, isLate: true };
  if (with_("due").length > 0) return { words: say`due today`, isLate: true };
  const next = with_("to-come")
    .flatMap(({ day }) => (day === undefined ? [] : [day]))
    .sort((a, b) => a - b)[0];
  if (next !== undefined) return { words: say`next ${formatDay(next)}`, isLate: false };
  if (marks.length === 0) return { words: say`never measured`, isLate: true };
  if (with_("undated").length > 0) return { words: say`no day yet`, isLate: false };
  if (with_("past").length > 0) return { words: say`past`, isLate: false };
  return { words: kind === "decision" ? say`decided` : say`all measured`, isLate: false };
}

function labelOf(row: TimelineRow, mark: TimelineMark, translation: Translation | undefined): string {
  const interim = mark.isInterim ? say`, interim look` : say``;
  return says(say`${row.name}: ${mark.name}, ${mark.when}${interim}: ${mark.state}`, translation);
}
