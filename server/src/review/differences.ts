import type { Span } from "../base/span.ts";
import type { Keyed, Listed, Located, Part, Section } from "../model/located.ts";
import { type Leaf, type LeafShape, type MapShape, resolveShape, type Shape } from "../model/lower.ts";
import { pairOf, toPlainValue } from "../syntax/node.ts";
import { meaningOf, plain, wordsOfLeaf } from "./leaf.ts";
import { likeness, pairAlike } from "./likeness.ts";
import type { Names } from "./names.ts";
import { pairEntries } from "./pair-entries.ts";

/** What stands at one place on one side. */
export interface Written {
  /** A value of the model; a part, for what holds others. */
  readonly value: unknown;
  /** Absent for a part. */
  readonly words: string | undefined;
  readonly span: Span;
  /** It has a shape that nobody can read. */
  readonly unreadable?: true;
}

/** One place where two documents do not mean the same. */
export interface Difference {
  /** Keys, in the names of the newer side, without a place in a list of parts. */
  readonly path: readonly string[];
  /** The same in the names of the older side. */
  readonly pathBefore: readonly string[];
  readonly is: Leaf | "part";
  readonly before: Written | undefined;
  readonly after: Written | undefined;
}

/** Where one document differs from another in what it means, whatever its layout, order and names. */
export function differencesOf(before: Part, after: Part, shape: Shape, names: Names): Difference[] {
  const found: Difference[] = [];
  const root = resolveShape(shape);
  if (root?.is === "map") new Comparison(names, found).maps(before, after, root, { path: [], pathBefore: [] });
  return found;
}

/** Notes which entries of two documents are the same under another name, so that references to them can be compared. */
export function noteRenames(before: Part, after: Part, shape: Shape, names: Names): void {
  const root = resolveShape(shape);
  if (root?.is !== "map") return;
  for (const [, field, of] of root.fields) {
    const inner = resolveShape(of);
    const [a, b] = [fieldOf(before, field), fieldOf(after, field)];
    if (inner?.is === "map" && a && b) noteRenames(a as Part, b as Part, inner, names);
    if (inner?.is !== "entries") continue;
    const sides = [a, b].map((side) => (side as Section<unknown> | undefined)?.entries);
    for (const pair of pairEntries(sides[0], sides[1], inner.of)) {
      if (pair.before && pair.after && pair.before[0] !== pair.after[0])
        names.rename(inner.kind ?? "", pair.before[0], pair.after[0]);
    }
  }
}

interface At {
  readonly path: readonly string[];
  readonly pathBefore: readonly string[];
}

class Comparison {
  readonly #names: Names;
  readonly #found: Difference[];

  constructor(names: Names, found: Difference[]) {
    this.#names = names;
    this.#found = found;
  }

  maps(before: Part, after: Part, shape: MapShape, at: At): void {
    for (const [name, field, of] of shape.fields) {
      const here = below(at, name);
      const [a, b] = [fieldOf(before, field), fieldOf(after, field)];
      const [wrongA, wrongB] = [before.wrong?.has(field), after.wrong?.has(field)];
      if (wrongA || wrongB) this.#unreadable(before, after, name, here, [a, b], [wrongA, wrongB]);
      else this.#values(a, b, of, here);
    }
    if (shape.rest) this.#keyed(restOf(before), restOf(after), shape.rest, at);
  }

