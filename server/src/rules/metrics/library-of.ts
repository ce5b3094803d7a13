import { lazy } from "../../base/lazy.ts";
import { type LibraryMetric, libraryMetrics } from "../../library/metric-library.ts";
import { wordsOf } from "../../library/similarity.ts";
import type { MetricView } from "../../workspace/metric-view.ts";

/**
 * What the library knows of a metric: of the one that it takes with `use`, else of the one that has exactly its name, its
 * kind and its unit. A likeness is not enough: the same word means different things in different places.
 */
export function libraryOf({ library, name, kind, unit, metric }: MetricView): LibraryMetric | undefined {
  if (library || metric.use || !name) return library;
  const known = FOUND.get(metric);
  if (known) return known.library;
  const found = named()
    .get(wordsOf(name.value).join(" "))
    ?.find((each) => each.kind === kind?.value && sameUnit(each.unit, unit?.value));
  FOUND.set(metric, { library: found });
  return found;
}

/** A metric that takes nothing from elsewhere is all that the answer depends on. */
const FOUND = new WeakMap<MetricView["metric"], { readonly library: LibraryMetric | undefined }>();

/** Whether two texts name the same unit: case, spaces and common abbreviations do not count. */
export function sameUnit(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return plainUnit(a) === plainUnit(b);
}

function plainUnit(unit: string): string {
  const plain = unit
    .trim()
    .toLowerCase()
    .replace(/(?<=\d)[, '’\u00a0\u202f](?=\d{3}\b)/g, "")
    .replace(/\s*([/])\s*/g, "$1")
    .replace(/\s+/g, " ");
  return plain.replace(/\p{L}+/gu, (word) => SHORT.get(word) ?? word).replace(/^(percent|per cent|pct)$/, "%");
}

const SHORT: ReadonlyMap<string, string> = new Map(
  [
    ["s", "sec secs second seconds"],
    ["min", "mins minute minutes"],
    ["h", "hr hrs hour hours"],
    ["day", "d days"],
    ["week", "weeks"],
    ["month", "months"],
    ["point", "pts points"],
  ].flatMap(([short = "", long = ""]) => long.split(" ").map((word) => [word, short] as const)),
);

const named = lazy(() => {
  const found = new Map<string, LibraryMetric[]>();
  for (const metric of libraryMetrics()) {
    for (const name of [metric.name, ...metric.aliases]) {
      const key = wordsOf(name).join(" ");
      found.set(key, [...(found.get(key) ?? []), metric]);
    }
  }
  return found;
});
