import { type DecisionOutcome, outcomesOf } from "../appraisal/decision-outcome.ts";
import { evaluationOf } from "../appraisal/evaluation.ts";
import type { MeasureEvaluation } from "../appraisal/evaluation-types.ts";
import type { Located } from "../model/located.ts";
import type {
  Activity,
  Assessment,
  Audience,
  Behavior,
  Catalog,
  Cause,
  Conclusion,
  Decision,
  Definition,
  Driver,
  Goal,
  Influence,
  Measurement,
  Money,
  Need,
  Objective,
  Point,
  Program,
  Waiver,
} from "../model/spec.ts";
import type { ResultsFile } from "../results/results-file.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { isLibraryReference, type MetricView } from "../workspace/metric-view.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { isLeftOut } from "./is-left-out.ts";

/** What a rule can be about. */
export interface Parts {
  /** Any file, also one that is no spec. */
  file: SpecFile;
  program: Program;
  catalog: Catalog;
  need: Need;
  cause: Cause;
  audience: Audience;
  /** A metric of a program. */
  metric: MetricView;
  /** A metric where its definition stands: in a catalog or a program that does not take it from a catalog. */
  definition: MetricView;
  /** A metric of a catalog as it is written. */
  catalogMetric: Definition;
  behavior: Behavior;
  /** A metric of a program, or a behavior: what has a baseline and a target. */
  measure: Measure;
  driver: { readonly driver: Driver; readonly behavior: Behavior };
  objective: Objective;
  activity: Activity;
  assessment: Assessment;
  measurement: Measurement;
  influence: Influence;
  point: Point;
  money: Money;
  decision: Decision;
  conclusion: { readonly metric: Located<string>; readonly conclusion: Conclusion };
  waiver: Waiver;
  goal: Goal;
  /** A table of results, with the programs that name it. */
  results: { readonly table: ResultsFile; readonly programs: readonly Context[] };
  /** What the results say of a measure; only where there are results that can be read. */
  evaluation: MeasureEvaluation;
  /** What the results say of a decision; likewise. */
  outcome: DecisionOutcome;
}

export type PartName = keyof Parts;

type PartLists = { readonly [P in PartName]: (context: Context) => Iterable<Parts[P]> };

/** All parts of a document, by name. */
export const PARTS: PartLists = {
  file: (context) => [context.file],
  program: (context) => one(context.programPart),
  catalog: (context) => one(context.catalog),
  need: (context) => one(context.program?.need),
  cause: (context) => context.program?.need?.causes?.items ?? [],
  audience: (context) => context.audience.values(),
  metric: (context) => (context.program ? context.metrics.values() : []),
  definition: function* (context) {
    for (const view of context.metrics.values()) if (isDefinedHere(view)) yield view;
  },
  catalogMetric: (context) => context.catalog?.metrics?.entries.values() ?? [],
  behavior: (context) => context.behaviors.values(),
  measure: (context) => context.measures,
  driver: function* (context) {
    for (const behavior of context.behaviors.values()) {
      for (const driver of behavior.drivers?.items ?? []) yield { driver, behavior };
    }
  },
  objective: (context) => context.objectives.values(),
  activity: (context) => context.activities.values(),
  assessment: (context) => context.assessments.values(),
  measurement: (context) => one(context.program?.measurement),
  influence: (context) => context.program?.measurement?.otherInfluences?.items ?? [],
  point: (context) => context.points.values(),
  money: (context) => one(context.program?.money),
  decision: (context) => context.decisions.values(),
  conclusion: (context) =>
    context.program?.conclusions?.items.map(({ id, of }) => ({ metric: id, conclusion: of })) ?? [],
  waiver: (context) => context.program?.waivers?.items ?? [],
  results: (context) => one(context.file.results).map((table) => ({ table, programs: context.programs })),
  evaluation: (context) => (context.resultsFile ? evaluationOf(context) : []),
  outcome: (context) => (context.resultsFile ? outcomesOf(context) : []),
  goal: (context) => context.catalog?.goals?.entries.values() ?? [],
};

/** Where `use` leads nowhere or cannot be read, nobody knows what the definition holds. */
function isDefinedHere(view: MetricView): boolean {
  let isHere = DEFINED_HERE.get(view);
  if (isHere === undefined) {
    const { metric, unresolved } = view;
    isHere = metric.use ? !unresolved && isLibraryReference(metric.use.value) : isLeftOut(metric, "use");
    DEFINED_HERE.set(view, isHere);
  }
  return isHere;
}

/** The same view is asked about at each edit of its file. */
const DEFINED_HERE = new WeakMap<MetricView, boolean>();

function one<T>(part: T | undefined): readonly T[] {
  return part === undefined ? [] : [part];
}
