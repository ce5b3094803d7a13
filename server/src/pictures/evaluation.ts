import { formatNumber, render, say, type Translation } from "../base/message.ts";
import type { EvaluationView, MeasureView } from "../features/preview-evaluation.ts";
import { INK } from "./colors.ts";
import type { Drawing, DrawnCell, DrawOptions } from "./drawing.ts";
import { CHART_HEIGHT, CHART_WIDTH, drawEvaluationChart } from "./evaluation-chart.ts";
import { clean, escapeXml, tag } from "./svg.ts";

const GAP = 8;

/** Draws what was measured: one chart per measure, from before launch to the last point, and the same as a table. */
export function drawEvaluation(view: EvaluationView, { rangeOf, translation }: DrawOptions = {}): Drawing {
  const drawn = view.measures.filter(({ chart }) => chart.dots.length > 0);
  const height = Math.max(1, drawn.length) * (CHART_HEIGHT + GAP) + GAP;
  const title = clean(render(say`What was measured before, during and after the program`, translation));
  const caption = clean(render(captionOf(view), translation));
  const svg = tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "ts-picture",
      role: "graphics-document",
      "aria-label": title,
      width: CHART_WIDTH,
      height,
      viewBox: `0 0 ${CHART_WIDTH} ${height}`,
      "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, Ubuntu, sans-serif",
    },
    tag("title", {}, escapeXml(title)),
    tag("desc", {}, escapeXml(caption)),
    tag("rect", { class: "ts-page", width: CHART_WIDTH, height, fill: INK.page }),
    ...drawn.map(({ chart }, index) => drawEvaluationChart(chart, GAP + index * (CHART_HEIGHT + GAP), translation)),
  );
  const columns = [say`Measure`, say`Point`, say`Group`, say`Value`, say`Interval`, say`Cases`, say`Says`];
  return {
    svg,
    caption,
    columns: columns.map((each) => render(each, translation)),
    rows: view.measures.flatMap((measure) => rowsOf(measure, rangeOf, translation)),
  };
}

function captionOf(view: EvaluationView) {
  if (view.none) return view.none;
  return say`Filled: who was trained. Open: the comparison. The lines through each value are its interval at ${view.percent} % confidence.`;
}

function rowsOf(
  { name, span, evaluation, verdict, facts }: MeasureView,
  rangeOf: DrawOptions["rangeOf"],
  translation: Translation | undefined,
): DrawnCell[][] {
  const { measure, observations, intervals } = evaluation;
  const number = (value: number) => formatNumber(value, translation?.decimal);
  const range = rangeOf?.(span);
  const first = { text: measure.unit ? `${name} (${measure.unit})` : name, ...(range ? { range } : {}) };
  const rows = observations.map((each): DrawnCell[] => {
    const interval = intervals.get(each);
    return [
      first,
      { text: each.point ?? "" },
      { text: each.group },
      { text: number(each.value) },
      { text: interval ? `${number(rounded(interval.low))} – ${number(rounded(interval.high))}` : "" },
      { text: each.n === undefined ? "" : number(each.n) },
      { text: "" },
    ];
  });
  const says = facts.filter(({ label }) => SAID.has(label.key));
  const words = [verdict, ...says.map(({ text }) => text)].map((each) => render(each, translation)).join("; ");
  return [...rows, [first, ...Array.from({ length: 5 }, () => ({ text: "" })), { text: words }]];
}

/** What the last row of a measure repeats in words. */
const SAID: ReadonlySet<string> = new Set(["estimate", "target", "guardrail"]);

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
