import type { Day } from "../base/date.ts";
import { type Entry, isMissing, type Located, type Section } from "../model/located.ts";
import type { Catalog, Definition, Goal, Metric, Person, Point, Program } from "../model/spec.ts";
import { dayOfTime, type Time } from "../model/time.ts";
import type { ResultsFile } from "../results/results-file.ts";
import { type CatalogLinks, followCatalogs } from "./catalogs.ts";
import { Chain } from "./chain.ts";
import { ALL_FACETS, type Facet, facetBit, facetOfKey } from "./facet.ts";
import type { KnownFindings } from "./known-findings.ts";
import { type Measure, measureOfBehavior, measureOfMetric } from "./measure.ts";
import { isLibraryReference, type MetricView, viewMetric } from "./metric-view.ts";
import { configFor, type Settings, settingsFor } from "./settings.ts";
import type { Snapshot } from "./snapshot.ts";
import type { SpecFile } from "./spec-file.ts";

export type Status = "draft" | "planned" | "live" | "evaluated" | "retired";

/**
 * How one document sees itself and its workspace. Rules reach beyond the part they are asked about through it alone, and
 * it notes what they looked at: `touched`. A conclusion from something being absent does not hold where what was looked
 * at could not be read whole.
 */
export class Context {
  readonly snapshot: Snapshot;
  readonly file: SpecFile;
  /** Bits of the facets that were looked at since it was last set to 0. */
  touched = 0;
  /** Bits of all facets that were ever looked at. */
  everTouched = 0;
  readonly #program: Program | undefined;
  readonly #catalog: Catalog | undefined;
  readonly #status: Status | undefined;
  #links: CatalogLinks | undefined;
  #metrics: ReadonlyMap<string, MetricView> | undefined;
  #chain: Chain | undefined;
  #settings: Settings | undefined;

  /** `status` is taken instead of the one that is written. */
  constructor(snapshot: Snapshot, file: SpecFile, status?: Status) {
    this.snapshot = snapshot;
    this.file = file;
    this.#status = status;
    this.#program = file.document?.is === "program" ? file.document : undefined;
    this.#catalog = file.document?.is === "catalog" ? file.document : undefined;
  }

  /** All files of the workspace: for conclusions that no other part of the context carries. */
  get workspace(): Snapshot {
    this.#touch("workspace");
    return this.snapshot;
  }

  get today(): Day {
    return this.snapshot.today;
  }

  /** The program as a whole. What is read through it is not noted: for features, and for rules about single fields. */
  get program(): Program | undefined {
    return this.#program;
  }

  get catalog(): Catalog | undefined {
    return this.#catalog;
  }

  /** Facets in which something may be written that could not be read. */
  get brokenFacets(): number {
    const { broken } = this.file.tree;
    if (broken.all) return ALL_FACETS;
    let mask = this.links.incomplete ? facetBit("catalogs") : 0;
    for (const key of broken.keys) mask |= facetBit(facetOfKey(key));
    return mask;
  }

  /** No `status` means `planned`: nobody gets leniency by leaving a key out. */
  get status(): Status {
    this.#touch("header");
    return this.#status ?? this.#program?.status?.value ?? "planned";
  }

  /** What the program says, else what the profile of its configuration takes it for. */
  get tier(): "strategic" | "tactical" {
    this.#touch("header");
    return this.#program?.tier?.value ?? (this.settings.profile === "tactical" ? "tactical" : "strategic");
  }

  /** What the configuration says for this file. */
  get settings(): Settings {
    this.#settings ??= settingsFor(configFor(this.snapshot.files, this.file.uri), this.file.uri);
    return this.#settings;
  }

  /** The findings that stood when the rules were adopted; undefined where the configuration names no such file. */
  get known(): KnownFindings | undefined {
    const uri = this.settings.known;
    const known = uri === undefined ? undefined : this.snapshot.files.get(uri)?.known;
    return known && "key" in known ? undefined : known;
  }

  get launch(): Located<Day> | undefined {
    this.#touch("header");
    return this.#program?.launch;
  }

  /** The program declares that it answers no business outcome (`need.exempt`, in whatever shape). */
  get isExempt(): boolean {
    this.#touch("need");
    const need = this.#program?.need;
    return need !== undefined && !isMissing(need, "exempt");
  }

  dayOf(time: Located<Time> | undefined): Day | undefined {
    return time && dayOfTime(time.value, this.launch?.value);
  }

  get need(): Program["need"] {
    return this.#of("need");
  }

  get owners(): Program["owners"] {
    return this.#of("owners");
  }

  get measurement(): Program["measurement"] {
    return this.#of("measurement");
  }

  get money(): Program["money"] {
    return this.#of("money");
  }

