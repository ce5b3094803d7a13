import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";

/** The currency of the value of a metric: that of the file in which it stands; undefined where none is named. */
export function currencyOfValue(context: Context, { metric, used, value }: MetricView): string | undefined {
  if (!value || metric.value) return context.money?.currency?.value;
  const home = context.links.catalogs.find(({ catalog }) => used && catalog.metrics?.entries.get(used.id) === used);
  return home?.catalog.currency?.value;
}

/** The currency of a rate by its id. */
export function currencyOfRate(context: Context, id: string): string | undefined {
  if (context.ownRates?.entries.has(id)) return context.money?.currency?.value;
  return context.links.catalogs.find(({ catalog }) => catalog.rates?.entries.has(id))?.catalog.currency?.value;
}
