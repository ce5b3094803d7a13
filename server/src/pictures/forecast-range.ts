import { type Message, render, say, type Translation } from "../base/message.ts";
import type { RangeChart, RangeRow } from "../features/preview-forecast.ts";
import { INK, KIND_COLORS } from "./colors.ts";
import type { Drawing, DrawOptions } from "./drawing.ts";
import { type Axis, axisFor, CHART, drawAxis, FONTS, shortMoney } from "./forecast-axis.ts";
import { clean, escapeXml, tag } from "./svg.ts";
import { wrap } from "./wrap.ts";

/** Benefit, cost and net on one axis: a bar from P10 to P90, a circle at P50, a diamond at the likely value. */
export function drawForecastRange(chart: RangeChart, { translation }: DrawOptions = {}): Drawing {
  const { rows, currency } = chart;
  const all = rows.flatMap(({ likely, percentiles: p }) => (p ? [likely, p.p10, p.p50, p.p90] : [likely]));
  const axis = axisFor(all);
  const height = CHART.top + rows.length * CHART.row + 30;
  const legend = render(say`▬ P10 to P90 · ○ P50 · ◆ at likely values`, translation);
  const svg = frame(
    { title: chart.title, caption: chart.caption, height, translation },
    ...drawAxis(axis, height - 20, currency, translation),
    ...rows.map((row, index) => drawRow(row, index, axis, currency, translation)),
    tag(
      "text",
      { class: "ts-fact", x: CHART.left, y: height - 10, "font-size": 11, fill: INK.muted },
      escapeXml(legend),
    ),
  );
  const worth = (value: number | undefined) => ({
    text: value === undefined ? "" : shortMoney(value, currency, translation),
  });
  return {
    svg,
    caption: clean(render(chart.caption, translation)),
    columns: [render(say`Figure`, translation), "P10", "P50", "P90", render(say`At likely values`, translation)],
    rows: rows.map(({ name, likely, percentiles: p }) => [
      { text: clean(render(name, translation)) },
      worth(p?.p10),
      worth(p?.p50),
      worth(p?.p90),
      worth(likely),
    ]),
  };
}

function drawRow(
  { name, likely, percentiles: p }: RangeRow,
  index: number,
  axis: Axis,
  currency: string | undefined,
  translation: Translation | undefined,
): string {
  const y = CHART.top + index * CHART.row + CHART.row / 2;
  const at = axis.place(likely);
  const said = p ? [p.p10, p.p50, p.p90] : [likely];
  const words = said.map((value) => shortMoney(value, currency, translation)).join(" … ");
  const label = `${render(name, translation)}: ${words}`;
  return tag(
    "g",
    { class: "ts-metric", role: "graphics-symbol", "aria-label": clean(label) },
    tag("title", {}, escapeXml(label)),
    rowName(render(name, translation), y),
    p ? barFrom(axis.place(p.p10), axis.place(p.p90), y, 12, KIND_COLORS.metric) : "",
    p
      ? tag("circle", {
          class: "ts-dot-open",
          cx: axis.place(p.p50),
          cy: y,
          r: 5,
          fill: INK.page,
          stroke: INK.muted,
          "stroke-width": 1.5,
        })
      : "",
    tag("path", { class: "ts-dot", d: `M${at} ${y - 6}l6 6l-6 6l-6-6z`, fill: INK.muted, stroke: INK.page }),
  );
}

/** The name of a row, in front of its bar. */
export function rowName(name: string, y: number): string {
  const [first = "", second] = wrap(clean(name), { width: CHART.left - 24, size: CHART.font, lines: 2 });
  const top = second === undefined ? y + 4 : y - 3;
  return [first, second]
    .flatMap((line, index) => (line === undefined ? [] : [{ line, y: top + index * 14 }]))
    .map(({ line, y: at }) =>
      tag("text", { class: "ts-text", x: 10, y: at, "font-size": CHART.font, fill: INK.text }, escapeXml(line)),
    )
    .join("");
}

/** A bar between two places, at least a hair wide. */
export function barFrom(one: number, other: number, y: number, height: number, color: string): string {
  const [left, right] = one < other ? [one, other] : [other, one];
  return tag("rect", {
    class: "ts-bar",
    x: left,
    y: y - height / 2,
    width: Math.max(1, right - left),
    height,
    rx: 2,
    fill: color,
  });
}

/** The `<svg>` around a chart. */
export function frame(
  {
    title,
    caption,
    height,
    width = CHART.width,
    translation,
  }: {
    readonly title: Message;
    readonly caption: Message;
    readonly height: number;
    readonly width?: number;
    readonly translation: Translation | undefined;
  },
  ...children: readonly string[]
): string {
  const name = clean(render(title, translation));
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "ts-picture",
      role: "graphics-document",
      "aria-label": name,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": FONTS,
    },
    tag("title", {}, escapeXml(name)),
    tag("desc", {}, escapeXml(clean(render(caption, translation)))),
    tag("rect", { class: "ts-page", width, height, fill: INK.page }),
    ...children,
  );
}
