import { parseDay } from "../base/date.ts";
import { type Span, startOf } from "../base/span.ts";
import shapes from "../schema/generated/shapes.json" with { type: "json" };
import { keyText, type MapNode, type Node, type Pair, type ScalarNode } from "../syntax/node.ts";
import { type Condition, parseCondition } from "./condition.ts";
import type { Cost, Estimate, Located } from "./located.ts";
import type { SpecDocument } from "./spec.ts";
import { parseDuration, parseTime } from "./time.ts";

/** What a key of the schema holds, as `scripts/generate/shapes.mjs` writes it; a string names another shape. */
export type Shape = string | MapShape | LeafShape | Collection;
export interface MapShape {
  readonly is: "map";
  readonly fields: readonly (readonly [key: string, field: string, shape: Shape])[];
  readonly rest?: Shape;
}
export interface LeafShape {
  readonly is: "leaf";
  readonly leaf: Leaf;
  readonly refersTo?: string;
  readonly values?: readonly unknown[];
}
type Collection = { is: "entries" | "keyed" | "list"; kind?: string; refersTo?: string; of: Shape };
export type Leaf =
  | "text"
  | "path"
  | "reference"
  | "choice"
  | "number"
  | "boolean"
  | "date"
  | "time"
  | "duration"
  | "estimate"
  | "cost"
  | "rate"
  | "condition";

const SHAPES = shapes as unknown as Readonly<Record<string, Shape>>;

/** What kind of document the header of a spec says it is. */
export function kindOf(root: Node | undefined): "program" | "catalog" | undefined {
  if (root?.kind !== "map") return undefined;
  const kind = root.pairs.find((pair) => keyText(pair) === "kind")?.value;
  const name = kind?.kind === "scalar" ? kind.value : undefined;
  return name === "program" || name === "catalog" ? name : undefined;
}

/** What pairs of the root and of its sections became the last time: pairs that are the same become the same objects. */
export type Lowerings = WeakMap<Pair, unknown>;

/**
 * The typed document of a tree. Total: whatever has the wrong shape is left out and named in `wrong`. `known` holds what the
 * same pairs became in a document of the same kind.
 */
export function lower(
  root: Node | undefined,
  kind: SpecDocument["is"] | undefined,
  known?: Lowerings,
): SpecDocument | undefined {
  if (root?.kind !== "map" || kind === undefined) return undefined;
  const shape = resolveShape(SHAPES[kind]);
  if (shape?.is !== "map") return undefined;
  const key = root.pairs[0]?.key ?? startOf(root);
  return Object.assign(lowerMap(root, key, shape, undefined, known), { is: kind }) as unknown as SpecDocument;
}

export function shapeOfDocument(kind: SpecDocument["is"]): Shape | undefined {
  return SHAPES[kind];
}

export type ResolvedShape = Exclude<Shape, string>;

export function resolveShape(shape: Shape | undefined): ResolvedShape | undefined {
  return typeof shape === "string" ? resolveShape(SHAPES[shape]) : shape;
}

type Lowered = Record<string, unknown>;

function lowerMap(node: MapNode, key: Span, shape: MapShape, id?: string, known?: Lowerings): Lowered {
  const { blank, fields } = layoutOf(shape);
  const part: Lowered = id === undefined ? { ...blank } : { id, ...blank };
  part.node = node;
  part.key = key;
  const written: (Pair | undefined)[] = [];
  for (const pair of node.pairs) {
    const field = fields.get(keyText(pair));
    if (field) written[field.index] ??= pair;
  }
  let wrong: Set<string> | undefined;
  for (const { index, name, shape: of } of fields.values()) {
    const pair = written[index];
    if (!pair?.value) continue;
    const value = lowerPair(pair, of, known);
    part[name] = value;
    if (value === undefined) wrong = (wrong ?? new Set()).add(name);
  }
  if (shape.rest) part.rest = lowerRest(node, shape, shape.rest);
  if (wrong) part.wrong = wrong;
  return part;
}

/** A key that the schema knows in a map. */
export interface Field {
  readonly index: number;
  /** In camel case. */
  readonly name: string;
  readonly shape: Shape;
}

/** What stands under a key of a map; undefined for a key that is none of its schema. */
export function fieldOf(shape: MapShape, key: string): Field | undefined {
  return layoutOf(shape).fields.get(key);
}

interface Layout {
  /** By key, in the order of the schema. */
  readonly fields: ReadonlyMap<string, Field>;
  /** A part in which nothing is written: all parts of a shape have the same fields in the same order, which keeps reading them fast. */
  readonly blank: Lowered;
}

function layoutOf(shape: MapShape): Layout {
  let layout = LAYOUTS.get(shape);
  if (!layout) {
    const fields = shape.fields.map(([key, name, of], index) => [key, { index, name, shape: of }] as const);
    const empty = fields.map(([, { name }]) => [name, undefined]);
    const blank = { node: undefined, key: undefined, wrong: undefined, ...Object.fromEntries(empty) };
    layout = { fields: new Map(fields), blank };
    LAYOUTS.set(shape, layout);
  }
  return layout;
}

const LAYOUTS = new WeakMap<MapShape, Layout>();

/** `known` is for pairs of the root and of its sections; deeper down, looking them up costs more than it saves. */
function lowerPair(pair: Pair, shape: Shape, known: Lowerings | undefined, id?: string): unknown {
  if (!pair.value) return undefined;
  if (!known) return lowerValue(pair.value, pair.key, shape, id);
  if (known.has(pair)) return known.get(pair);
  const value = lowerValue(pair.value, pair.key, shape, id, id === undefined ? known : undefined);
  known.set(pair, value);
  return value;
}

