import type { Shape } from "../model/lower.ts";
import { likeness, pairAlike } from "./likeness.ts";

export interface EntryPair<T> {
  readonly before: readonly [id: string, entry: T] | undefined;
  readonly after: readonly [id: string, entry: T] | undefined;
}

/** Entries of one section on both sides: by their ids, and of those that are left the ones that say nearly the same. */
export function pairEntries<T>(
  before: ReadonlyMap<string, T> | undefined,
  after: ReadonlyMap<string, T> | undefined,
  shape: Shape,
): EntryPair<T>[] {
  const [olds, news] = [[...(before ?? [])], [...(after ?? [])]];
  const goneIds = olds.filter(([id]) => !after?.has(id));
  const freshIds = news.filter(([id]) => !before?.has(id));
  const renamed = pairAlike(goneIds, freshIds, ([, a], [, b]) => likeness(a, b, shape));
  const oldOf = new Map(renamed.map((pair) => [pair.after, pair.before]));
  const taken = new Set(renamed.map((pair) => pair.before));
  const pairs = news.map((entry): EntryPair<T> => {
    const same = before?.get(entry[0]);
    return { before: same === undefined ? oldOf.get(entry) : [entry[0], same], after: entry };
  });
  const gone = goneIds.filter((entry) => !taken.has(entry)).map((entry) => ({ before: entry, after: undefined }));
  return [...pairs, ...gone];
}
