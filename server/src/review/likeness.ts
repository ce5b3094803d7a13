import type { Keyed, Listed, Located, Part, Section } from "../model/located.ts";
import { resolveShape, type Shape } from "../model/lower.ts";
import { meaningOf } from "./leaf.ts";

/** From here on two entries are taken for one that was renamed: at least half of what they say is the same. */
export const ALIKE = 0.5;

/** How much of what two values say is the same, from 0 to 1. Names of other entries do not count: they may be new too. */
export function likeness(a: unknown, b: unknown, shape: Shape): number {
  const [first, second] = [statementsOf(a, shape), statementsOf(b, shape)];
  const common = sum([...first].filter(([key]) => second.has(key)));
  const all = sum(first) + sum(second);
  return all === 0 ? 0 : (2 * common) / all;
}

/** Pairs what is alike, the most alike first; each at most once. */
export function pairAlike<T>(
  before: readonly T[],
  after: readonly T[],
  alike: (a: T, b: T) => number,
): { readonly before: T; readonly after: T }[] {
  const scored = before
    .slice(0, MOST_COMPARED)
    .flatMap((a) => after.slice(0, MOST_COMPARED).map((b) => ({ before: a, after: b, score: alike(a, b) })))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score);
  const [usedBefore, usedAfter] = [new Set<T>(), new Set<T>()];
  return scored.filter((pair) => {
    if (usedBefore.has(pair.before) || usedAfter.has(pair.after)) return false;
    usedBefore.add(pair.before);
    usedAfter.add(pair.after);
    return true;
  });
}

/** Every one is held against every other. */
const MOST_COMPARED = 200;

function sum(statements: Iterable<readonly [string, number]>): number {
  let total = 0;
  for (const [, weight] of statements) total += weight;
  return total;
}

/** Each leaf with its path, and how much it says: one of a few choices says little. */
function statementsOf(value: unknown, shape: Shape): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  collect(value, shape, "", found);
  return found;
}

function collect(value: unknown, shape: Shape | undefined, path: string, found: Map<string, number>): void {
  const of = resolveShape(shape);
  if (value === undefined || of === undefined) return;
  if (of.is === "leaf") {
    const isName = of.leaf === "reference" && of.refersTo !== "rule";
    if (isName || of.leaf === "condition" || of.leaf === "path") return;
    const key = meaningOf((value as Located<unknown>).value, of.leaf, of.refersTo, (_, name) => name);
    found.set(`${path}=${key}`, of.leaf === "choice" || of.leaf === "boolean" ? 0.25 : 1);
  } else if (of.is === "map") {
    for (const [name, field, inner] of of.fields)
      collect((value as Part & Record<string, unknown>)[field], inner, `${path}.${name}`, found);
  } else if (of.is === "list") {
    for (const item of (value as Listed<unknown>).items) collect(item, of.of, `${path}.*`, found);
  } else if (of.is === "entries") {
    for (const entry of (value as Section<unknown>).entries.values()) collect(entry, of.of, `${path}.*`, found);
  } else for (const item of (value as Keyed<unknown>).items) collect(item.of, of.of, `${path}.*`, found);
}
