import type { Located, Section } from "../model/located.ts";
import type { Catalog, Definition, Goal, Metric, Person, Program } from "../model/spec.ts";
import type { CatalogLinks } from "./catalogs.ts";
import { facetBit } from "./facet.ts";
import { type Measure, measureOfBehavior, measureOfMetric } from "./measure.ts";
import { asMetric, isLibraryReference, type MetricView, viewMetric } from "./metric-view.ts";
import { ProgramFacets } from "./program-facets.ts";

/** Undefined for a metric that has no role. */
type MetricRoles = ReadonlyMap<string, NonNullable<Metric["role"]>["value"] | undefined>;

/** What a document and its catalogs define together: metrics, people, goals, rates. */
export abstract class DefinedFacets extends ProgramFacets {
  protected readonly ownCatalog: Catalog | undefined;
  #metrics: ReadonlyMap<string, MetricView> | undefined;
  #primaryMetrics: readonly MetricView[] | undefined;
  #roles: MetricRoles | undefined;

  constructor(own: Program | undefined, ownCatalog: Catalog | undefined) {
    super(own);
    this.ownCatalog = ownCatalog;
  }

  protected abstract get plainLinks(): CatalogLinks;
  abstract once<T>(of: object, compute: () => T): T;

  /** The metrics of a program with their definitions filled in; of a catalog, its definitions as metrics. */
  get metrics(): ReadonlyMap<string, MetricView> {
    this.touched |= facetBit("catalogs");
    return this.noted("metrics", "metrics", this.views);
  }

  protected get views(): ReadonlyMap<string, MetricView> {
    if (!this.#metrics) {
      const end = this.begin();
      const views = [...this.#ownMetrics()].map((metric) => viewMetric(metric, (id) => this.definition(id)));
      this.#metrics = new Map(views.map((view) => [view.id, view]));
      end();
    }
    return this.#metrics;
  }

  /** The primary metrics of a program. */
  get primary(): readonly MetricView[] {
    return this.answer("primary", facetBit("metrics"), "", this.primaryMetrics);
  }

  protected get primaryMetrics(): readonly MetricView[] {
    this.#primaryMetrics ??= [...this.views.values()].filter(({ metric }) => metric.role?.value === "primary");
    return this.#primaryMetrics;
  }

  /** The metrics of a program by their roles, for who asks nothing else of them. */
  get roles(): MetricRoles {
    return this.answer("roles", facetBit("metrics") | facetBit("catalogs"), "", this.metricRoles);
  }

  protected get metricRoles(): MetricRoles {
    this.#roles ??= new Map([...this.views.values()].map(({ id, metric }) => [id, metric.role?.value] as const));
    return this.#roles;
  }

  /** What a program promises to change: its metrics, then its behaviors. */
  get measures(): readonly Measure[] {
    return this.once(MEASURES, () => {
      const { metrics, behaviors } = this;
      if (!this.own) return [];
      return [...[...metrics.values()].map(measureOfMetric), ...[...behaviors.values()].map(measureOfBehavior)];
    });
  }

  /** The measure of that name. */
  measure(id: string): Measure | undefined {
    return this.answer("measure", facetBit("metrics") | facetBit("behaviors"), id, this.measureNamed(id));
  }

  protected measureNamed(id: string): Measure | undefined {
    const metric = this.own && this.views.get(id);
    if (metric) return measureOfMetric(metric);
    const behavior = this.own?.behaviors?.entries.get(id);
    return behavior && measureOfBehavior(behavior);
  }

  /** A metric that a catalog defines; in a catalog, one of its own too. */
  definition(id: string): Definition | undefined {
    if (isLibraryReference(id)) return undefined;
    return this.definitions().get(id);
  }

  /** All metrics that `use` can name, apart from the library. */
  definitions(): ReadonlyMap<string, Definition> {
    return this.#merged("metrics", undefined);
  }

  get people(): ReadonlyMap<string, Person> {
    return this.#merged("people", this.own?.people ?? this.ownCatalog?.people);
  }

  get goals(): ReadonlyMap<string, Goal> {
    return this.#merged("goals", this.ownCatalog?.goals);
  }

  get rates(): ReadonlyMap<string, Located<number>> {
    return this.#merged("rates", this.own?.rates ?? this.ownCatalog?.rates);
  }

  /** Those that the program states itself. */
  get ownRates(): Program["rates"] {
    return this.of("rates");
  }

  #ownMetrics(): Iterable<Metric> {
    if (this.own) return this.own.metrics?.entries.values() ?? [];
    return [...(this.ownCatalog?.metrics?.entries.values() ?? [])].map(asMetric);
  }

  #merged<F extends "goals" | "metrics" | "people" | "rates", T = SectionValue<F>>(
    field: F,
    own: Section<T> | undefined,
  ): ReadonlyMap<string, T> {
    return this.once(MERGED[field], () => {
      this.touch(field);
      const merged = new Map<string, T>(own?.entries);
      for (const { catalog } of this.plainLinks.catalogs) {
        for (const [id, entry] of (catalog[field] as Section<T> | undefined)?.entries ?? []) {
          if (!merged.has(id)) merged.set(id, entry);
        }
      }
      return merged;
    });
  }
}

const MEASURES = {};
const MERGED = { goals: {}, metrics: {}, people: {}, rates: {} };

type SectionValue<F extends keyof Catalog> = NonNullable<Catalog[F]> extends Section<infer T> ? T : never;
