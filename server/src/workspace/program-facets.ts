import type { Entry, Section } from "../model/located.ts";
import type { Point, Program } from "../model/spec.ts";
import { type Facet, facetBit } from "./facet.ts";
import { type Looks, NOTHING_ASKED, NotedEntries, type Question, type Subject } from "./looks.ts";

/** The sections of a program, with a note of which were looked at. For what is no program they are empty. */
export class ProgramFacets {
  /** Bits of the facets that were looked at since they were last forgotten. */
  touched = 0;
  /** Bits of those that were looked at as a whole. */
  whole = 0;
  /** What was asked besides; undefined where nobody wants to know it, and each look counts for the whole facet. */
  asked: Question[] | undefined;
  protected readonly own: Program | undefined;
  readonly #noted = new Map<Subject, ReadonlyMap<string, unknown>>();

  constructor(own: Program | undefined) {
    this.own = own;
  }

  get need(): Program["need"] {
    return this.of("need");
  }

  get owners(): Program["owners"] {
    return this.of("owners");
  }

  get measurement(): Program["measurement"] {
    return this.of("measurement");
  }

  get money(): Program["money"] {
    return this.of("money");
  }

  get conclusions(): Program["conclusions"] {
    return this.of("conclusions");
  }

  get waivers(): Program["waivers"] {
    return this.of("waivers");
  }

  get results(): Program["results"] {
    return this.of("results");
  }

  get audience(): Entries<"audience"> {
    return this.noted("audience", "audience", entriesOf(this.own?.audience));
  }

  get behaviors(): Entries<"behaviors"> {
    return this.noted("behaviors", "behaviors", entriesOf(this.own?.behaviors));
  }

  get objectives(): Entries<"objectives"> {
    return this.noted("objectives", "objectives", entriesOf(this.own?.objectives));
  }

  get activities(): Entries<"activities"> {
    return this.noted("activities", "activities", entriesOf(this.own?.activities));
  }

  get assessments(): Entries<"assessments"> {
    return this.noted("assessments", "assessments", entriesOf(this.own?.assessments));
  }

  get decisions(): Entries<"decisions"> {
    return this.noted("decisions", "decisions", entriesOf(this.own?.decisions));
  }

  get points(): ReadonlyMap<string, Point> {
    return this.noted("points", "measurement", entriesOf(this.own?.measurement?.points));
  }

  protected of<F extends Facet & keyof Program>(facet: F): Program[F] | undefined {
    this.touch(facet);
    return this.own?.[facet];
  }

  /** Notes that a facet was looked at as a whole. */
  protected touch(facet: Facet): void {
    this.touched |= facetBit(facet);
    this.whole |= facetBit(facet);
  }

  /** Notes that something in some facets was asked, and hands on the answer. */
  protected answer<T>(about: Subject, facets: number, id: string, answer: T): T {
    this.touched |= facets;
    // Whoever has looked at all of it learns nothing by asking for a part of it.
    if ((this.whole & facets) === facets) return answer;
    if (this.asked) this.asked.push({ about, id, answer, facets });
    else this.whole |= facets;
    return answer;
  }

  /** The entries of a section, which note what is looked at where somebody wants to know. */
  protected noted<T>(about: Subject, facet: Facet, entries: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
    const bit = facetBit(facet);
    this.touched |= bit;
    if (!this.asked) {
      this.whole |= bit;
      return entries;
    }
    const known = this.#noted.get(about) as ReadonlyMap<string, T> | undefined;
    if (known) return known;
    const noted = new NotedEntries(entries, {
      one: (id, entry) => this.answer(about, bit, id, entry),
      all: () => this.touch(facet),
    });
    this.#noted.set(about, noted);
    return noted;
  }

  /** Begins to note looks anew; `looks` then says what was noted, and goes back to what was noted before. */
  protected begin(): () => Looks {
    const { touched, whole, asked } = this;
    this.touched = 0;
    this.whole = 0;
    this.asked = asked && [];
    return () => {
      const looks = { touched: this.touched, whole: this.whole, asked: this.asked ?? NOTHING_ASKED };
      this.touched = touched;
      this.whole = whole;
      this.asked = asked;
      return looks;
    };
  }

  /** Counts what somebody else looked at as looked at here. */
  protected count({ touched, whole, asked }: Looks): void {
    this.touched |= touched;
    this.whole |= whole;
    this.asked?.push(...asked);
  }
}

type Entries<F extends keyof Program> =
  NonNullable<Program[F]> extends Section<infer T> ? ReadonlyMap<string, T> : never;

function entriesOf<T extends Entry>(section: Section<T> | undefined): ReadonlyMap<string, T> {
  return section?.entries ?? new Map<string, T>();
}