  get conclusions(): Program["conclusions"] {
    return this.#of("conclusions");
  }

  get waivers(): Program["waivers"] {
    return this.#of("waivers");
  }

  get results(): Program["results"] {
    return this.#of("results");
  }

  /** The rows of the file under `results`; undefined where there is none that can be read. */
  get resultsFile(): ResultsFile | undefined {
    const path = this.results?.value;
    const file = path === undefined ? undefined : this.snapshot.fileAt(this.file.uri, path);
    return typeof file === "object" ? file.results : undefined;
  }

  /** For a file of results: the programs whose `results` it is. */
  get programs(): readonly Context[] {
    if (!this.file.results) return [];
    const namers = this.snapshot.programsNaming(this.file.uri);
    return namers.flatMap(({ uri }) => this.snapshot.context(uri) ?? []);
  }

  get audience(): Entries<"audience"> {
    return entriesOf(this.#of("audience"));
  }

  get behaviors(): Entries<"behaviors"> {
    return entriesOf(this.#of("behaviors"));
  }

  get objectives(): Entries<"objectives"> {
    return entriesOf(this.#of("objectives"));
  }

  get activities(): Entries<"activities"> {
    return entriesOf(this.#of("activities"));
  }

  get assessments(): Entries<"assessments"> {
    return entriesOf(this.#of("assessments"));
  }

  get decisions(): Entries<"decisions"> {
    return entriesOf(this.#of("decisions"));
  }

  get points(): ReadonlyMap<string, Point> {
    return entriesOf(this.#of("measurement")?.points);
  }

  /** The metrics of a program with their definitions filled in; of a catalog, its definitions as metrics. */
  get metrics(): ReadonlyMap<string, MetricView> {
    this.#touch("metrics");
    this.#metrics ??= new Map(
      [...this.#ownMetrics()].map((metric) => [metric.id, viewMetric(metric, (id) => this.definition(id))]),
    );
    return this.#metrics;
  }

  /** What a program promises to change: its metrics, then its behaviors. */
  get measures(): readonly Measure[] {
    const { metrics, behaviors } = this;
    if (!this.#program) return [];
    return [...[...metrics.values()].map(measureOfMetric), ...[...behaviors.values()].map(measureOfBehavior)];
  }

  /** What leads where in a program. */
  get chain(): Chain {
    this.#chain ??= new Chain(this);
    return this.#chain;
  }

  get links(): CatalogLinks {
    this.#touch("catalogs");
    this.#links ??= followCatalogs(this.snapshot, this.file);
    return this.#links;
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
    this.#touch("people");
    return this.#merged("people", this.#program?.people ?? this.#catalog?.people);
  }

  get goals(): ReadonlyMap<string, Goal> {
    this.#touch("goals");
    return this.#merged("goals", this.#catalog?.goals);
  }

  get rates(): ReadonlyMap<string, Located<number>> {
    this.#touch("rates");
    return this.#merged("rates", this.#program?.rates ?? this.#catalog?.rates);
  }

  #ownMetrics(): Iterable<Metric> {
    if (this.#program) return this.#program.metrics?.entries.values() ?? [];
    return [...(this.#catalog?.metrics?.entries.values() ?? [])].map(asMetric);
  }

  #merged<F extends "goals" | "metrics" | "people" | "rates", T = SectionValue<F>>(
    field: F,
    own: Section<T> | undefined,
  ): ReadonlyMap<string, T> {
    const merged = new Map<string, T>(own?.entries);
    for (const { catalog } of this.links.catalogs) {
      for (const [id, entry] of (catalog[field] as Section<T> | undefined)?.entries ?? []) {
        if (!merged.has(id)) merged.set(id, entry);
      }
    }
    return merged;
  }

  #of<F extends Facet & keyof Program>(facet: F): Program[F] | undefined {
    this.#touch(facet);
    return this.#program?.[facet];
  }

  #touch(facet: Facet): void {
    this.touched |= facetBit(facet);
    this.everTouched |= facetBit(facet);
  }
}

type SectionValue<F extends keyof Catalog> = NonNullable<Catalog[F]> extends Section<infer T> ? T : never;
type Entries<F extends keyof Program> =
  NonNullable<Program[F]> extends Section<infer T> ? ReadonlyMap<string, T> : never;

function entriesOf<T extends Entry>(section: Section<T> | undefined): ReadonlyMap<string, T> {
  return section?.entries ?? new Map<string, T>();
}

/** A definition of a catalog seen as a metric that no program has given a role yet. */
function asMetric(definition: Definition): Metric {
  return {
    ...definition,
    role: undefined,
    baseline: undefined,
    target: undefined,
    volume: undefined,
    limit: undefined,
  };
}