  #values(before: unknown, after: unknown, shape: Shape, at: At): void {
    const of = resolveShape(shape);
    if (of === undefined || (before === undefined && after === undefined)) return;
    if (of.is === "leaf") this.#leaves(before as Leafy, after as Leafy, of, at);
    else if (of.is === "list") this.#lists(itemsOf(before), itemsOf(after), of.of, at);
    else if (of.is === "entries") this.#entries(entriesOf(before), entriesOf(after), of.of, at);
    else if (of.is === "keyed") this.#keyed(keyedOf(before, of.refersTo, this.#names), keyedOf(after), of.of, at);
    else if (of.is === "map" && before && after) this.maps(before as Part, after as Part, of, at);
    else this.#part(before as Part | undefined, after as Part | undefined, at);
  }

  #leaves(before: Leafy, after: Leafy, shape: LeafShape, at: At): void {
    const same = (_: string, name: string): string => name;
    const [a, b] = [
      before && meaningOf(before.value, shape.leaf, shape.refersTo, this.#names.after),
      after && meaningOf(after.value, shape.leaf, shape.refersTo, same),
    ];
    if (a === b) return;
    const written = (side: Leafy): Written | undefined =>
      side && { value: side.value, words: asWritten(side, shape.leaf), span: side.span };
    this.#found.push({ ...at, is: shape.leaf, before: written(before), after: written(after) });
  }

  #entries(before: Entries, after: Entries, shape: Shape, at: At): void {
    for (const pair of pairEntries(before, after, shape)) {
      const [idBefore, idAfter] = [
        pair.before?.[0] ?? pair.after?.[0] ?? "",
        pair.after?.[0] ?? pair.before?.[0] ?? "",
      ];
      this.#either(pair.before?.[1], pair.after?.[1], shape, {
        path: [...at.path, idAfter],
        pathBefore: [...at.pathBefore, idBefore],
      });
    }
  }

  #keyed(before: Entries, after: Entries, shape: Shape, at: At): void {
    for (const key of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]))
      this.#either(before?.get(key), after?.get(key), shape, below(at, key));
  }

  #lists(before: readonly unknown[], after: readonly unknown[], shape: Shape, at: At): void {
    const of = resolveShape(shape);
    if (of?.is === "leaf") {
      this.#sets(before as readonly Located<unknown>[], after as readonly Located<unknown>[], of, at);
      return;
    }
    // An index would tell an item that moved from one that changed.
    const pairs = pairAlike(before, after, (a, b) => likeness(a, b, shape));
    const [left, right] = [new Set(before), new Set(after)];
    for (const pair of pairs) {
      left.delete(pair.before);
      right.delete(pair.after);
      this.#values(pair.before, pair.after, shape, at);
    }
    for (const item of left) this.#part(item as Part, undefined, at);
    for (const item of right) this.#part(undefined, item as Part, at);
  }

  #sets(before: readonly Located<unknown>[], after: readonly Located<unknown>[], of: LeafShape, at: At): void {
    const same = (_: string, name: string): string => name;
    const keyed = (items: readonly Located<unknown>[], nameOf: typeof same) =>
      new Map(items.map((item) => [meaningOf(item.value, of.leaf, of.refersTo, nameOf), item]));
    const [a, b] = [keyed(before, this.#names.after), keyed(after, same)];
    for (const [key, item] of a) if (!b.has(key)) this.#leaves(item, undefined, of, at);
    for (const [key, item] of b) if (!a.has(key)) this.#leaves(undefined, item, of, at);
  }

  /** An entry that is on both sides, or appears or goes as a whole. */
  #either(before: unknown, after: unknown, shape: Shape, at: At): void {
    const of = resolveShape(shape);
    if (of?.is === "map" && !(before && after)) this.#part(before as Part, after as Part, at);
    else this.#values(before, after, shape, at);
  }

  #part(before: Part | undefined, after: Part | undefined, at: At): void {
    const written = (part: Part | undefined): Written | undefined =>
      part && { value: part, words: undefined, span: part.key };
    this.#found.push({ ...at, is: "part", before: written(before), after: written(after) });
  }

  /** What was written and cannot be read is neither there nor gone. */
  #unreadable(
    before: Part,
    after: Part,
    name: string,
    at: At,
    values: readonly unknown[],
    wrong: readonly (boolean | undefined)[],
  ): void {
    const [a, b] = [rawText(before, name), rawText(after, name)];
    if (a?.text === b?.text) return;
    const side = (raw: ReturnType<typeof rawText>, index: number): Written | undefined => {
      if (!raw) return undefined;
      const value = values[index];
      const words = wrong[index] ? "(cannot be read)" : raw.text;
      return { value, words, span: raw.span, ...(wrong[index] ? { unreadable: true as const } : {}) };
    };
    this.#found.push({ ...at, is: "part", before: side(a, 0), after: side(b, 1) });
  }
}

type Leafy = Located<unknown> | undefined;
type Entries = ReadonlyMap<string, unknown> | undefined;

/** A condition is shown as it was written, also what of it cannot be read. */
function asWritten({ value, span }: Located<unknown>, leaf: Leaf): string {
  const text = leaf === "condition" && "value" in span ? span.value : undefined;
  return typeof text === "string" ? plain(text) : wordsOfLeaf(value, leaf);
}

function below({ path, pathBefore }: At, key: string): At {
  return { path: [...path, key], pathBefore: [...pathBefore, key] };
}

function fieldOf(part: Part, field: string): unknown {
  return (part as Part & Record<string, unknown>)[field];
}

function itemsOf(list: unknown): readonly unknown[] {
  return (list as Listed<unknown> | undefined)?.items ?? [];
}

function entriesOf(section: unknown): Entries {
  return (section as Section<unknown> | undefined)?.entries;
}

/** `names` turns the keys into those of the newer side. */
function keyedOf(keyed: unknown, refersTo?: string, names?: Names): Entries {
  const items = (keyed as Keyed<unknown> | undefined)?.items ?? [];
  return new Map(items.map(({ id, of }) => [names ? names.after(refersTo ?? "", id.value) : id.value, of]));
}

function restOf(part: Part): Entries {
  return (part as Part & { readonly rest?: Entries }).rest;
}

/** What stands under a key that could not be read as it should be. */
function rawText(part: Part, name: string): { readonly text: string; readonly span: Span } | undefined {
  const value = pairOf(part.node, name)?.value;
  if (!value) return undefined;
  return { text: value.kind === "scalar" ? String(value.value) : JSON.stringify(toPlainValue(value)), span: value };
}
