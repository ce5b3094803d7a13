import type { Part } from "../model/located.ts";
import { shapeOfDocument } from "../model/lower.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { likeness, pairAlike } from "./likeness.ts";

/** A document on both sides, or on one. */
export interface FilePair {
  readonly before: SpecFile | undefined;
  readonly after: SpecFile | undefined;
}

/** One state of a folder: its files by the path that both sides have in common. */
export type Files = ReadonlyMap<string, SpecFile>;

/**
 * Which document of one side is which of the other: by its path, by where `moved` says it went, by its `id` where it is
 * the only one with it, and of those that are left the ones that say nearly the same.
 */
export function pairFiles(before: Files, after: Files, moved: ReadonlyMap<string, string>): FilePair[] {
  const [olds, news] = [new Map(before), new Map(after)];
  const pairs: FilePair[] = [];
  const pair = (old: string, now: string): void => {
    const [a, b] = [olds.get(old), news.get(now)];
    if (!a || !b || !isOneKind(a, b)) return;
    pairs.push({ before: a, after: b });
    olds.delete(old);
    news.delete(now);
  };
  const sameId = (old: string, now: string): boolean => idOf(olds.get(old)) === idOf(news.get(now));
  // Two programs may have changed places; who keeps its path and its name is settled first.
  for (const path of [...olds.keys()]) if (news.has(path) && sameId(path, path)) pair(path, path);
  const [oldIds, newIds] = [pathsById(olds), pathsById(news)];
  for (const [id, path] of oldIds) if (path !== undefined) pair(path, newIds.get(id) ?? "");
  for (const path of [...olds.keys()]) pair(path, path);
  for (const [from, to] of moved) pair(from, to);
  const alike = pairAlike([...olds], [...news], ([, a], [, b]) => (isOneKind(a, b) ? likenessOf(a, b) : 0));
  for (const each of alike) pair(each.before[0], each.after[0]);
  return [
    ...pairs,
    ...[...news.values()].map((file) => ({ before: undefined, after: file })),
    ...[...olds.values()].map((file) => ({ before: file, after: undefined })),
  ];
}

/** A file that cannot be read may be of any kind. */
function isOneKind(a: SpecFile, b: SpecFile): boolean {
  return !a.document || !b.document || a.document.is === b.document.is;
}

function idOf({ document }: SpecFile = NOTHING): string | undefined {
  return document && document.is !== "config" ? document.id?.value : undefined;
}

const NOTHING: Pick<SpecFile, "document"> & SpecFile = { document: undefined } as SpecFile;

/** An id that several documents have names none of them. */
function pathsById(files: ReadonlyMap<string, SpecFile>): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const [path, file] of files) {
    const id = idOf(file);
    if (id !== undefined)
      found.set(`${file.document?.is} ${id}`, found.has(`${file.document?.is} ${id}`) ? undefined : path);
  }
  return found;
}

function likenessOf({ document: a }: SpecFile, { document: b }: SpecFile): number {
  const shape = a && shapeOfDocument(a.is);
  return a && b && shape ? likeness(a as Part, b as Part, shape) : 0;
}
