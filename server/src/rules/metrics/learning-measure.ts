import { lazy } from "../../base/lazy.ts";
import { type LibraryMetric, libraryMetrics } from "../../library/metric-library.ts";
import { wordsOf } from "../../library/similarity.ts";
import { holding, type TextPattern } from "../../library/text-pattern.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import type { Settings } from "../../workspace/settings.ts";

/** What a measure of the learning itself looks at: what was done, how it was liked, what was learned. */
export type LearningMeasure = "activity" | "satisfaction" | "learning";

/**
 * What a metric measures of the learning itself, as far as it is certain: the library says so of the metric that it uses,
 * or it has the unmistakable name of one. Metrics in the vocabulary of the configuration are business metrics.
 */
export function learningMeasureOf(view: MetricView, settings: Settings): LearningMeasure | undefined {
  if (isKnownMetric(view, settings)) return undefined;
  const library = view.library ?? (view.name && unmistakable().get(wordsOf(view.name.value).join(" ")));
  return library && library.class !== "outcome" ? kindOf(library) : undefined;
}

/** What the wording of a metric's name suggests that it measures of the learning itself. Knows English alone. */
export function suspectedLearningMeasure(view: MetricView, settings: Settings): LearningMeasure | undefined {
  if (isKnownMetric(view, settings) || view.library || !settings.languages.includes("en")) return undefined;
  const name = view.name?.value ?? view.id.replaceAll("-", " ");
  return WORDINGS.find(({ pattern }) => pattern.test(name))?.is;
}

function isKnownMetric({ id, name, metric }: MetricView, { words }: Settings): boolean {
  return [id, name?.value, metric.use?.value].some(
    (text) => text !== undefined && words.metrics.has(text.toLowerCase()),
  );
}

function kindOf({ id, class: of }: LibraryMetric): LearningMeasure {
  if (of === "efficiency") return "activity";
  return id === "reaction-score" || id === "course-net-promoter-score" ? "satisfaction" : "learning";
}

/** Names that say that it is about learning; "coverage" and "attendance" can be anything. */
const unmistakable = lazy(() => {
  const found = new Map<string, LibraryMetric>();
  for (const metric of libraryMetrics()) {
    if (metric.class === "outcome") continue;
    for (const name of [metric.name, ...metric.aliases]) {
      const words = wordsOf(name);
      if (words.some((word) => LEARNING_WORDS.has(word))) found.set(words.join(" "), metric);
    }
  }
  return found;
});

const LEARNING_WORDS: ReadonlySet<string> = new Set(
  "course courses training learning learner learners lesson lessons quiz smile trained knowledge".split(" "),
);

const COURSE = String.raw`\b(?:(?<!golf |race |of |main )courses?|trainings?|e-?learning|learning|learners?|lessons?|modules?|workshops?|webinars?|curriculum|lms|trainees?)\b`;

/** What every text has in which `COURSE` is found. */
const COURSE_HOLDS = "course train learn lesson module workshop webinar curriculum lms";

const WORDINGS: readonly { readonly is: LearningMeasure; readonly pattern: TextPattern }[] = [
  {
    is: "learning",
    pattern: holding("quiz knowledge post", /\b(?:quiz(?:zes)?|knowledge (?:check|test)s?|post-?tests?)\b/i),
  },
  {
    is: "learning",
    pattern: holding(
      [COURSE_HOLDS, "test exam assessment"],
      `${COURSE}.*\\b(?:tests?|exams?|assessments?)\\b.*\\b(?:scores?|results?|marks?|pass(?:ed|es)?)\\b`,
      "i",
    ),
  },
  {
    is: "satisfaction",
    pattern: holding(
      [COURSE_HOLDS, "satisf rating rated nps promoter recommend"],
      `${COURSE}.*\\b(?:satisfaction|satisfied|ratings?|rated|nps|net promoter|recommend(?:ed|ation)?)\\b|\\b(?:satisfaction|satisfied|ratings?)\\b.*\\b(?:with|of) (?:the )?${COURSE}`,
      "i",
    ),
  },
  {
    is: "activity",
    pattern: holding(
      [COURSE_HOLDS, "complet enrol attend hours log view seat particip delivered"],
      `${COURSE}.*\\b(?:completions?|completed|enrol?lments?|attendance|attended|attendees|hours|log-?ins?|views?|viewed|seats?|participants?|participation|delivered)\\b|\\b(?:completions?|completed|enrol?lments?|attendance|attended|participants?|participation) (?:rate )?(?:of|at|in|for) (?:the )?(?:[\\w-]+ ){0,3}?${COURSE}`,
      "i",
    ),
  },
  {
    is: "activity",
    pattern: holding("trained", /\b(?:people|employees|staff|managers|agents|share of [\w ]+) trained\b/i),
  },
];
