import { entryId } from "../base/entry-id.ts";
import type { Catalog, Definition, Person } from "../model/spec.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { parentOf, relativePath } from "../workspace/uri.ts";
import type { DraftAnswers } from "./draft-answers.ts";

/** A catalog of the workspace that a new program could use. */
export interface NearCatalog {
  readonly uri: string;
  readonly catalog: Catalog;
}

/** The catalogs below a folder, those used by most programs first. */
export function catalogsBelow(snapshot: Snapshot, folder: string | undefined): readonly NearCatalog[] {
  const found = filesBelow(snapshot, folder).flatMap((file) =>
    file.kind === "catalog" && file.document?.is === "catalog" ? [{ uri: file.uri, catalog: file.document }] : [],
  );
  const uses = new Map<string, number>();
  for (const { kind, links } of snapshot.files.values()) {
    if (kind === "program") for (const link of links) uses.set(link, (uses.get(link) ?? 0) + 1);
  }
  const used = ({ uri }: NearCatalog) => uses.get(uri) ?? 0;
  return found.sort((one, other) => used(other) - used(one) || depth(one.uri) - depth(other.uri));
}

/** Where a new program belongs: the folder that holds half of the programs or more, else the folder itself. */
export function folderForPrograms(snapshot: Snapshot, folder: string): string {
  const programs = filesBelow(snapshot, folder).filter(({ kind }) => kind === "program");
  const count = new Map<string, number>();
  for (const { uri } of programs) {
    const parent = parentOf(uri) ?? folder;
    count.set(parent, (count.get(parent) ?? 0) + 1);
  }
  const [most] = [...count].sort(([, one], [, other]) => other - one);
  return most && most[1] * 2 >= programs.length ? most[0] : folder;
}

/** What the answers point to, and the file that the draft will be. */
export interface DraftScene {
  readonly id: string;
  readonly title: string;
  /** Absent where there is no folder to put it in. */
  readonly uri: string | undefined;
  /** Paths from the file to the catalogs it uses. */
  readonly links: readonly string[];
  readonly catalogs: readonly NearCatalog[];
}

/** Settles id and place of a draft: neither is taken by another file or program, nor one of `avoid`. */
export function draftScene(
  snapshot: Snapshot,
  title: string,
  answers: DraftAnswers,
  { folder, avoid = [] }: { readonly folder?: string; readonly avoid?: readonly string[] },
): DraftScene {
  const place = folder === undefined ? undefined : folderForPrograms(snapshot, folder);
  const taken = new Set(avoid);
  for (const { uri, shared } of snapshot.files.values()) {
    if (shared?.id) taken.add(shared.id.value);
    const name =
      place !== undefined && parentOf(uri) === place ? /([^/]+)\.training\.ya?ml$/.exec(uri)?.[1] : undefined;
    if (name !== undefined) taken.add(name);
  }
  const id = entryId(title, "program", taken);
  const uri = place === undefined ? undefined : `${place}/${id}.training.yaml`;
  const catalogs = uri === undefined ? [] : linked(catalogsBelow(snapshot, folder), answers);
  return { id, title, uri, catalogs, links: catalogs.map((each) => relativePath(uri ?? "", each.uri)) };
}

/** The catalogs that the answers take something from; without any, the one that most others use. */
function linked(catalogs: readonly NearCatalog[], { metric, owner }: DraftAnswers): readonly NearCatalog[] {
  const chosen = [metric, owner].flatMap((answer) => (answer?.from === "catalog" ? [answer.uri] : []));
  const needed = catalogs.filter(({ uri }) => chosen.includes(uri));
  return needed.length > 0 ? needed : catalogs.slice(0, 1);
}

/** A metric of a catalog that an answer points to. */
export function definitionOf(catalogs: readonly NearCatalog[], uri: string, id: string): Definition | undefined {
  return catalogs.find((each) => each.uri === uri)?.catalog.metrics?.entries.get(id);
}

/** A person of a catalog that an answer points to. */
export function personOf(catalogs: readonly NearCatalog[], uri: string, id: string): Person | undefined {
  return catalogs.find((each) => each.uri === uri)?.catalog.people?.entries.get(id);
}

function filesBelow(snapshot: Snapshot, folder: string | undefined): readonly SpecFile[] {
  if (folder === undefined) return [];
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  return [...snapshot.files.values()].filter(({ uri }) => uri.startsWith(start));
}

function depth(uri: string): number {
  return uri.split("/").length;
}
