import type { Listed, Located, Section } from "../model/located.ts";
import type { Activity, Assessment, Behavior, Decision, Objective, Point, Program } from "../model/spec.ts";

/** What leads to something: behaviors that move a metric, objectives that enable a behavior … */
export interface Leading {
  readonly moving: Behavior;
  readonly enabling: Objective;
  readonly requiring: Objective;
  readonly assessing: Assessment;
  readonly practicing: Activity;
  readonly measuring: Point;
  readonly deciding: Decision;
  readonly serving: Objective;
}

/** What can be asked of a chain. */
export type ChainSubject = keyof Leading | "behaviorsReached" | "metricsNamed" | "metricsReached";

/** Notes what was asked, and hands on the answer. */
export type NoteAnswer = <T>(about: ChainSubject, id: string, answer: T) => T;

/** What leads where in a program: assessment and activity → objective → behavior → metric, and points to what they measure. */
export class Chain {
  readonly #program: Program | undefined;
  readonly #note: NoteAnswer;

  constructor(program: Program | undefined, note: NoteAnswer) {
    this.#program = program;
    this.#note = note;
  }

  /** Behaviors that say they move a metric. */
  moving(metric: string): readonly Behavior[] {
    return this.#note("moving", metric, this.#list("moving", metric));
  }

  /** Objectives that say they enable a behavior. */
  enabling(behavior: string): readonly Objective[] {
    return this.#note("enabling", behavior, this.#list("enabling", behavior));
  }

  /** Objectives that need another one first. */
  requiring(objective: string): readonly Objective[] {
    return this.#note("requiring", objective, this.#list("requiring", objective));
  }

  assessing(objective: string): readonly Assessment[] {
    return this.#note("assessing", objective, this.#list("assessing", objective));
  }

  practicing(objective: string): readonly Activity[] {
    return this.#note("practicing", objective, this.#list("practicing", objective));
  }

  /** Measurement points that look at a metric or a behavior. */
  measuring(measure: string): readonly Point[] {
    return this.#note("measuring", measure, this.#list("measuring", measure));
  }

  /** Decisions whose condition names a metric or a behavior. */
  deciding(measure: string): readonly Decision[] {
    return this.#note("deciding", measure, this.#list("deciding", measure));
  }

  /** Objectives that serve a behavior, directly or because another objective requires them. */
  serving(behavior: string): readonly Objective[] {
    return this.#note("serving", behavior, this.#list("serving", behavior));
  }

  /** Ids of the behaviors that an objective serves, directly or because another objective requires it. */
  behaviorsReached(objective: string): ReadonlySet<string> {
    return this.#note("behaviorsReached", objective, this.#behaviorsReached(objective));
  }

  /** Ids that the behaviors name as metrics which an objective serves, whether there are such metrics or not. */
  metricsNamed(objective: string): ReadonlySet<string> {
    return this.#note("metricsNamed", objective, this.#metricsNamed(objective));
  }

  /** Ids of the metrics that an objective serves through behaviors. */
  metricsReached(objective: string): ReadonlySet<string> {
    return this.#note("metricsReached", objective, this.#metricsReachedBy(objective));
  }

  /** The answer to one of these questions, without a note of it. */
  ask(about: ChainSubject, id: string): unknown {
    if (about === "behaviorsReached") return this.#behaviorsReached(id);
    if (about === "metricsNamed") return this.#metricsNamed(id);
    return about === "metricsReached" ? this.#metricsReachedBy(id) : this.#list(about, id);
  }

  #list<L extends keyof Leading>(about: L, id: string): readonly Leading[L][] {
    const section = this.#sectionOf(about);
    const lists = section && keptOf(INVERSES, section, about, () => this.#inverse(about));
    return (lists as ReadonlyMap<string, readonly Leading[L][]> | undefined)?.get(id) ?? [];
  }

