import { type Day, parseDay } from "../base/date.ts";
import type { Node } from "../syntax/node.ts";
import { asScalar } from "../syntax/quote.ts";
import type { ColumnShape } from "./table-shape.ts";

/** What a cell of a plan table holds. */
export type Cell =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "day"; readonly day: Day; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** Something stands in the spec that no cell can hold: it is shown as it is written, and never changed. */
  | { readonly kind: "locked"; readonly text: string };

export const EMPTY: Cell = { kind: "empty" };

/** The cell that shows a value of a spec. `source` is the text that a node stands for. */
export function cellOf(node: Node | undefined, column: ColumnShape, source: (node: Node) => string): Cell {
  if (node === undefined || (node.kind === "scalar" && node.value === null)) return EMPTY;
  const isList = column.holds === "names" || column.holds === "texts";
  if (node.kind === "list" && isList) {
    const items = node.items.map((item) =>
      item.kind === "scalar" && typeof item.value === "string" ? item.value : undefined,
    );
    if (items.every((item) => item !== undefined))
      return { kind: "text", text: joinItems(items, column.holds === "names") };
  }
  if (node.kind === "map" && column.parts) return EMPTY;
  if (node.kind !== "scalar" || isList) return { kind: "locked", text: source(node) };
  const { value } = node;
  if (typeof value === "number") {
    const holdsNumber = column.holds === "number" || column.holds === "rate";
    return holdsNumber && Number.isFinite(value)
      ? { kind: "number", number: value }
      : { kind: "text", text: source(node) };
  }
  if (typeof value !== "string") return { kind: "text", text: String(value) };
  const day = column.holds === "date" ? parseDay(value) : undefined;
  return day === undefined ? { kind: "text", text: value } : { kind: "day", day, text: value };
}

/** Items with semicolons between, as a list of YAML where that could be read in another way. */
export function joinItems(items: readonly string[], areNames: boolean): string {
  const mark = areNames ? /[;,\s]/ : /[;\n\r]/;
  const isPlain = items.length > 0 && items.every((item) => item !== "" && item === item.trim() && !mark.test(item));
  const joined = items.join("; ");
  return isPlain && !joined.startsWith("[") ? joined : listText(items);
}

/** A list as YAML writes it in one line. */
export function listText(items: readonly string[]): string {
  return `[${items.map((item) => asScalar(item, true)).join(", ")}]`;
}

/** What a cell says, as text. */
export function cellText(cell: Cell): string {
  return cell.kind === "empty" ? "" : cell.kind === "number" ? String(cell.number) : cell.text;
}
