import { lazy } from "../base/lazy.ts";
import { type Message, say } from "../base/message.ts";
import data from "./metrics.json" with { type: "json" };
import { mended, similarity, wordsOf } from "./similarity.ts";

/** A standard metric as the library ships it: what `use: library/<id>` stands for. */
export interface LibraryMetric {
  /** Stable for ever; specs refer to it as `library/<id>`. */
  readonly id: string;
  /** For people, in American English. */
  readonly name: string;
  /** Abbreviations and other names that people type. Found by search, never accepted as a reference. */
  readonly aliases: readonly string[];
  readonly category: (typeof categories)[number];
  /** The formula in words. */
  readonly definition: string;
  /** How the language sees it; what is none of the three (a sum, a score, a ratio of totals) is a `mean`. */
  readonly kind: (typeof kinds)[number];
  /** How its values really behave, for the choice and the caveats of a formula. */
  readonly distribution: (typeof distributions)[number];
  /** `outcome`: a business result. The other two measure the learning itself and never stand as a result. */
  readonly class: (typeof classes)[number];
  /** As a spec writes it: `%` for every proportion, `per …` with the exposure for every rate, `currency` for money. */
  readonly unit: string;
  /** `hold`: a band is the aim, and beyond it more is not better. */
  readonly direction: (typeof directions)[number];
  /** Values outside cannot occur. A side without a limit is absent. */
  readonly bounds: { readonly min?: number; readonly max?: number };
  /** How often a new value usually appears. */
  readonly refreshed: (typeof refreshes)[number];
  /** Systems that usually hold the numbers, as a spec would name them. */
  readonly systems: readonly string[];
  /** What goes wrong with it, one short sentence each. */
  readonly pitfalls: readonly string[];
  /** It can be improved at the expense of something else: a program that targets it needs a guardrail. */
  readonly gameable: boolean;
  /** Ids of library metrics that guard it. */
  readonly guardrails: readonly string[];
  /** A guard for which the library has no metric. */
  readonly guardrailText?: string;
  /** Codes for `source()`. Empty: common practice, which must be shown as such and never as a sourced fact. */
  readonly sources: readonly string[];
  /** What the sources speak of. With `context` (a pitfall, a published case) the definition is common practice. */
  readonly sourcesCover?: (typeof covers)[number];
  /** The least delay in days between changed behavior and a visible change, absent where there is no ground for one. */
  readonly lag?: { readonly days: number; readonly ground: Message };
}

/** The metric named by an id or by a reference `library/<id>`. Aliases are not references. */
export function libraryMetric(id: string): LibraryMetric | undefined {
  return metricsById().get(withoutPrefix(id));
}

/** All metrics in the order of the library: business metrics by category, then the learning measures. */
export function libraryMetrics(): readonly LibraryMetric[] {
  return [...metricsById().values()];
}

/**
 * At most `limit` metrics whose id, name or alias is like `text`, the likeliest first; of equals, the first in the
 * library. Everything is like an empty text.
 */
export function nearestLibraryMetrics(text: string, limit: number): readonly LibraryMetric[] {
  const written = wordsOf(withoutPrefix(text));
  if (written.length === 0) return libraryMetrics().slice(0, limit);
  const wanted = mended(written, vocabulary());
  return searchable()
    .map(({ metric, phrases }) => ({ metric, score: Math.max(...phrases.map((words) => similarity(wanted, words))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ metric }) => metric);
}

function withoutPrefix(reference: string): string {
  return reference.startsWith("library/") ? reference.slice("library/".length) : reference;
}

const metricsById = lazy(() => {
  const written: Readonly<Record<string, WrittenMetric>> = data;
  return new Map(Object.entries(written).map(([id, metric]) => [id, read(id, metric)]));
});

const searchable = lazy(() =>
  libraryMetrics().map((metric) => ({
    metric,
    phrases: [metric.id, metric.name, ...metric.aliases].map(wordsOf),
  })),
);

const vocabulary = lazy(() => new Set(searchable().flatMap(({ phrases }) => phrases.flat())));

const categories = [
  "productivity",
  "quality",
  "cycle-time",
  "sales",
  "customer-satisfaction",
  "retention",
  "safety",
  "compliance",
  "cost",
  "people",
  "learning",
] as const;

const distributions = [
  "proportion",
  "mean",
  "mean-skewed",
  "rate",
  "score",
  "sum",
  "ratio",
  "difference-of-proportions",
  "survival",
] as const;

const refreshes = [
  "intraday",
  "per-shift",
  "daily",
  "weekly",
  "monthly",
  "quarterly",
  "half-yearly",
  "yearly",
  "per-cohort",
  "per-event",
  "per-project",
  "per-release",
  "per-audit",
  "per-campaign",
] as const;

const classes = ["efficiency", "effectiveness", "outcome"] as const;
const covers = ["definition", "context"] as const;
const directions = ["higher", "lower", "hold"] as const;
const kinds = ["proportion", "mean", "rate"] as const;

/** What TypeScript makes of the JSON, where a word of a closed set is any string. */
type WrittenMetric = Omit<LibraryMetric, "id" | "lag" | ClosedField> & {
  readonly [Field in Exclude<ClosedField, "sourcesCover">]: string;
} & { readonly sourcesCover?: string; readonly lag?: { readonly days: number; readonly ground: string } };

type ClosedField = "category" | "kind" | "distribution" | "class" | "direction" | "refreshed" | "sourcesCover";

function read(id: string, { sourcesCover, lag: stated, ...written }: WrittenMetric): LibraryMetric {
  const metric = {
    ...written,
    id,
    category: oneOf(categories, written.category),
    kind: oneOf(kinds, written.kind),
    distribution: oneOf(distributions, written.distribution),
    class: oneOf(classes, written.class),
    direction: oneOf(directions, written.direction),
    refreshed: oneOf(refreshes, written.refreshed),
    ...(sourcesCover !== undefined && { sourcesCover: oneOf(covers, sourcesCover) }),
  };
  const lag = stated ? { ...stated, ground: { key: stated.ground, values: [] } } : lagOfRefresh(metric);
  return lag ? { ...metric, lag } : metric;
}

function oneOf<Word extends string>(allowed: readonly Word[], written: string): Word {
  const word = allowed.find((candidate) => candidate === written);
  if (word === undefined) throw new Error(`metrics.json: "${written}" is none of ${allowed.join(", ")}`);
  return word;
}

const refreshDays: Readonly<Partial<Record<LibraryMetric["refreshed"], number>>> = {
  intraday: 1,
  "per-shift": 1,
  daily: 1,
  weekly: 7,
  monthly: 30,
  quarterly: 91,
  "half-yearly": 182,
  yearly: 365,
};

const REFRESHED: Readonly<Partial<Record<LibraryMetric["refreshed"], Message>>> = {
  intraday: say`intraday`,
  "per-shift": say`per-shift`,
  daily: say`daily`,
  weekly: say`weekly`,
  monthly: say`monthly`,
  quarterly: say`quarterly`,
  "half-yearly": say`half-yearly`,
  yearly: say`yearly`,
};

/** How often learning measures are refreshed is an assumption of ours, so it is no ground for a lag. */
function lagOfRefresh({ category, refreshed }: Pick<LibraryMetric, "category" | "refreshed">): LibraryMetric["lag"] {
  const days = refreshDays[refreshed];
  if (days === undefined || category === "learning") return undefined;
  return {
    days,
    ground: say`It is usually refreshed ${REFRESHED[refreshed] ?? refreshed} and cannot move visibly before that.`,
  };
}
