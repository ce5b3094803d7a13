import { type LibraryMetric, libraryMetric } from "../library/metric-library.ts";
import type { Located } from "../model/located.ts";
import type { Definition, Metric, Source, Value } from "../model/spec.ts";

type DefinitionField =
  | "definition"
  | "direction"
  | "influencedBy"
  | "kind"
  | "name"
  | "owner"
  | "source"
  | "supports"
  | "unit"
  | "value";

/**
 * A metric with its definition filled in from where `use` points: the program's own words first, then the catalog's,
 * then the library's. What the library supplies stands at the `use` that takes it.
 */
export interface MetricView {
  readonly id: string;
  /** As the program writes it; in a catalog the definition itself. */
  readonly metric: Metric;
  /** What `use` points to. */
  readonly used: Definition | undefined;
  readonly library: LibraryMetric | undefined;
  /** `use` is written and points to nothing that is known. */
  readonly unresolved: boolean;
  readonly name: Located<string> | undefined;
  readonly definition: Located<string> | undefined;
  readonly kind: Located<"proportion" | "mean" | "rate"> | undefined;
  readonly unit: Located<string> | undefined;
  readonly direction: Located<"lower" | "higher" | "hold"> | undefined;
  readonly source: Source | undefined;
  readonly owner: Located<string> | undefined;
  readonly value: Value | undefined;
  readonly supports: Located<string> | undefined;
  readonly influencedBy: Definition["influencedBy"];
}

/** `definitions` finds a catalog metric by its id. The same metric with the same definition is the same view. */
export function viewMetric(metric: Metric, definitions: (id: string) => Definition | undefined): MetricView {
  const { use } = metric;
  const used = use && !isLibraryReference(use.value) ? definitions(use.value) : undefined;
  const known = VIEWS.get(metric);
  if (known && known.used === used) return known;
  const view = makeView(metric, used);
  VIEWS.set(metric, view);
  return view;
}

const VIEWS = new WeakMap<Metric, MetricView>();

function makeView(metric: Metric, used: Definition | undefined): MetricView {
  const { use } = metric;
  const libraryUse = use && isLibraryReference(use.value) ? use : used?.use;
  const library = libraryUse && libraryMetric(libraryUse.value);
  const from = <F extends DefinitionField>(field: F): Definition[F] =>
    (metric as Pick<Definition, F>)[field] ?? used?.[field];
  const supplied = <T>(value: T | undefined): Located<T> | undefined =>
    value === undefined || !libraryUse ? undefined : { value, span: libraryUse.span, key: libraryUse.key };
  return {
    id: metric.id,
    metric,
    used,
    library,
    unresolved: use !== undefined && used === undefined && library === undefined,
    name: from("name") ?? supplied(library?.name),
    definition: from("definition") ?? supplied(library?.definition),
    kind: from("kind") ?? supplied(library?.kind),
    unit: from("unit") ?? supplied(library?.unit),
    direction: from("direction") ?? supplied(library?.direction),
    source: from("source"),
    owner: from("owner"),
    value: from("value"),
    supports: from("supports"),
    influencedBy: from("influencedBy"),
  };
}

/** A definition of a catalog as a metric that no program has given a role yet. The same definition is the same metric. */
export function asMetric(definition: Definition): Metric {
  let metric = AS_METRICS.get(definition);
  if (!metric) {
    const roleless = { role: undefined, baseline: undefined, target: undefined, volume: undefined, limit: undefined };
    metric = { ...definition, ...roleless };
    AS_METRICS.set(definition, metric);
  }
  return metric;
}

const AS_METRICS = new WeakMap<Definition, Metric>();

export function isLibraryReference(use: string): boolean {
  return use.startsWith("library/");
}
