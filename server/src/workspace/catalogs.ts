import type { Located } from "../model/located.ts";
import type { Catalog } from "../model/spec.ts";
import { type Facet, FROM_CATALOGS, facetOfCatalogField } from "./facet.ts";
import type { Snapshot, Unreadable } from "./snapshot.ts";
import type { SpecFile } from "./spec-file.ts";
import { resolveUri } from "./uri.ts";

/** A catalog that a document uses, directly or through another catalog. */
export interface LinkedCatalog {
  readonly uri: string;
  readonly file: SpecFile;
  readonly catalog: Catalog;
}

export interface CatalogLinks {
  /** Each catalog once, nearest first. */
  readonly catalogs: readonly LinkedCatalog[];
  /** Links of the document itself that lead nowhere. */
  readonly broken: readonly { readonly link: Located<string>; readonly why: Unreadable | "no-catalog" }[];
  /** Links of the document itself that lead back to it, with the files passed on the way. */
  readonly cycles: readonly { readonly link: Located<string>; readonly through: readonly SpecFile[] }[];
  /** Something that a catalog should define may be missing only because it could not be read. */
  readonly incomplete: boolean;
  /** URIs of all files that the links lead to, those that cannot be read too. */
  readonly seen: readonly string[];
}

/** Follows the links of a document through all catalogs. A cycle is followed once. */
export function followCatalogs(snapshot: Snapshot, file: SpecFile): CatalogLinks {
  const found = new Map<string, LinkedCatalog>();
  const broken: { link: Located<string>; why: Unreadable | "no-catalog" }[] = [];
  const cycles: { link: Located<string>; through: readonly SpecFile[] }[] = [];
  const seen = new Set<string>();
  let incomplete = false;
  const queue: LinkedCatalog[] = [];
  for (const link of linksIn(file)) {
    seen.add(resolveUri(file.uri, link.value));
    const target = snapshot.fileAt(file.uri, link.value);
    if (typeof target === "string" || target.document?.is !== "catalog") {
      broken.push({ link, why: typeof target === "string" ? target : "no-catalog" });
      incomplete = true;
      continue;
    }
    const through = wayBack(snapshot, target, file);
    if (through) cycles.push({ link, through });
    if (target.uri !== file.uri) enqueue(target, target.document);
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.file.tree.broken.all || next.file.tree.broken.keys.size > 0) incomplete = true;
    for (const link of next.catalog.catalogs?.items ?? []) {
      seen.add(resolveUri(next.file.uri, link.value));
      const target = snapshot.fileAt(next.file.uri, link.value);
      if (typeof target === "string" || target.document?.is !== "catalog") incomplete = true;
      else if (target.uri !== file.uri) enqueue(target, target.document);
    }
  }
  return { catalogs: [...found.values()], broken, cycles, incomplete, seen: [...seen] };

  function enqueue(target: SpecFile, catalog: Catalog): void {
    if (found.has(target.uri)) return;
    const linked = { uri: target.uri, file: target, catalog };
    found.set(target.uri, linked);
    queue.push(linked);
  }
}

/** The same; `look` is told what is read of a catalog: a section of it, or all of it. */
export function notedLinks(links: CatalogLinks, look: (facets: readonly Facet[]) => void): CatalogLinks {
  const catalogs = links.catalogs.map(({ uri, file, catalog }) => ({
    uri,
    get file() {
      look(FROM_CATALOGS);
      return file;
    },
    catalog: new Proxy(catalog, {
      get: (of, field) => {
        look(OF_ALL.has(field) ? FROM_CATALOGS : [facetOfCatalogField(String(field))]);
        return Reflect.get(of, field);
      },
    }),
  }));
  return { ...links, catalogs };
}

/** Where a catalog stands, and what of it has the wrong shape. */
const OF_ALL: ReadonlySet<string | symbol> = new Set(["key", "node", "wrong"]);

/** The files on the shortest way from one file back to another, both ends included. */
function wayBack(snapshot: Snapshot, from: SpecFile, to: SpecFile): readonly SpecFile[] | undefined {
  const seen = new Set([from.uri]);
  const queue: (readonly SpecFile[])[] = [[from]];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const last = way.at(-1);
    if (!last || last.uri === to.uri) return last && way;
    for (const link of linksIn(last)) {
      const target = snapshot.fileAt(last.uri, link.value);
      if (typeof target === "string" || seen.has(target.uri)) continue;
      seen.add(target.uri);
      queue.push([...way, target]);
    }
  }
  return undefined;
}

function linksIn({ document }: SpecFile): readonly Located<string>[] {
  return document && document.is !== "config" ? (document.catalogs?.items ?? []) : [];
}
