import { lazy } from "../base/lazy.ts";
import { type LibraryMetric, libraryMetrics } from "./metric-library.ts";
import { wordsOf } from "./similarity.ts";

/** A word of the definition says less about a metric than one of its names. */
const NAME_WEIGHT = 2;

/**
 * At most `limit` business metrics of the library that have words in common with a sentence about a problem, the likeliest
 * first; rare words count more. Words are compared by their first letters, so that forms of a word meet.
 */
export function metricsAbout(problem: string, limit: number): readonly LibraryMetric[] {
  const said = problem.toLowerCase().match(/\p{L}+/gu) ?? [];
  const meant = said.map((word) => MEANT[word] ?? "").join(" ");
  const stems = new Set(stemsOf(`${problem} ${meant}`));
  return indexed()
    .map(({ metric, weights }) => {
      let score = 0;
      for (const stem of stems) score += (weights.get(stem) ?? 0) * rarity(stem);
      return { metric, score };
    })
    .sort((one, other) => other.score - one.score)
    .filter(({ score }, _, [best]) => score > 0 && score * 2 >= (best?.score ?? 0))
    .slice(0, limit)
    .map(({ metric }) => metric);
}

/** What problems are told in, and what the library calls it. */
const MEANT: Readonly<Record<string, string>> = {
  accident: "incident injury",
  accidents: "incident injury",
  angry: "customer satisfaction complaint",
  breaches: "incidents policy breaches",
  callers: "customer",
  cancel: "customer churn",
  cancellations: "customer churn",
  clients: "customer",
  complain: "complaint",
  delayed: "on-time",
  discounts: "discount",
  engineer: "employee",
  hires: "new hire retention",
  injured: "injury",
  injuries: "injury",
  late: "on-time delivery",
  leave: "attrition retention churn",
  leaving: "attrition retention churn",
  lose: "lost attrition churn",
  losing: "lost attrition churn",
  mistake: "error",
  mistakes: "error",
  newcomers: "proficiency new hire",
  offer: "quote win deal",
  offers: "quote win deal",
  people: "employee",
  productive: "proficiency",
  quit: "attrition retention turnover",
  quitting: "attrition retention turnover",
  reps: "rep quota",
  resign: "attrition turnover",
  sick: "absence",
  slow: "cycle time",
  staff: "employee",
  stolen: "shrink",
  theft: "shrink",
  tickets: "ticket cases",
  turnover: "attrition",
  unhappy: "satisfaction",
  unsafe: "safe behavior incident",
  waste: "waste scrap",
  wrong: "error",
};

/** Whether it can stand as the result of a program: a number of the business, not of the learning itself. */
export function isBusinessMetric({ class: kind, category }: LibraryMetric): boolean {
  return kind === "outcome" && category !== "learning";
}

const indexed = lazy(() =>
  libraryMetrics()
    .filter(isBusinessMetric)
    .map((metric) => {
      const weights = new Map<string, number>();
      for (const stem of stemsOf(metric.definition)) weights.set(stem, 1);
      for (const stem of [metric.name, ...metric.aliases].flatMap(stemsOf)) weights.set(stem, NAME_WEIGHT);
      return { metric, weights };
    }),
);

/** How many metrics speak of a stem. */
const spread = lazy(() => {
  const counts = new Map<string, number>();
  for (const { weights } of indexed()) for (const stem of weights.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
});

/** Inverse document frequency, after Spärck Jones, "A statistical interpretation of term specificity" (1972). */
function rarity(stem: string): number {
  return Math.log(1 + indexed().length / (1 + (spread().get(stem) ?? 0)));
}

const SAYS_NOTHING = new Set(
  "after all and any are before but each for from has have into more most not one only our out over than that the their them they this too two was were when who with work year years people many much very every first time".split(
    " ",
  ),
);

function stemsOf(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => (word.length > 2 || /^\d\d$/.test(word)) && !SAYS_NOTHING.has(word))
    .map((word) => word.slice(0, 6).replace(/(es|s|e|y|i)$/, ""));
}
