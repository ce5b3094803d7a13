import { keyText, type MapNode, type Node, pairOf } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { type Cell, cellOf } from "./cell.ts";
import { type TableShape, tableShapes } from "./table-shape.ts";

/** The rows of one kind of thing, of all programs asked for. */
export interface PlanTable {
  readonly shape: TableShape;
  readonly rows: readonly PlanRow[];
}

export interface PlanRow {
  readonly program: string;
  /** What stands in the columns `shape.keys`: an id, the number of an item. */
  readonly keys: readonly string[];
  /** Keys and indexes from the root to what the row stands for. */
  readonly path: readonly (string | number)[];
  /** One for each of `shape.columns`. */
  readonly cells: readonly Cell[];
}

/** A spec, and what its program is called in a table. */
export interface NamedTree {
  readonly program: string;
  readonly tree: SyntaxTree;
}

/** The plans of programs as tables, whatever their shape is like; a table that has no row is there too. */
export function planTables(specs: readonly NamedTree[]): readonly PlanTable[] {
  return tableShapes().map((shape) => ({ shape, rows: specs.flatMap((spec) => rowsOf(shape, spec)) }));
}

/** The rows of one table in one spec. */
export function rowsOf(shape: TableShape, { program, tree }: NamedTree): readonly PlanRow[] {
  const source = (node: Node) => {
    const { start, end } = tree.offsetOf(node);
    return tree.text.slice(start, end).trim();
  };
  return placesOf(tree.root, shape).map(({ path, node, keys }) => ({
    program,
    keys,
    path,
    cells: shape.columns.map((column) => cellOf(below(node, column.path), column, source)),
  }));
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly node: Node | undefined;
  readonly keys: readonly string[];
}

function placesOf(root: Node | undefined, { path, rows }: TableShape): readonly Place[] {
  if (root?.kind !== "map") return [];
  let places: readonly Place[] = [{ path: [], node: root, keys: [] }];
  for (const step of path) {
    places = step === "*" ? places.flatMap(entriesOf) : places.flatMap((place) => inner(place, step));
  }
  if (rows === "program") return places;
  return places.flatMap(rows === "entries" ? entriesOf : itemsOf);
}

function inner({ path, node, keys }: Place, key: string): Place[] {
  const value = node?.kind === "map" ? pairOf(node, key)?.value : undefined;
  return value ? [{ path: [...path, key], node: value, keys }] : [];
}

/** An entry without a value is a row too. The first of two with one id counts, as everywhere. */
function entriesOf({ path, node, keys }: Place): Place[] {
  if (node?.kind !== "map") return [];
  const ids = new Set(node.pairs.map(keyText));
  return [...ids].map((id) => ({ path: [...path, id], node: pairOf(node, id)?.value, keys: [...keys, id] }));
}

function itemsOf({ path, node, keys }: Place): Place[] {
  if (node?.kind !== "list") return [];
  return node.items.map((item, index) => ({ path: [...path, index], node: item, keys: [...keys, String(index + 1)] }));
}

/** What stands below a row at the keys of a column. */
export function below(node: Node | undefined, path: readonly string[]): Node | undefined {
  let found = node;
  for (const key of path) found = found?.kind === "map" ? pairOf(found as MapNode, key)?.value : undefined;
  return found;
}
