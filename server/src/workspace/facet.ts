/** The parts of a document that a rule can look at beyond the part it is asked about. */
export const FACETS = [
  "header",
  "status",
  "tier",
  "launch",
  "catalogs",
  "people",
  "owners",
  "need",
  "audience",
  "metrics",
  "behaviors",
  "objectives",
  "activities",
  "assessments",
  "measurement",
  "money",
  "decisions",
  "results",
  "conclusions",
  "waivers",
  "rates",
  "goals",
  "workspace",
  // Its own text as a whole, or something of it that no other facet carries.
  "text",
] as const;

export type Facet = (typeof FACETS)[number];

const BITS: ReadonlyMap<string, number> = new Map(FACETS.map((facet, index) => [facet, 1 << index]));

export function facetBit(facet: Facet): number {
  return BITS.get(facet) ?? 0;
}

/** The facet that a key of the root belongs to. */
export function facetOfKey(key: string): Facet {
  return BITS.has(key) && key !== "workspace" && key !== "text" ? (key as Facet) : "header";
}

export const ALL_FACETS: number = FACETS.reduce((mask, facet) => mask | facetBit(facet), 0);

/**
 * The facet that a field of a document belongs to. Which fields have the wrong shape is compared field by field
 * (`changesSince`); where the document stands is its text.
 */
export function facetOfField(field: string): Facet {
  if (field === "is" || field === "wrong") return "header";
  return field === "node" || field === "key" ? "text" : facetOfKey(field);
}

/** The facets that catalogs have a part in. */
export const FROM_CATALOGS = ["catalogs", "goals", "metrics", "people", "rates"] as const satisfies readonly Facet[];

/** The facet that a field of a catalog belongs to, for those who take it: what is none of the sections is the catalog itself. */
export function facetOfCatalogField(field: string): Facet {
  return FROM_CATALOGS.find((facet) => facet === field) ?? "catalogs";
}
