import type { Day } from "../base/date.ts";
import { isMissing, type Located } from "../model/located.ts";
import type { Catalog, Program } from "../model/spec.ts";
import { dayOfTime, type Time } from "../model/time.ts";
import type { ResultsFile } from "../results/results-file.ts";
import { Answers } from "./answers.ts";
import { type CatalogLinks, followCatalogs, notedLinks } from "./catalogs.ts";
import { Chain, type ChainSubject } from "./chain.ts";
import { basisOf, changesSince } from "./changes.ts";
import { DefinedFacets } from "./defined-facets.ts";
import { ALL_FACETS, type Facet, facetBit, facetOfField, facetOfKey } from "./facet.ts";
import type { KnownFindings } from "./known-findings.ts";
import { isSameAnswer, type Question, type Subject } from "./looks.ts";
import { configFor, knownFor, type Settings, settingsFor } from "./settings.ts";
import type { EarlierVersion, Snapshot } from "./snapshot.ts";
import type { SpecFile } from "./spec-file.ts";

export type Status = "draft" | "planned" | "live" | "evaluated" | "retired";

/**
 * How one document sees itself and its workspace. Rules reach beyond the part they are asked about through it alone, and
 * it notes what they looked at: `touched`. A conclusion from something being absent does not hold where what was looked
 * at could not be read whole.
 */
export class Context extends DefinedFacets {
  readonly #snapshot: Snapshot;
  readonly #file: SpecFile;
  readonly #status: Status | undefined;
  readonly #answers: Answers;
  #links: CatalogLinks | undefined;
  #notedLinks: CatalogLinks | undefined;
  #chain: Chain | undefined;
  #settings: Settings | undefined;

  /** `status` is taken instead of the one that is written. What was computed `before` and still holds is taken over. */
  constructor(snapshot: Snapshot, file: SpecFile, { status, before }: { status?: Status; before?: Context } = {}) {
    const { document } = file;
    super(document?.is === "program" ? document : undefined, document?.is === "catalog" ? document : undefined);
    this.#snapshot = snapshot;
    this.#file = file;
    this.#status = status;
    // What kind of document it is nobody notes.
    const isSameKind = before?.source.document?.is === document?.is;
    this.#answers =
      before && isSameKind ? before.#answers.after(changesSince(basisOf(before), snapshot)) : new Answers();
  }

  /** All files of the workspace: for conclusions that no other part of the context carries. */
  get workspace(): Snapshot {
    this.touch("workspace");
    return this.#snapshot;
  }

  /** The snapshot, for features, and for looking up a file that this one names. What is read through it is not noted. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get file(): SpecFile {
    this.touch("text");
    return this.#file;
  }

  /** The same, for where the parts stand that one was given. What is read through it is not noted. */
  get source(): SpecFile {
    return this.#file;
  }

  /** What the file said before, the oldest first; empty where nobody knows. */
  get history(): readonly EarlierVersion[] {
    return this.#snapshot.history.get(this.#file.uri) ?? [];
  }

  get today(): Day {
    return this.#snapshot.today;
  }

  /** The program as a whole: for features, and for rules about single fields. */
  get program(): Program | undefined {
    this.touch("text");
    return this.own;
  }

  /** The program as a rule is given it: reading a field of it is looking at the facet that the field belongs to. */
  get programPart(): Program | undefined {
    if (!this.own) return undefined;
    return new Proxy(this.own, {
      get: (program, field) => {
        if (typeof field === "string") this.touch(facetOfField(field));
        return Reflect.get(program, field);
      },
    });
  }

  get isProgram(): boolean {
    return this.own !== undefined;
  }

  /** Something stands at a key of the program that has the wrong shape. */
  isWrong(facet: Facet & keyof Program): boolean {
    this.touch(facet);
    return this.own?.wrong?.has(facet) === true;
  }

  get catalog(): Catalog | undefined {
    this.touch("text");
    return this.ownCatalog;
  }

  /**
   * Computes something once, here and in later versions of the file as long as it holds. Whoever asks has looked at all that
   * the computation looked at. `of` stands for the question: an object of which there is one answer.
   */
  once<T>(of: object, compute: () => T): T {
    const known = this.#answers.get(of, ({ asked }) => asked.every((question) => this.stillAnswers(question)));
    if (known) {
      this.count(known.looks);
      return known.value as T;
    }
    const end = this.begin();
    const value = compute();
    const looks = end();
    this.#answers.set(of, value, looks);
    this.count(looks);
    return value;
  }