  #sectionOf(about: keyof Leading): Section<unknown> | undefined {
    const { behaviors, objectives, assessments, activities, measurement, decisions } = this.#program ?? {};
    switch (about) {
      case "moving":
        return behaviors;
      case "enabling":
      case "requiring":
      case "serving":
        return objectives;
      case "assessing":
        return assessments;
      case "practicing":
        return activities;
      case "measuring":
        return measurement?.points;
      case "deciding":
        return decisions;
    }
  }

  #inverse(about: keyof Leading): ReadonlyMap<string, readonly Leading[typeof about][]> {
    const { behaviors, objectives, assessments, activities, measurement, decisions } = this.#program ?? {};
    switch (about) {
      case "moving":
        return inverse(behaviors, ({ moves }) => names(moves));
      case "enabling":
        return inverse(objectives, ({ enables }) => names(enables));
      case "requiring":
        return inverse(objectives, ({ requires }) => names(requires));
      case "assessing":
        return inverse(assessments, ({ assesses }) => names(assesses));
      case "practicing":
        return inverse(activities, ({ practices }) => names(practices));
      case "measuring":
        return inverse(measurement?.points, ({ measures }) => names(measures));
      case "deciding":
        return inverse(decisions, (decision) => decision.if?.value.clauses.map(({ measure }) => measure.value) ?? []);
      case "serving":
        return inverse(objectives, ({ id }) => [...this.#behaviorsReached(id)]);
    }
  }

  #behaviorsReached(objective: string): ReadonlySet<string> {
    const { objectives } = this.#program ?? {};
    if (!objectives) return NOTHING;
    return keptOf(REACHED, objectives, objective, () => {
      const reached = new Set<string>();
      const seen = new Set([objective]);
      for (const id of seen) {
        for (const behavior of names(objectives.entries.get(id)?.enables)) reached.add(behavior);
        for (const next of this.#list("requiring", id)) seen.add(next.id);
      }
      return reached;
    });
  }

  #metricsReachedBy(objective: string): ReadonlySet<string> {
    const named = this.#metricsNamed(objective);
    const metrics = this.#program?.metrics?.entries;
    for (const metric of named) {
      if (!metrics?.has(metric)) return new Set([...named].filter((each) => metrics?.has(each)));
    }
    return named;
  }

  /** Ids that the behaviors name which an objective serves. */
  #metricsNamed(objective: string): ReadonlySet<string> {
    const { objectives, behaviors } = this.#program ?? {};
    if (!objectives || !behaviors) return NOTHING;
    let kept = NAMED.get(objectives);
    if (kept?.behaviors !== behaviors) {
      kept = { behaviors, metrics: new Map() };
      NAMED.set(objectives, kept);
    }
    let named = kept.metrics.get(objective);
    if (!named) {
      const reached = [...this.#behaviorsReached(objective)];
      named = new Set(reached.flatMap((id) => names(behaviors.entries.get(id)?.moves)));
      kept.metrics.set(objective, named);
    }
    return named;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** What follows from one section alone holds as long as the section is the same object, in later versions of the file too. */
type KeptOf<T> = WeakMap<object, Map<string, T>>;
const INVERSES: KeptOf<ReadonlyMap<string, readonly unknown[]>> = new WeakMap();
const REACHED: KeptOf<ReadonlySet<string>> = new WeakMap();
/** What follows from objectives together with the behaviors that they were last looked at with. */
const NAMED = new WeakMap<object, { behaviors: object; metrics: Map<string, ReadonlySet<string>> }>();

function keptOf<T>(kept: KeptOf<T>, section: object, name: string, compute: () => T): T {
  let all = kept.get(section);
  if (!all) {
    all = new Map();
    kept.set(section, all);
  }
  let known = all.get(name);
  if (known === undefined) {
    known = compute();
    all.set(name, known);
  }
  return known;
}

/** The names in a list of references. */
export function names(list: Listed<Located<string>> | undefined): readonly string[] {
  return list?.items.map((item) => item.value) ?? [];
}

function inverse<T>(
  section: Section<T> | undefined,
  targets: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of section?.entries.values() ?? []) {
    for (const target of new Set(targets(item))) {
      const list = found.get(target);
      if (list) list.push(item);
      else found.set(target, [item]);
    }
  }
  return found;
}
