import { formatNumber, render, say, type Translation } from "../base/message.ts";
import type { ChartDot, EvaluationChart } from "../features/preview-evaluation.ts";
import { INK, KIND_COLORS } from "./colors.ts";
import { escapeXml, tag } from "./svg.ts";
import { textWidth } from "./text-width.ts";
import { wrap } from "./wrap.ts";

export const CHART_WIDTH = 680;
export const CHART_HEIGHT = 250;

const LEFT = 64;
const RIGHT = 132;
const TOP = 34;
const BOTTOM = 44;
const PLOT_WIDTH = CHART_WIDTH - LEFT - RIGHT;
const PLOT_HEIGHT = CHART_HEIGHT - TOP - BOTTOM;

/** Before, during and after launch: each value with its interval, against baseline, target and limit. */
export function drawEvaluationChart(chart: EvaluationChart, top: number, translation?: Translation): string {
  const [low, high] = rangeOf(chart);
  const y = (value: number) => TOP + PLOT_HEIGHT * (1 - (value - low) / (high - low));
  const columns = columnsOf(chart);
  const x = (column: number) => LEFT + (PLOT_WIDTH * (column + 0.5)) / Math.max(1, columns.length);
  // A label takes some 60 pixels at least: of many months every second or third has one.
  const step = Math.ceil((columns.length * 60) / PLOT_WIDTH);
  const [title = ""] = wrap(render(chart.title, translation), {
    width: CHART_WIDTH - 24,
    size: 13,
    bold: true,
    lines: 1,
  });
  const parts = [
    text(12, 18, title, { class: "ts-name", "font-size": 13, "font-weight": 600, fill: INK.text }),
    ...ticksIn(low, high).map((value) => axis(y(value), value, translation?.decimal)),
    ...lines(chart, y, translation),
    ...launchLine(chart, columns, x, translation),
    ...columns.map((column, index) => (index % step === 0 ? columnLabel(column, x(index)) : "")),
    ...["trained", "comparison", "all"].map((group) => seriesLine(columns, group, x, y)),
    ...columns.flatMap((column, index) =>
      column.dots.map((dot, place) => drawDot(dot, x(index) + 9 * (place - (column.dots.length - 1) / 2), y)),
    ),
  ];
  const label = render(chart.title, translation);
  return tag("g", { class: "ts-chart", transform: `translate(0 ${top})`, role: "img", "aria-label": label }, ...parts);
}

interface ChartColumn {
  readonly label: string;
  readonly phase: ChartDot["phase"];
  readonly dots: readonly ChartDot[];
}

/** Points in the order of time, each with all its groups. */
function columnsOf({ dots }: EvaluationChart): readonly ChartColumn[] {
  const byLabel = new Map<string, ChartDot[]>();
  for (const dot of dots) byLabel.set(dot.label, [...(byLabel.get(dot.label) ?? []), dot]);
  return [...byLabel].map(([label, all]) => ({ label, phase: all[0]?.phase ?? "after", dots: all }));
}