  /** Whether what was asked has the same answer here. */
  stillAnswers({ about, id, answer }: Question): boolean {
    return isSameAnswer(this.#ask(about, id), answer);
  }

  #ask(about: Subject, id: string): unknown {
    const { own } = this;
    switch (about) {
      case "activities":
      case "assessments":
      case "audience":
      case "behaviors":
      case "decisions":
      case "objectives":
        return own?.[about]?.entries.get(id);
      case "points":
        return own?.measurement?.points?.entries.get(id);
      case "metrics":
        return this.views.get(id);
      case "measure":
        return this.measureNamed(id);
      case "primary":
        return this.primaryMetrics;
      case "roles":
        return this.metricRoles;
      default:
        return this.chain.ask(about, id);
    }
  }

  /** Facets in which something may be written that could not be read. */
  get brokenFacets(): number {
    const { broken } = this.#file.tree;
    if (broken.all) return ALL_FACETS;
    let mask = this.plainLinks.incomplete ? facetBit("catalogs") : 0;
    if (!this.#snapshot.isWhole) mask |= facetBit("workspace");
    for (const key of broken.keys) mask |= facetBit(facetOfKey(key));
    return mask;
  }

  /** No `status` means `planned`: nobody gets leniency by leaving a key out. */
  get status(): Status {
    this.touch("status");
    return this.#status ?? this.own?.status?.value ?? "planned";
  }

  /** What the program says, else what the profile of its configuration takes it for. */
  get tier(): "strategic" | "tactical" {
    this.touch("tier");
    return this.own?.tier?.value ?? (this.settings.profile === "tactical" ? "tactical" : "strategic");
  }

  /** What the configuration says for this file. */
  get settings(): Settings {
    this.#settings ??= settingsFor(configFor(this.#snapshot.files, this.#file.uri), this.#file.uri);
    return this.#settings;
  }

  /** The findings that stood when the rules were adopted; undefined where the configuration names no such file. */
  get known(): KnownFindings | undefined {
    return knownFor(this.#snapshot.files, this.#file.uri).list;
  }

  get launch(): Located<Day> | undefined {
    this.touch("launch");
    return this.own?.launch;
  }

  /** The program declares that it answers no business outcome (`need.exempt`, in whatever shape). */
  get isExempt(): boolean {
    this.touch("need");
    const need = this.own?.need;
    return need !== undefined && !isMissing(need, "exempt");
  }

  dayOf(time: Located<Time> | undefined): Day | undefined {
    return time && dayOfTime(time.value, this.launch?.value);
  }

  /** The rows of the file under `results`; undefined where there is none that can be read. */
  get resultsFile(): ResultsFile | undefined {
    const path = this.results?.value;
    const file = path === undefined ? undefined : this.#snapshot.fileAt(this.#file.uri, path);
    return typeof file === "object" ? file.results : undefined;
  }

  /** For a file of results: the programs whose `results` it is. */
  get programs(): readonly Context[] {
    if (!this.#file.results) return [];
    const namers = this.#snapshot.programsNaming(this.#file.uri);
    return namers.flatMap(({ uri }) => this.#snapshot.context(uri) ?? []);
  }

  /** What leads where in a program. */
  get chain(): Chain {
    this.#chain ??= new Chain(this.own, (about, id, answer) => this.answer(about, CHAIN_FACETS[about], id, answer));
    return this.#chain;
  }

  /** Where the catalogs of the document are, and what they say; what is read of them is noted section by section. */
  get links(): CatalogLinks {
    this.#notedLinks ??= notedLinks(this.plainLinks, (facets) => {
      for (const facet of facets) this.touch(facet);
    });
    this.touch("catalogs");
    return this.#notedLinks;
  }

  /** The same; whoever reads a section of a catalog through it notes that. */
  protected get plainLinks(): CatalogLinks {
    this.touch("catalogs");
    this.#links ??= followCatalogs(this.#snapshot, this.#file);
    return this.#links;
  }
}

/** The sections that the answers of a chain come from. */
const CHAIN_FACETS: Readonly<Record<ChainSubject, number>> = {
  moving: facetBit("behaviors"),
  enabling: facetBit("objectives"),
  requiring: facetBit("objectives"),
  serving: facetBit("objectives"),
  behaviorsReached: facetBit("objectives"),
  metricsNamed: facetBit("objectives") | facetBit("behaviors"),
  metricsReached: facetBit("objectives") | facetBit("behaviors") | facetBit("metrics"),
  assessing: facetBit("assessments"),
  practicing: facetBit("activities"),
  measuring: facetBit("measurement"),
  deciding: facetBit("decisions"),
};
