import { code, type Message, say } from "../base/message.ts";
import { type Cell, cellText, EMPTY } from "./cell.ts";
import { type CellReading, readValue } from "./read-value.ts";
import type { ColumnShape, TableShape } from "./table-shape.ts";
import type { TableCell } from "./table-text.ts";

/** What a row says anew: values by the keys below it, cells that were emptied, and what cannot be read. */
export interface RowReading {
  readonly values: readonly RowValue[];
  readonly cleared: readonly { readonly column: ColumnShape; readonly cell: TableCell }[];
  readonly problems: readonly { readonly cell: TableCell; readonly message: Message }[];
}

export interface RowValue {
  readonly path: readonly string[];
  readonly yaml: (inFlow: boolean) => string;
}

interface ReadCell {
  readonly column: ColumnShape;
  readonly cell: TableCell;
  readonly before: Cell;
  readonly reading: CellReading;
}

/** Reads a row beside what stands in the spec; `before` has a cell for each column, or none where the row is new. */
export function readRow(
  { columns }: TableShape,
  cellIn: (column: ColumnShape) => TableCell | undefined,
  before: readonly Cell[],
): RowReading {
  const read: ReadCell[] = columns.flatMap((column, index) => {
    const cell = cellIn(column);
    const old = before[index] ?? EMPTY;
    return cell ? [{ column, cell, before: old, reading: readValue(cell, old, column) }] : [];
  });
  const values: RowValue[] = [];
  const cleared: { column: ColumnShape; cell: TableCell }[] = [];
  const problems: { cell: TableCell; message: Message }[] = [];
  const settled = new Set<ReadCell>();
  for (const each of read) {
    if (!each.column.parts) continue;
    const parts = each.column.parts.flatMap((key) => read.find(({ column }) => isPart(column, each.column, key)) ?? []);
    const whole = asWhole(each, parts);
    if (!whole) continue;
    for (const one of [each, ...parts]) settled.add(one);
    if ("problem" in whole) problems.push({ cell: each.cell, message: whole.problem });
    else values.push(whole);
  }
  for (const each of read) {
    const { column, cell, reading } = each;
    if (reading.is === "wrong") problems.push({ cell, message: reading.problem });
    if (settled.has(each)) continue;
    if (reading.is === "cleared") cleared.push({ column, cell });
    if (reading.is === "new") values.push({ path: column.path, yaml: reading.yaml });
  }
  return { values, cleared, problems };
}

function isPart(column: ColumnShape, of: ColumnShape, key: string): boolean {
  return (
    column.path.length === of.path.length + 1 && [...of.path, key].every((step, index) => column.path[index] === step)
  );
}

/**
 * A number that became a range, or a range that became a number, is written anew as a whole. Undefined where it stays
 * what it is, so that its cells are changed one by one.
 */
function asWhole(number: ReadCell, parts: readonly ReadCell[]): RowValue | { readonly problem: Message } | undefined {
  const { path } = number.column;
  const given = parts.filter(
    ({ reading, before }) => reading.is === "new" || (reading.is === "same" && before.kind !== "empty"),
  );
  const isNew = parts.some(({ reading }) => reading.is === "new");
  const hasNumber = number.reading.is === "new" || (number.reading.is === "same" && number.before.kind !== "empty");
  if (!hasNumber || given.length === 0) {
    const wasRange = parts.some(({ before }) => before.kind !== "empty");
    if (hasNumber && wasRange) return { path, yaml: (inFlow) => yamlOf(number, inFlow) };
    return !hasNumber && isNew && number.before.kind !== "empty" ? { path, yaml: () => flowMap(given) } : undefined;
  }
  const likely = parts.find(({ column }) => column.path.at(-1) === "likely");
  if (!isNew) return { problem: say`Either one number or its parts can stand here: empty one of them.` };
  if (likely && !given.includes(likely) && given.every(({ column }) => RANGE.has(column.path.at(-1) ?? "")))
    return { path, yaml: () => flowMap(given, ["likely", yamlOf(number, true)]) };
  return {
    problem: say`${code(number.cell.text.trim())} stands here, and ${code(given[0]?.cell.text.trim() ?? "")} beside it: empty one of them.`,
  };
}

const RANGE: ReadonlySet<string> = new Set(["low", "high"]);

function yamlOf({ reading, before }: ReadCell, inFlow: boolean): string {
  return reading.is === "new" ? reading.yaml(inFlow) : cellText(before);
}

function flowMap(given: readonly ReadCell[], more?: readonly [key: string, yaml: string]): string {
  const pairs = given.map((each) => [each.column.path.at(-1) ?? "", yamlOf(each, true)] as const);
  if (more) pairs.splice(pairs[0]?.[0] === "low" ? 1 : 0, 0, more);
  return `{ ${pairs.map(([key, yaml]) => `${key}: ${yaml}`).join(", ")} }`;
}