/** What has to be seen, with some air; never a single value. */
function rangeOf({ dots, baseline, target, limit }: EvaluationChart): [number, number] {
  const values = [
    ...dots.flatMap(({ value, interval }) => [value, interval?.low ?? value, interval?.high ?? value]),
    ...[baseline, target, limit].filter((each) => each !== undefined),
  ].filter(Number.isFinite);
  if (values.length === 0) return [0, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const distance = high > low ? high - low : Math.max(1, Math.abs(high) * 0.2);
  const step = stepOf(distance / 5);
  return [Math.floor(low / step) * step, Math.ceil((high + distance * 0.02) / step) * step];
}

/** A round number that is near a distance: 1, 2 or 5 with zeros. */
function stepOf(distance: number): number {
  const power = 10 ** Math.floor(Math.log10(distance));
  return ([1, 2, 5].find((each) => each * power >= distance) ?? 10) * power;
}

function ticksIn(low: number, high: number): number[] {
  const step = stepOf((high - low) / 5);
  const count = Math.min(12, Math.round((high - low) / step));
  return Array.from({ length: count + 1 }, (_, index) => low + index * step).filter(
    (each) => each <= high + step / 1e6,
  );
}

function axis(at: number, value: number, decimal?: string): string {
  const label = formatNumber(Number(value.toPrecision(3)), decimal);
  return (
    tag("path", { class: "ts-axis", d: `M${LEFT} ${n(at)}h${PLOT_WIDTH}`, stroke: INK.border, "stroke-width": 1 }) +
    text(LEFT - 6 - textWidth(label, 11), at + 4, label, { class: "ts-label", "font-size": 11, fill: INK.muted })
  );
}

/** Baseline, target and limit, with their names at the right end. Names that would meet are moved apart. */
function lines(
  { baseline, target, limit }: EvaluationChart,
  y: (value: number) => number,
  translation: Translation | undefined,
): string[] {
  const all = [
    { name: "baseline", words: say`baseline`, value: baseline, ink: INK.line, dash: "2 3" },
    { name: "target", words: say`target`, value: target, ink: KIND_COLORS.behavior, dash: "7 3" },
    { name: "limit", words: say`limit`, value: limit, ink: INK.error, dash: "7 3" },
  ].flatMap(({ value, ...rest }) => (value === undefined ? [] : [{ ...rest, value, at: y(value) }]));
  all.sort((a, b) => a.at - b.at);
  let free = Number.NEGATIVE_INFINITY;
  return all.map(({ name, words, value, ink, dash, at }) => {
    const place = Math.max(at + 4, free + 13);
    free = place;
    const d = `M${LEFT} ${n(at)}h${PLOT_WIDTH + 4}`;
    const label = render(say`${words} ${value}`, translation);
    return (
      tag("path", { class: `ts-line ts-${name}`, d, stroke: ink, "stroke-width": 1.5, "stroke-dasharray": dash }) +
      text(LEFT + PLOT_WIDTH + 8, place, label, { class: "ts-label", "font-size": 11, fill: INK.muted })
    );
  });
}

/** Between the last point before launch and the first one after it. */
function launchLine(
  chart: EvaluationChart,
  columns: readonly ChartColumn[],
  x: (column: number) => number,
  translation: Translation | undefined,
): string[] {
  const first = columns.findIndex(({ phase }) => phase !== "before");
  if (chart.launch === undefined || first <= 0) return [];
  const at = (x(first - 1) + x(first)) / 2;
  return [
    tag("path", {
      class: "ts-launch",
      d: `M${n(at)} ${TOP}v${PLOT_HEIGHT}`,
      stroke: INK.line,
      "stroke-dasharray": "1 3",
    }),
    text(at + 4, TOP + 10, render(say`launch`, translation), { class: "ts-label", "font-size": 11, fill: INK.muted }),
  ];
}

function columnLabel({ label }: ChartColumn, at: number): string {
  const [short = ""] = wrap(label, { width: 110, size: 11, lines: 1 });
  const left = at - textWidth(short, 11) / 2;
  return text(left, CHART_HEIGHT - BOTTOM + 18, short, { class: "ts-label", "font-size": 11, fill: INK.muted });
}

function seriesLine(
  columns: readonly ChartColumn[],
  group: string,
  x: (column: number) => number,
  y: (value: number) => number,
): string {
  const places = columns.flatMap(({ dots }, index) => {
    const place = dots.findIndex((each) => each.group === group);
    const dot = dots[place];
    return dot ? [`${n(x(index) + 9 * (place - (dots.length - 1) / 2))} ${n(y(dot.value))}`] : [];
  });
  if (places.length < 2) return "";
  const stroke = colorOf(group);
  return tag("path", {
    class: `ts-series ts-of-${group}`,
    d: `M${places.join("L")}`,
    fill: "none",
    stroke,
    "stroke-width": 1.5,
  });
}

/** A value with its whisker. Filled: trained; open: the comparison. Shape and place say it as well as the color. */
function drawDot({ group, value, interval }: ChartDot, at: number, y: (value: number) => number): string {
  const stroke = colorOf(group);
  const classes = `ts-of-${group}`;
  const whisker = interval
    ? tag("path", {
        class: `ts-whisker ${classes}`,
        d: `M${n(at)} ${n(y(interval.low))}V${n(y(interval.high))}M${n(at - 4)} ${n(y(interval.low))}h8M${n(at - 4)} ${n(y(interval.high))}h8`,
        stroke,
        "stroke-width": 1.5,
      })
    : "";
  const fill = group === "comparison" ? INK.page : stroke;
  return (
    whisker +
    tag("circle", { class: `ts-value ${classes}`, cx: at, cy: y(value), r: 4, fill, stroke, "stroke-width": 1.5 })
  );
}

function colorOf(group: string): string {
  return group === "comparison" ? KIND_COLORS.objective : KIND_COLORS.metric;
}

function text(x: number, y: number, content: string, attributes: Record<string, string | number>): string {
  return tag("text", { ...attributes, x, y }, escapeXml(content));
}

function n(value: number): number {
  return Math.round(value * 100) / 100;
}
