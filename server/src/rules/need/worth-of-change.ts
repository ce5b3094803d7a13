import { isPercent } from "../../library/unit-bounds.ts";
import type { Context } from "../../workspace/context.ts";
import type { MetricView } from "../../workspace/metric-view.ts";

/**
 * What a change of a metric is worth in a year: change × unit × volume × value. Undefined where a part of it is not
 * known, or where the value is in another currency than the program's money.
 */
export function worthOfChange(view: MetricView, change: number, context: Context): number | undefined {
  const amount = view.value?.amount?.value;
  if (amount === undefined || !isInCurrencyOfProgram(view, context)) return undefined;
  // "per point": the value is that of the whole metric, whatever the volume.
  if (/\bpoints?\b|^\s*pp\b/i.test(view.value?.per?.value ?? "")) return Math.abs(change) * amount;
  const volume = view.metric.volume?.value;
  const conversion = conversionOf(view);
  return volume === undefined || conversion === undefined ? undefined : Math.abs(change) * conversion * volume * amount;
}

/** What one unit of the metric is in cases: a point of a percentage is a hundredth of the volume. */
function conversionOf({ unit, kind }: MetricView): number | undefined {
  if (!unit || !kind) return undefined;
  if (isPercent(unit.value)) return 0.01;
  if (unit.value.trim() === "‰") return 0.001;
  if (kind.value !== "rate") return TIME.test(unit.value) ? undefined : 1;
  const per = /\bper\s+(\d[\d,. ]*)/i.exec(unit.value)?.[1];
  return per === undefined ? 1 : 1 / Number(per.replace(/[,. ]/g, ""));
}

/** The value of a time is most often that of an hour, whatever the unit of the metric. */
const TIME = /^\s*(ms|s|sec|seconds?|min|minutes?|h|hrs?|hours?|days?|weeks?|months?)\s*$/i;

function isInCurrencyOfProgram(view: MetricView, context: Context): boolean {
  const currency = context.money?.currency?.value;
  const uri = view.value?.key.block.uri;
  const there = context.links.catalogs.find((each) => each.uri === uri)?.catalog.currency?.value;
  return currency === undefined || there === undefined || there === currency;
}
