import type { Entry, Section } from "../model/located.ts";
import type { Point, Program } from "../model/spec.ts";
import { type Facet, facetBit } from "./facet.ts";

/** The sections of a program, with a note of which were looked at. For what is no program they are empty. */
export class ProgramFacets {
  /** Bits of the facets that were looked at since it was last set to 0. */
  touched = 0;
  protected readonly own: Program | undefined;

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
    return entriesOf(this.of("audience"));
  }

  get behaviors(): Entries<"behaviors"> {
    return entriesOf(this.of("behaviors"));
  }

  get objectives(): Entries<"objectives"> {
    return entriesOf(this.of("objectives"));
  }

  get activities(): Entries<"activities"> {
    return entriesOf(this.of("activities"));
  }

  get assessments(): Entries<"assessments"> {
    return entriesOf(this.of("assessments"));
  }

  get decisions(): Entries<"decisions"> {
    return entriesOf(this.of("decisions"));
  }

  get points(): ReadonlyMap<string, Point> {
    return entriesOf(this.of("measurement")?.points);
  }

  protected of<F extends Facet & keyof Program>(facet: F): Program[F] | undefined {
    this.touch(facet);
    return this.own?.[facet];
  }

  protected touch(facet: Facet): void {
    this.touched |= facetBit(facet);
  }
}

type Entries<F extends keyof Program> =
  NonNullable<Program[F]> extends Section<infer T> ? ReadonlyMap<string, T> : never;

function entriesOf<T extends Entry>(section: Section<T> | undefined): ReadonlyMap<string, T> {
  return section?.entries ?? new Map<string, T>();
}
