import { money } from "../appraisal/forecast-figure.ts";
import { render, type Translation } from "../base/message.ts";
import { INK } from "./colors.ts";
import { escapeXml, tag } from "./svg.ts";

/** Where the columns of a chart stand: names, the field of the bars. */
export const CHART = { width: 680, left: 180, right: 622, row: 34, top: 34, font: 12 } as const;

export const FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, Ubuntu, sans-serif";

/** A horizontal axis of money. */
export interface Axis {
  readonly ticks: readonly number[];
  place(value: number): number;
}

/** An axis that holds all values and 0, with four to six round ticks, between two places of the picture. */
export function axisFor(
  values: readonly number[],
  { left, right }: { readonly left: number; readonly right: number } = CHART,
): Axis {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const span = most - least || 1;
  const step = roundStep(span / 4);
  const from = Math.floor(least / step) * step;
  const to = Math.ceil(most / step) * step || step;
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toPrecision(12)));
  return { ticks, place: (value) => left + ((value - from) / (to - from)) * (right - left) };
}

/** 1, 2, 2.5 or 5 times a power of ten. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

/** The lines of the ticks with their amounts above, and a stronger one at 0. */
export function drawAxis(
  axis: Axis,
  height: number,
  currency: string | undefined,
  translation?: Translation,
): string[] {
  return axis.ticks.flatMap((value) => {
    const x = axis.place(value);
    const isZero = value === 0;
    return [
      tag("path", {
        class: isZero ? "ts-track" : "ts-edge",
        d: `M${x} ${CHART.top - 6}V${height - 10}`,
        fill: "none",
        stroke: INK.line,
        "stroke-width": isZero ? 1.5 : 0.5,
      }),
      tag(
        "text",
        { class: "ts-fact", x, y: CHART.top - 12, "font-size": 10, "text-anchor": "middle", fill: INK.muted },
        escapeXml(shortMoney(value, currency, translation)),
      ),
    ];
  });
}

/** `USD 311,000`, at the ends of a bar. */
export function shortMoney(value: number, currency: string | undefined, translation?: Translation): string {
  return render(money(value, currency), translation);
}
