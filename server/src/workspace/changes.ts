import type { Day } from "../base/date.ts";
import type { Context } from "./context.ts";
import { ALL_FACETS, FROM_CATALOGS, facetBit, facetOfCatalogField, facetOfKey } from "./facet.ts";
import { configFor } from "./settings.ts";
import type { Snapshot, Unreadable } from "./snapshot.ts";
import type { SpecFile } from "./spec-file.ts";
import { resolveUri } from "./uri.ts";

/** What a context was made from: enough to say later what has changed since, and no more. */
export interface Basis {
  readonly file: SpecFile;
  readonly today: Day;
  readonly shared: number;
  readonly isWhole: boolean;
  readonly config: SpecFile | undefined;
  /** The known findings that the configuration names. */
  readonly known: Seen | undefined;
  readonly catalogs: readonly Seen[];
  readonly results: Seen | undefined;
  /** How it read in earlier commits. */
  readonly history: unknown;
  /** For a table: the programs that name it, and their catalogs. */
  readonly namers: readonly Seen[];
}

interface Seen {
  readonly uri: string;
  readonly was: SpecFile | Unreadable | undefined;
}

export function basisOf(context: Context): Basis {
  const { snapshot, source: file, links, settings } = context;
  const look = (uri: string): Seen => ({ uri, was: at(snapshot, uri) });
  const results = file.document?.is === "program" ? file.document.results?.value : undefined;
  return {
    file,
    today: snapshot.today,
    shared: snapshot.shared,
    isWhole: snapshot.isWhole,
    config: settings.from,
    known: settings.known === undefined ? undefined : look(settings.known),
    catalogs: links.seen.map(look),
    history: snapshot.history.get(file.uri),
    results: results === undefined ? undefined : look(resolveUri(file.uri, results)),
    namers: file.results ? snapshot.programsNaming(file.uri).flatMap((each) => namerOf(each, snapshot, look)) : [],
  };
}

function namerOf({ uri }: SpecFile, snapshot: Snapshot, look: (uri: string) => Seen): Seen[] {
  return [uri, ...(snapshot.context(uri)?.links.seen ?? [])].map(look);
}

/**
 * Bits of the facets in which a document, or what it sees of other files, may differ in a later snapshot; all of them where
 * that is not known. What has not changed in a text is the same object (`readSpecFile`).
 */
export function changesSince(before: Basis, later: Snapshot): number {
  const old = before.file;
  const file = later.files.get(old.uri);
  if (!file || before.today !== later.today || configFor(later.files, old.uri) !== before.config) return ALL_FACETS;
  if (before.known && differs(before.known, later)) return ALL_FACETS;
  if (before.history !== later.history.get(old.uri)) return ALL_FACETS;
  const isSameAround = before.shared === later.shared && before.isWhole === later.isWhole;
  let changed = isSameAround ? 0 : facetBit("workspace");
  if (old !== file) {
    const fields = fieldsThatDiffer(old, file);
    if (!fields) return ALL_FACETS;
    changed |= facetBit("text");
    for (const field of fields) changed |= facetBit(facetOfKey(field));
  }
  if (old.results && namersDiffer(before, later)) return ALL_FACETS;
  if ((changed & facetBit("catalogs")) !== 0) changed |= ALL_FROM_CATALOGS;
  for (const each of before.catalogs) changed |= changesOfCatalog(each, later);
  return before.results && differs(before.results, later) ? changed | facetBit("results") : changed;
}

/** Bits of the facets in which a catalog, or what stands in its place, may say something else to those who take it. */
function changesOfCatalog({ uri, was }: Seen, later: Snapshot): number {
  const is = at(later, uri);
  if (was === is) return 0;
  const fields = typeof was === "object" && typeof is === "object" ? fieldsThatDiffer(was, is) : undefined;
  const facets = fields?.map(facetOfCatalogField);
  // What is looked at of the catalog itself, and where it leads, is anywhere in it.
  if (!facets || facets.includes("catalogs")) return ALL_FROM_CATALOGS;
  return facets.map(facetBit).reduce((mask, bit) => mask | bit, 0);
}

/** The fields of a document that say something else in a later version of it; undefined where all of it may. */
function fieldsThatDiffer(old: SpecFile, file: SpecFile): readonly string[] | undefined {
  const [was, is] = [old.document, file.document];
  if (!was || was.is !== is?.is || isBroken(old) || isBroken(file)) return undefined;
  const [one, other] = [was, is] as unknown as Record<string, unknown>[];
  return Object.keys(is).filter(
    (field) =>
      !IN_EVERY_PART.has(field) && (one?.[field] !== other?.[field] || was.wrong?.has(field) !== is.wrong?.has(field)),
  );
}

/** Where what is written stands, and what of it has the wrong shape: new in each version that differs in anything. */
const IN_EVERY_PART: ReadonlySet<string> = new Set(["is", "key", "node", "wrong"]);

const ALL_FROM_CATALOGS = FROM_CATALOGS.map(facetBit).reduce((mask, bit) => mask | bit, 0);

function isBroken({ tree }: SpecFile): boolean {
  return tree.broken.all || tree.broken.keys.size > 0;
}

function namersDiffer({ file, namers }: Basis, later: Snapshot): boolean {
  const uris = new Set(namers.map(({ uri }) => uri));
  return (
    namers.some((each) => differs(each, later)) || later.programsNaming(file.uri).some(({ uri }) => !uris.has(uri))
  );
}

function differs({ uri, was }: Seen, later: Snapshot): boolean {
  return at(later, uri) !== was;
}

function at({ files, unreadable }: Snapshot, uri: string): SpecFile | Unreadable | undefined {
  return files.get(uri) ?? unreadable.get(uri);
}
