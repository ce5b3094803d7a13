import { formatNumber, render, say, type Translation } from "../base/message.ts";
import type { TornadoChart, TornadoRow } from "../features/preview-forecast.ts";
import { INK, KIND_COLORS } from "./colors.ts";
import type { Drawing, DrawOptions, Range } from "./drawing.ts";
import { type Axis, axisFor, CHART, drawAxis, shortMoney } from "./forecast-axis.ts";
import { barFrom, frame, rowName } from "./forecast-range.ts";
import { clean, escapeXml, tag } from "./svg.ts";

const MOST_BARS = 12;

/** One bar per input, from net at its low end to net at its high end; what lies below 0 has another color. */
export function drawTornado(chart: TornadoChart, { rangeOf, translation }: DrawOptions = {}): Drawing {
  const { currency, net } = chart;
  const bars = chart.bars.slice(0, MOST_BARS);
  const axis = axisFor([net, ...bars.flatMap(({ netAtLow, netAtHigh }) => [netAtLow, netAtHigh])]);
  const height = CHART.top + Math.max(1, bars.length) * CHART.row + 10;
  const at = axis.place(net);
  const svg = frame(
    { title: chart.title, caption: chart.caption, height, translation },
    ...bars.map((bar, index) => drawBar(bar, index, axis, currency, bar.span && rangeOf?.(bar.span), translation)),
    ...drawAxis(axis, height, currency, translation),
    tag("path", {
      class: "ts-track",
      d: `M${at} ${CHART.top - 4}V${height - 10}`,
      fill: "none",
      stroke: INK.line,
      "stroke-width": 1.5,
      "stroke-dasharray": "4 3",
    }),
  );
  return {
    svg,
    caption: clean(render(chart.caption, translation)),
    columns: [say`What drives it`, say`from`, say`to`, say`Net at the low end`, say`Net at the high end`].map((each) =>
      render(each, translation),
    ),
    rows: chart.bars.map(({ name, low, high, netAtLow, netAtHigh, span }) => {
      const range = span && rangeOf?.(span);
      return [
        { text: plain(render(name, translation)), ...(range ? { range } : {}) },
        { text: formatNumber(low, translation?.decimal) },
        { text: formatNumber(high, translation?.decimal) },
        { text: shortMoney(netAtLow, currency, translation) },
        { text: shortMoney(netAtHigh, currency, translation) },
      ];
    }),
  };
}

function drawBar(
  { name, low, high, netAtLow, netAtHigh }: TornadoRow,
  index: number,
  axis: Axis,
  currency: string | undefined,
  range: Range | undefined,
  translation: Translation | undefined,
): string {
  const top = CHART.top + index * CHART.row;
  const y = top + CHART.row / 2;
  const [least, most] = netAtLow < netAtHigh ? [netAtLow, netAtHigh] : [netAtHigh, netAtLow];
  const label = plain(
    `${render(say`${name}, ${low} … ${high}`, translation)}: ${shortMoney(netAtLow, currency, translation)} … ${shortMoney(netAtHigh, currency, translation)}`,
  );
  const place = range && `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
  return tag(
    "g",
    {
      class: "ts-node ts-metric",
      role: place === undefined ? "graphics-symbol" : "button",
      tabindex: place === undefined ? undefined : 0,
      "aria-label": label,
      "data-range": place,
    },
    tag("title", {}, escapeXml(label)),
    tag("rect", {
      class: "ts-box",
      x: 4,
      y: top + 2,
      width: CHART.width - 8,
      height: CHART.row - 4,
      rx: 4,
      fill: INK.surface,
      stroke: INK.border,
    }),
    rowName(plain(render(name, translation)), y),
    least < 0
      ? tag(
          "g",
          { class: "ts-objective" },
          barFrom(axis.place(least), axis.place(Math.min(0, most)), y, 14, KIND_COLORS.objective),
        )
      : "",
    most > 0
      ? tag(
          "g",
          { class: "ts-behavior" },
          barFrom(axis.place(Math.max(0, least)), axis.place(most), y, 14, KIND_COLORS.behavior),
        )
      : "",
  );
}

/** Without the marks of Markdown, which a picture cannot show. */
function plain(text: string): string {
  return clean(text.replaceAll("`", ""));
}
