import type { Listed, Located } from "../model/located.ts";
import type { Activity, Assessment, Behavior, Decision, Objective, Point } from "../model/spec.ts";
import type { Context } from "./context.ts";

/** What leads where in a program: assessment and activity → objective → behavior → metric, and points to what they measure. */
export class Chain {
  readonly #context: Context;
  #moving: ReadonlyMap<string, readonly Behavior[]> | undefined;
  #enabling: ReadonlyMap<string, readonly Objective[]> | undefined;
  #requiring: ReadonlyMap<string, readonly Objective[]> | undefined;
  #assessing: ReadonlyMap<string, readonly Assessment[]> | undefined;
  #practicing: ReadonlyMap<string, readonly Activity[]> | undefined;
  #measuring: ReadonlyMap<string, readonly Point[]> | undefined;
  #deciding: ReadonlyMap<string, readonly Decision[]> | undefined;
  #serving: ReadonlyMap<string, readonly Objective[]> | undefined;
  readonly #reached = new Map<string, ReadonlySet<string>>();
  readonly #metricsReached = new Map<string, ReadonlySet<string>>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Behaviors that say they move a metric. */
  moving(metric: string): readonly Behavior[] {
    const { behaviors } = this.#context;
    this.#moving ??= inverse(behaviors.values(), (behavior) => names(behavior.moves));
    return this.#moving.get(metric) ?? [];
  }

  /** Objectives that say they enable a behavior. */
  enabling(behavior: string): readonly Objective[] {
    const { objectives } = this.#context;
    this.#enabling ??= inverse(objectives.values(), (objective) => names(objective.enables));
    return this.#enabling.get(behavior) ?? [];
  }

  /** Objectives that need another one first. */
  requiring(objective: string): readonly Objective[] {
    const { objectives } = this.#context;
    this.#requiring ??= inverse(objectives.values(), (each) => names(each.requires));
    return this.#requiring.get(objective) ?? [];
  }

  assessing(objective: string): readonly Assessment[] {
    const { assessments } = this.#context;
    this.#assessing ??= inverse(assessments.values(), (assessment) => names(assessment.assesses));
    return this.#assessing.get(objective) ?? [];
  }

  practicing(objective: string): readonly Activity[] {
    const { activities } = this.#context;
    this.#practicing ??= inverse(activities.values(), (activity) => names(activity.practices));
    return this.#practicing.get(objective) ?? [];
  }

  /** Measurement points that look at a metric or a behavior. */
  measuring(measure: string): readonly Point[] {
    const { points } = this.#context;
    this.#measuring ??= inverse(points.values(), (point) => names(point.measures));
    return this.#measuring.get(measure) ?? [];
  }

  /** Decisions whose condition names a metric or a behavior. */
  deciding(measure: string): readonly Decision[] {
    const { decisions } = this.#context;
    this.#deciding ??= inverse(
      decisions.values(),
      (decision) => decision.if?.value.clauses.map((clause) => clause.measure.value) ?? [],
    );
    return this.#deciding.get(measure) ?? [];
  }

  /** Ids of the behaviors that an objective serves, directly or because another objective requires it. */
  behaviorsReached(objective: string): ReadonlySet<string> {
    const known = this.#reached.get(objective);
    const { objectives } = this.#context;
    if (known) return known;
    const reached = new Set<string>();
    const seen = new Set([objective]);
    for (const id of seen) {
      for (const behavior of names(objectives.get(id)?.enables)) reached.add(behavior);
      for (const next of this.requiring(id)) seen.add(next.id);
    }
    this.#reached.set(objective, reached);
    return reached;
  }

  /** Objectives that serve a behavior, directly or because another objective requires them. */
  serving(behavior: string): readonly Objective[] {
    const { objectives } = this.#context;
    this.#serving ??= inverse(objectives.values(), ({ id }) => [...this.behaviorsReached(id)]);
    return this.#serving.get(behavior) ?? [];
  }

  /** Ids of the metrics that an objective serves through behaviors. */
  metricsReached(objective: string): ReadonlySet<string> {
    const { behaviors, metrics, objectives } = this.#context;
    const known = objectives && this.#metricsReached.get(objective);
    if (known) return known;
    const reached = new Set<string>();
    for (const behavior of this.behaviorsReached(objective)) {
      for (const metric of names(behaviors.get(behavior)?.moves)) if (metrics.has(metric)) reached.add(metric);
    }
    this.#metricsReached.set(objective, reached);
    return reached;
  }
}

/** The names in a list of references. */
export function names(list: Listed<Located<string>> | undefined): readonly string[] {
  return list?.items.map((item) => item.value) ?? [];
}

function inverse<T>(items: Iterable<T>, targets: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const target of new Set(targets(item))) {
      const list = found.get(target);
      if (list) list.push(item);
      else found.set(target, [item]);
    }
  }
  return found;
}