function lowerRest(node: MapNode, shape: MapShape, of: Shape): ReadonlyMap<string, unknown> {
  const rest = new Map<string, unknown>();
  const seen = new Set<string>();
  for (const pair of node.pairs) {
    const key = keyText(pair);
    if (seen.has(key) || fieldOf(shape, key)) continue;
    seen.add(key);
    const value = pair.value && lowerValue(pair.value, pair.key, of);
    if (value !== undefined) rest.set(key, value);
  }
  return rest;
}

function lowerValue(node: Node, key: Span, shape: Shape, id?: string, known?: Lowerings): unknown {
  const of = resolveShape(shape);
  if (of === undefined) return undefined;
  if (of.is === "leaf") return lowerLeaf(node, key, of);
  if (of.is === "list") {
    if (node.kind !== "list") return undefined;
    const items = node.items
      .map((item) => lowerValue(item, firstKey(item), of.of))
      .filter((item) => item !== undefined);
    return { key, span: node, items };
  }
  if (node.kind !== "map") return undefined;
  if (of.is === "map") return lowerMap(node, key, of, id);
  if (of.is === "entries") {
    const entries = new Map<string, unknown>();
    for (const pair of node.pairs) {
      if (pair.value === undefined || entries.has(keyText(pair))) continue;
      const value = lowerPair(pair, of.of, known, keyText(pair));
      if (value !== undefined) entries.set(keyText(pair), value);
    }
    return { key, span: node, entries };
  }
  const items = node.pairs.flatMap((pair) => {
    const value = pair.value && lowerValue(pair.value, pair.key, of.of);
    return value === undefined ? [] : [{ id: { value: keyText(pair), span: pair.key, key: pair.key }, of: value }];
  });
  return { key, span: node, items };
}

/** Where an item of a list is reported: at its first key, or at itself. */
function firstKey(node: Node): Span {
  return (node.kind === "map" ? node.pairs[0]?.key : undefined) ?? node;
}

function lowerLeaf(node: Node, key: Span, shape: LeafShape): Located<unknown> | undefined {
  const value = leafValue(node, shape.leaf);
  if (shape.leaf === "choice" && !shape.values?.includes(value)) return undefined;
  return value === undefined ? undefined : { value, span: node, key };
}

function leafValue(node: Node, leaf: Leaf): unknown {
  if (leaf === "estimate") return lowerEstimate(node);
  if (leaf === "cost") return lowerCost(node);
  if (node.kind !== "scalar") return undefined;
  const { value } = node;
  switch (leaf) {
    case "number":
      return finite(value);
    case "rate":
      return typeof value === "string" ? value : finite(value);
    case "boolean":
      return value === true || value === "yes" ? true : value === false || value === "no" ? false : undefined;
    default:
      if (typeof value !== "string" || value.trim() === "") return undefined;
  }
  switch (leaf) {
    case "date":
      return parseDay(value);
    case "time":
      return parseTime(value);
    case "duration":
      return parseDuration(value);
    case "condition":
      return conditionIn(node, value);
    default:
      return value;
  }
}

function finite(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The condition that a scalar holds. Whoever asks again gets the same object. */
export function conditionIn(node: ScalarNode, text: string): Condition {
  let condition = CONDITIONS.get(node);
  if (!condition) {
    condition = parseCondition(text, (start, end) => withinScalar(node, text, start, end));
    CONDITIONS.set(node, condition);
  }
  return condition;
}

const CONDITIONS = new WeakMap<ScalarNode, Condition>();

/** Where a part of a scalar's text stands; the whole scalar where its text is not written as it reads. */
export function withinScalar(node: ScalarNode, text: string, start: number, end: number): Span {
  const quote = node.style === "plain" ? 0 : 1;
  const asWritten =
    node.end - node.start === text.length + 2 * quote && node.style !== "literal" && node.style !== "folded";
  return asWritten ? { block: node.block, start: node.start + quote + start, end: node.start + quote + end } : node;
}

function numberUnder(node: MapNode, key: string): Located<number> | undefined {
  const pair = node.pairs.find((each) => keyText(each) === key);
  const value = pair?.value?.kind === "scalar" ? finite(pair.value.value) : undefined;
  return pair?.value && value !== undefined ? { value, span: pair.value, key: pair.key } : undefined;
}

function lowerEstimate(node: Node): Estimate | undefined {
  if (node.kind === "scalar") {
    const value = finite(node.value);
    return value === undefined ? undefined : { likely: value, low: undefined, high: undefined };
  }
  if (node.kind !== "map") return undefined;
  const likely = numberUnder(node, "likely")?.value;
  if (likely === undefined) return undefined;
  return { likely, low: numberUnder(node, "low")?.value, high: numberUnder(node, "high")?.value };
}

function lowerCost(node: Node): Cost | undefined {
  const amount = lowerEstimate(node);
  if (amount) return { kind: "amount", amount };
  if (node.kind !== "map") return undefined;
  const rate = node.pairs.find((pair) => keyText(pair) === "hourly-rate");
  const hourlyRate =
    rate?.value &&
    (lowerLeaf(rate.value, rate.key, { is: "leaf", leaf: "rate" }) as Located<number | string> | undefined);
  return { kind: "time", people: numberUnder(node, "people"), hours: numberUnder(node, "hours"), hourlyRate };
}
