import { applyEdits, type TextEdit } from "../base/edit.ts";
import type { Stretch } from "../base/span.ts";
import type { Path } from "../schema/describe.ts";
import { type PlainValue, toPlainValue } from "../syntax/node.ts";
import { parse } from "../syntax/parse.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

/** An edit that may do what is wanted. */
export interface Trial {
  readonly edit: TextEdit | undefined;
  /** What the document then says; `null` stands for nothing. */
  readonly wanted: PlainValue;
  /** Stretches whose comments go too. */
  readonly without?: readonly Stretch[];
}

export interface SafeEdit {
  readonly edit: TextEdit;
}

/**
 * The first of several edits after which the text reads as wanted, with every comment where it was between the others.
 * So nothing that a form does can lose or change anything else, however a text is written.
 */
export function safeEdit(tree: SyntaxTree, trials: Iterable<Trial>): SafeEdit | undefined {
  const broken = brokenOf(tree);
  for (const { edit, wanted, without = [] } of trials) {
    if (!edit) continue;
    const after = parse(tree.uri, applyEdits(tree.text, [edit]));
    const comments = commentsOf(tree, without);
    const isSafe =
      brokenOf(after) === broken &&
      JSON.stringify(toPlainValue(after.root)) === JSON.stringify(wanted) &&
      JSON.stringify(commentsOf(after, [])) === JSON.stringify(comments);
    if (isSafe) return { edit };
  }
  return undefined;
}

function brokenOf({ broken }: SyntaxTree): string {
  return JSON.stringify([broken.all, [...broken.keys].sort(), broken.spans.length]);
}

/** Sorted, because entries that change places take theirs along. */
function commentsOf(tree: SyntaxTree, without: readonly Stretch[]): readonly string[] {
  return tree.comments
    .map((comment) => tree.offsetOf(comment))
    .filter(({ start }) => !without.some((stretch) => stretch.start <= start && start < stretch.end))
    .map(({ start, end }) => tree.text.slice(start, end).trim())
    .sort();
}

/** A value with another one at a path; what is missing on the way is made. `at` says where among the keys a new one goes. */
export function withValue(
  value: PlainValue,
  path: Path,
  inner: PlainValue,
  order: (path: Path) => readonly string[],
  done: Path = [],
): PlainValue {
  const [step, ...rest] = path;
  if (step === undefined) return inner;
  if (typeof step === "number") {
    const items = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(items.length, step + 1) }, (_, index) =>
      index === step ? withValue(items[index] ?? null, rest, inner, order, [...done, step]) : (items[index] ?? null),
    );
  }
  const map = isMap(value) ? value : {};
  const next = withValue(map[step] ?? null, rest, inner, order, [...done, step]);
  if (Object.hasOwn(map, step))
    return Object.fromEntries(Object.entries(map).map(([key, old]) => [key, key === step ? next : old]));
  return Object.fromEntries(inserted(Object.entries(map), [step, next], order(done)));
}

/** Behind the last key that comes before it, as `insertPair` does. */
function inserted(
  pairs: [string, PlainValue][],
  pair: [string, PlainValue],
  order: readonly string[],
): [string, PlainValue][] {
  const place = order.indexOf(pair[0]);
  if (place < 0) return [...pairs, pair];
  const last = pairs.findLastIndex(([key]) => order.indexOf(key) < place);
  return [...pairs.slice(0, last + 1), pair, ...pairs.slice(last + 1)];
}

/** A value without what stands at a path. */
export function withoutValue(value: PlainValue, path: Path): PlainValue {
  const [step, ...rest] = path;
  if (Array.isArray(value) && typeof step === "number") {
    return rest.length === 0
      ? value.filter((_, index) => index !== step)
      : value.map((item, index) => (index === step ? withoutValue(item, rest) : item));
  }
  if (!isMap(value) || typeof step !== "string") return value;
  const pairs = Object.entries(value);
  if (rest.length === 0) return Object.fromEntries(pairs.filter(([key]) => key !== step));
  return Object.fromEntries(pairs.map(([key, inner]) => [key, key === step ? withoutValue(inner, rest) : inner]));
}

/** A value in which what stands at a path has changed places with its neighbour. */
export function withMoved(value: PlainValue, path: Path, by: 1 | -1): PlainValue {
  const [step, ...rest] = path;
  if (Array.isArray(value) && typeof step === "number") {
    if (rest.length === 0) return swapped(value, step, step + by);
    return value.map((item, index) => (index === step ? withMoved(item, rest, by) : item));
  }
  if (!isMap(value) || typeof step !== "string") return value;
  const pairs = Object.entries(value);
  const index = pairs.findIndex(([key]) => key === step);
  if (rest.length === 0) return Object.fromEntries(swapped(pairs, index, index + by));
  return Object.fromEntries(pairs.map(([key, inner]) => [key, key === step ? withMoved(inner, rest, by) : inner]));
}

function swapped<T>(items: readonly T[], one: number, other: number): T[] {
  return items.map((item, index) =>
    index === one ? (items[other] ?? item) : index === other ? (items[one] ?? item) : item,
  );
}

function isMap(value: PlainValue): value is { [key: string]: PlainValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
