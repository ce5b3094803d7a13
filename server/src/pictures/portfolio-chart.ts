import type { RankedProgram, Ranking } from "../appraisal/priorities.ts";
import {
  certaintyWords,
  chanceWords,
  netWords,
  rangeWords,
  readinessWords,
  reasonWords,
} from "../appraisal/priority-words.ts";
import type { Ranked } from "../appraisal/rank-programs.ts";
import { type Message, render, say, type Translation } from "../base/message.ts";
import { INK, KIND_COLORS } from "./colors.ts";
import type { Drawing } from "./drawing.ts";
import { type Axis, axisFor, CHART, drawAxis } from "./forecast-axis.ts";
import { barFrom, frame } from "./forecast-range.ts";
import { clean, escapeXml, tag } from "./svg.ts";
import { wrap } from "./wrap.ts";

export interface PortfolioDrawOptions {
  readonly translation?: Translation;
  /** Address under which a program can be opened. Without it nothing can be clicked. */
  readonly addressOf?: (uri: string) => string;
  /** How a file is shown in a column of its own; without it there is none. */
  readonly shownFile?: (uri: string) => string;
  /** Most rows of a table. */
  readonly mostRows?: number;
}

const WIDTH = 860;
/** Rank and name, then the bars, then certainty and what is left to fix. */
const FIELD = { left: 210, right: 600, certainty: 654, readiness: 752 } as const;
/** More bars than that nobody reads; the table has them. */
const MOST_BARS = 25;

/** Net of the programs of a ranking, P10 to P90 with P50, beside how certain and how ready each is. */
export function drawPortfolioChart(ranking: Ranking, title: Message, options: PortfolioDrawOptions = {}): Drawing {
  const { translation } = options;
  const shown = ranking.programs.slice(0, MOST_BARS);
  const axis = axisFor(
    shown.flatMap(({ of: { value } }) => (value.range ? [value.range.p10, value.net, value.range.p90] : [value.net])),
    FIELD,
  );
  const height = CHART.top + shown.length * CHART.row + 30;
  const caption = captionOf(ranking, shown.length);
  const svg = frame(
    { title, caption, height, width: WIDTH, translation },
    ...drawAxis(axis, height - 20, ranking.currency, translation),
    head(say`certainty`, FIELD.certainty, translation),
    head(say`to fix`, FIELD.readiness, translation),
    ...shown.map((each, index) => drawRow(each, index, axis, options)),
    tag(
      "text",
      { class: "ts-fact", x: FIELD.left, y: height - 10, "font-size": 11, fill: INK.muted },
      escapeXml(render(say`▬ P10 to P90 · ○ net at P50 · ■ holds · □ does not`, translation)),
    ),
  );
  return { svg, ...tableOf(ranking, caption, options) };
}

function captionOf({ programs }: Ranking, shown: number): Message {
  const text = say`Net benefit of each program, best rank first. In eight of ten cases it lies on its bar, if the ranges are right.`;
  return shown < programs.length
    ? say`${text} The first ${shown} of ${programs.length} are drawn; the table has the others.`
    : text;
}

function head(text: Message, x: number, translation: Translation | undefined): string {
  return tag(
    "text",
    { class: "ts-fact", x, y: CHART.top - 12, "font-size": 10, fill: INK.muted },
    escapeXml(render(text, translation)),
  );
}

