import type { Percentiles } from "../analysis/forecast/forecast.ts";
import type { Message } from "../base/message.ts";
import type { MoneyForecast } from "./forecast.ts";
import type { NotKnown } from "./forecast-figure.ts";
import type { Odds } from "./forecast-odds.ts";
import { frameOf } from "./forecast-words.ts";

/** What a program is expected to bring beyond its cost. */
export interface ProgramValue {
  readonly kind: "value";
  readonly currency: string | undefined;
  /** Kind of benefit, whose money, for how long: values of different frames are different things. */
  readonly frame: Message;
  /** Net at P50; where no input has a range, at likely values. */
  readonly net: number;
  /** Undefined where no input has a range. */
  readonly range: Percentiles | undefined;
  readonly chanceOfPayback: number | undefined;
  /** Exact, and the only one of these that may be added up. */
  readonly mean: number;
  /** At likely values, by the metrics of catalogs that they are taken from. */
  readonly benefits: readonly { readonly use: string | undefined; readonly amount: number }[];
}

/** The value of a forecast, or why it is not known. */
export function programValueOf(forecast: MoneyForecast, odds: NotKnown | Odds): ProgramValue | NotKnown {
  const { net, currency, metrics } = forecast;
  if (net.kind === "not-estimable") return net;
  const isDrawn = odds.kind === "odds";
  return {
    kind: "value",
    currency,
    frame: frameOf(forecast),
    net: isDrawn ? odds.net.p50 : net.value,
    range: isDrawn ? odds.net : undefined,
    chanceOfPayback: isDrawn ? odds.chanceOfPayback : undefined,
    mean: isDrawn ? odds.mean : net.value,
    benefits: metrics.flatMap(({ view, benefit }) =>
      benefit.kind === "figure" ? [{ use: view.metric.use?.value, amount: benefit.value }] : [],
    ),
  };
}
