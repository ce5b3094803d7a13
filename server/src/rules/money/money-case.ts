import { forecastOf, type MoneyForecast } from "../../appraisal/forecast.ts";
import type { Span } from "../../base/span.ts";
import type { Context } from "../../workspace/context.ts";
import type { MetricView } from "../../workspace/metric-view.ts";

/** The forecast of a program with a money case; undefined for an exempt one, of which nothing is asked. */
export function moneyCase(context: Context): MoneyForecast | undefined {
  const forecast = forecastOf(context);
  return forecast?.kind === "forecast" ? forecast : undefined;
}

/** Where to speak of the value of a metric in this file: the value itself, else the `use` that takes it. */
export function placeOfValue({ metric, value }: MetricView, part: "approved" | "basis" | "per"): Span {
  if (metric.value) {
    const inner = part === "approved" ? metric.value.approved?.key : metric.value[part]?.span;
    return inner ?? metric.value.key;
  }
  return (value && metric.use?.span) ?? metric.key;
}
