import { formatDay } from "../base/date.ts";
import type { Diagnostic } from "../base/finding.ts";
import type { Span } from "../base/span.ts";
import type { Waiver } from "../model/spec.ts";
import { pathAt } from "../syntax/locate.ts";
import type { Context } from "../workspace/context.ts";

/** The waiver of the program that covers a finding on this day, as reports show it. */
export function waiverFor(rule: string, span: Span, context: Context): Diagnostic["waived"] {
  const own = context.waivers?.items.find((each) => isCovered(each, rule, span, context));
  const waiver = own ?? waiverOfPrograms(rule, context);
  return (
    waiver && {
      reason: waiver.reason?.value,
      by: waiver.by?.value,
      until: waiver.until && formatDay(waiver.until.value),
    }
  );
}

/** What a program waives, it waives in its results too: everywhere, or with `at: results`. */
function waiverOfPrograms(rule: string, context: Context): Waiver | undefined {
  const waivers = context.programs.flatMap(({ waivers }) => waivers?.items ?? []);
  return waivers.find(({ rule: named, until, at }) => {
    const holds = !until || until.value >= context.today;
    return named?.value === rule && holds && (!at || at.value === "results");
  });
}

/** A waiver holds through its `until` day, for the whole program or for the place that `at` names and all below it. */
export function isCovered(waiver: Waiver, rule: string, span: Span, context: Context): boolean {
  if (waiver.rule?.value !== rule) return false;
  if (waiver.until && waiver.until.value < context.today) return false;
  if (!waiver.at) return true;
  const place = pathAt(context.source.tree, context.source.tree.offsetOf(span).start).join(".");
  return place === waiver.at.value || place.startsWith(`${waiver.at.value}.`);
}