function drawRow(
  { of, rank }: Ranked<RankedProgram>,
  index: number,
  axis: Axis,
  { translation, addressOf }: PortfolioDrawOptions,
): string {
  const y = CHART.top + index * CHART.row + CHART.row / 2;
  const { value, program, appraisal } = of;
  const says = (message: Message) => clean(render(message, translation));
  const lines = linesOfName(`${rank}. ${clean(program.name)}`);
  const title = says(
    say`${rank}. ${program.name}: net ${netWords(value)}, ${rangeWords(value)}, certainty ${certaintyWords(appraisal.certainty)}, ${readinessWords(appraisal.toFix)}`,
  ).replaceAll("`", "");
  // First what can be read on the row, so that a person who speaks to the computer can say it.
  const label = says(
    say`${lines.join(" ")} ${readinessWords(appraisal.toFix)}, net ${netWords(value)}, ${rangeWords(value)}, certainty ${certaintyWords(appraisal.certainty)}`,
  ).replaceAll("`", "");
  return tag(
    "g",
    {
      class: "ts-node ts-metric",
      "aria-label": label,
      ...(addressOf
        ? { "data-uri": addressOf(of.program.file.uri), tabindex: "0", role: "link" }
        : { role: "graphics-symbol" }),
    },
    tag("title", {}, escapeXml(title)),
    tag("rect", {
      class: "ts-hit",
      x: 4,
      y: y - CHART.row / 2 + 1,
      width: WIDTH - 8,
      height: CHART.row - 2,
      rx: 3,
      fill: "none",
    }),
    `${drawName(lines, y)} `,
    value.range ? barFrom(axis.place(value.range.p10), axis.place(value.range.p90), y, 12, KIND_COLORS.metric) : "",
    tag("circle", {
      class: "ts-dot-open",
      cx: axis.place(value.net),
      cy: y,
      r: 5,
      fill: INK.page,
      stroke: INK.muted,
      "stroke-width": 1.5,
    }),
    ...appraisal.certainty.map(({ holds }, position) =>
      tag("rect", {
        class: holds ? "ts-dot" : "ts-dot-open",
        x: FIELD.certainty + position * 16,
        y: y - 5,
        width: 10,
        height: 10,
        fill: holds ? INK.muted : INK.page,
        stroke: INK.muted,
        "stroke-width": 1.5,
      }),
    ),
    tag(
      "text",
      { class: "ts-text", x: FIELD.readiness, y: y + 4, "font-size": CHART.font, fill: INK.text },
      escapeXml(says(readinessWords(appraisal.toFix))),
    ),
  );
}

function linesOfName(name: string): readonly string[] {
  return wrap(name, { width: FIELD.left - 24, size: CHART.font, lines: 2 });
}

function drawName(lines: readonly string[], y: number): string {
  const top = lines.length > 1 ? y - 3 : y + 4;
  return lines
    .map((line, index) =>
      tag(
        "text",
        { class: "ts-text", x: 12, y: top + index * 14, "font-size": CHART.font, fill: INK.text },
        escapeXml(line),
      ),
    )
    .join(" ");
}

function tableOf(
  { programs }: Ranking,
  caption: Message,
  { translation, addressOf, shownFile, mostRows = Number.POSITIVE_INFINITY }: PortfolioDrawOptions,
): Omit<Drawing, "svg"> {
  const says = (message: Message) => clean(render(message, translation));
  const left = programs.length - mostRows;
  return {
    caption:
      left > 0 ? says(say`${caption} ${left} more rows are left out here; the command line lists all.`) : says(caption),
    columns: [
      say`Rank`,
      say`Program`,
      say`Status`,
      say`Net at P50`,
      say`P10 … P90`,
      say`Chance of paying back`,
      say`Certainty`,
      say`To fix`,
      say`Why here`,
      ...(shownFile ? [say`File`] : []),
    ].map(says),
    rows: programs.slice(0, mostRows).map(({ of, rank }, index) => {
      const { program, appraisal, value } = of;
      const { uri } = program.file;
      return [
        { text: String(rank) },
        { text: clean(program.name), ...(addressOf ? { uri: addressOf(uri) } : {}) },
        { text: program.status },
        { text: says(netWords(value)) },
        { text: says(rangeWords(value)) },
        { text: says(chanceWords(value)) },
        { text: says(certaintyWords(appraisal.certainty)) },
        { text: says(readinessWords(appraisal.toFix)) },
        { text: says(reasonWords(programs, index)) },
        ...(shownFile ? [{ text: shownFile(uri) }] : []),
      ];
    }),
  };
}
