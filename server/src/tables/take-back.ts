import { code, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { nodeAt } from "../syntax/locate.ts";
import { parse } from "../syntax/parse.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { changeText, type SpecPath, type TextChange } from "./change-text.ts";
import { type PlanRow, rowsOf } from "./plan-tables.ts";
import { type RowReading, readRow } from "./read-row.ts";
import { readHeader, type TableHeader } from "./table-header.ts";
import { PROGRAM_COLUMN, type TableShape } from "./table-shape.ts";
import type { TableCell, TableText } from "./table-text.ts";

/** A spec that tables are taken back into. */
export interface TargetSpec {
  readonly uri: string;
  /** Its id, or its file where that is not the only one of that id. */
  readonly program: string;
  /** What tables may call it. */
  readonly names: readonly string[];
  readonly tree: SyntaxTree;
}

/** Something about a table, with the cell that it is about. */
export interface TableNote {
  readonly table: string;
  readonly address: string | undefined;
  readonly message: Message;
}

export interface TakenBack {
  /** The specs that are different now. */
  readonly files: readonly { readonly uri: string; readonly before: string; readonly after: string }[];
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** With one of these nothing should be written. */
  readonly problems: readonly TableNote[];
  /** What was left alone, and why. */
  readonly notes: readonly TableNote[];
}

/** Takes tables back into the specs they were made from: by program and id, and only what somebody has changed. */
export function takeBack(
  tables: readonly TableText[],
  specs: readonly TargetSpec[],
  options: { readonly delete: boolean },
): TakenBack {
  const run = new TakeBack(specs, options.delete);
  for (const table of tables) run.take(table);
  return run.result();
}

type Count = "changed" | "added" | "removed" | "more";

class TakeBack {
  readonly #specs: ReadonlyMap<string, TargetSpec>;
  readonly #deletes: boolean;
  readonly #problems: TableNote[] = [];
  readonly #notes: TableNote[] = [];
  readonly #planned = new Map<TargetSpec, { readonly change: TextChange; readonly as: Count }[]>();
  readonly #seen = new Map<string, string>();

  constructor(specs: readonly TargetSpec[], deletes: boolean) {
    this.#specs = new Map(specs.flatMap((spec) => spec.names.map((name) => [name, spec] as const)));
    this.#deletes = deletes;
  }

  take(table: TableText): void {
    const { header, problems, notes } = readHeader(table);
    for (const { cell, message } of problems) this.#problem(table, cell, message);
    for (const { cell, message } of notes) this.#note(table, cell, message);
    if (!header) return;
    const other = this.#seen.get(header.shape.name);
    if (other !== undefined)
      this.#note(table, undefined, say`${code(other)} is the same table: where both change a cell, this one counts.`);
    this.#seen.set(header.shape.name, table.name);
    for (const [spec, rows] of this.#rowsOf(table, header)) this.#compare(table, header, spec, rows);
  }

  /** The rows by program and by what says which row they are. */
  #rowsOf(table: TableText, { shape, program, keys }: TableHeader): Map<TargetSpec, Map<string, Row>> {
    const found = new Map<TargetSpec, Map<string, Row>>();
    for (const [index, cells] of table.rows.entries()) {
      if (cells.every(({ text }) => text.trim() === "")) continue;
      const name = textAt(cells, program);
      const spec = this.#specs.get(name);
      if (!spec) {
        this.#problem(table, cells[program] ?? cells[0], this.#unknownProgram(name));
        continue;
      }
      const row = { cells, keys: keys.map((at) => textAt(cells, at)), at: cells[keys.at(-1) ?? program] ?? cells[0] };
      const isUnnumbered = shape.rows === "items" && row.keys.at(-1) === "";
      const problem = isUnnumbered ? undefined : keyProblem(shape, row.keys);
      const rows = found.get(spec) ?? new Map<string, Row>();
      found.set(spec, rows);
      const key = isUnnumbered ? `row ${index}` : row.keys.join("\0");
      if (problem) this.#problem(table, row.at, problem);
      else if (rows.has(key)) this.#problem(table, row.at, say`The row ${code(row.keys.join(" "))} stands here twice.`);
      else rows.set(key, row);
    }
    return found;
  }

  #unknownProgram(name: string): Message {
    if (name === "") return say`The row names no program: write its id under ${code(PROGRAM_COLUMN)}.`;
    const meant = nearest(name, this.#specs.keys());
    const problem = say`No program here is named ${code(name)}.`;
    return meant
      ? say`${problem} Did you mean ${code(meant)}?`
      : say`${problem} Name its file or folder with ${code("--into")}.`;
  }

  #compare(table: TableText, header: TableHeader, spec: TargetSpec, rows: ReadonlyMap<string, Row>): void {
    const { shape } = header;
    const left = new Map(rows);
    for (const row of rowsOf(shape, spec)) {
      const key = row.keys.join("\0");
      const given = left.get(key);
      left.delete(key);
      if (given) this.#change(table, header, spec, row, given);
      else this.#missing(table, shape, spec, row);
    }
    for (const row of left.values()) this.#add(table, header, spec, row);
  }

  #change(table: TableText, header: TableHeader, spec: TargetSpec, row: PlanRow, given: Row): void {
    const read = this.#read(table, header, given, row.cells);
    for (const { path, yaml } of read.values)
      this.#plan(spec, { do: "set", path: [...row.path, ...path], yaml }, "changed");
    for (const { column, cell } of read.cleared) {
      if (this.#deletes) this.#plan(spec, { do: "remove", path: [...row.path, ...column.path] }, "changed");
      else
        this.#note(
          table,
          cell,
          say`The cell is empty, and the spec keeps what it has: ${code("--delete")} takes it out.`,
        );
    }
  }

  #read(table: TableText, { shape, cellIn }: TableHeader, { cells }: Row, before: PlanRow["cells"]): RowReading {
    const read = readRow(shape, (column) => cellIn(cells, column), before);
    for (const { cell, message } of read.problems) this.#problem(table, cell, message);
    return read;
  }

  #missing(table: TableText, { name, rows }: TableShape, spec: TargetSpec, { path, keys }: PlanRow): void {
    if (this.#deletes) {
      this.#plan(spec, { do: "remove", path }, "removed");
      return;
    }
    const what = rows === "items" ? say`Row ${keys.at(-1) ?? ""} of ${code(name)}` : code(keys.at(-1) ?? "");
    this.#note(
      table,
      undefined,
      say`${what} of ${code(spec.program)} has no row any more, and the spec keeps it: ${code("--delete")} takes it out.`,
    );
  }

  #add(table: TableText, header: TableHeader, spec: TargetSpec, row: Row): void {
    const { shape } = header;
    const read = this.#read(table, header, row, []);
    if (read.values.length === 0) {
      if (read.problems.length === 0)
        this.#problem(table, row.at, say`The new row is empty but for its name: fill it in, or remove it.`);
      return;
    }
    const place = placeOf(shape, row.keys);
    const problem = this.#newProblem(shape, spec, row.keys, place);
    if (problem) {
      this.#problem(table, row.at, problem);
      return;
    }
    if (shape.rows === "items") {
      const yaml = () => `{ ${pairsOf(read.values)} }`;
      this.#plan(spec, { do: "append", path: place.slice(0, -1), yaml }, "added");
      return;
    }
    for (const [index, { path, yaml }] of read.values.entries())
      this.#plan(spec, { do: "set", path: [...place, ...path], yaml }, index === 0 ? "added" : "more");
  }

  /** Why a row cannot become a new entry: its id, or what it should belong to. */
  #newProblem(
    { path, rows, name }: TableShape,
    spec: TargetSpec,
    keys: readonly string[],
    place: SpecPath,
  ): Message | undefined {
    const own = keys.at(-1) ?? "";
    if (rows === "entries" && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(own))
      return say`${code(own)} cannot be the name of a new row: small letters, digits and hyphens, such as ${code("save-rate")}.`;
    const depth = path.lastIndexOf("*") + 1;
    if (depth === 0) return undefined;
    const owner = place.slice(0, depth);
    const isAdded = this.#planned
      .get(spec)
      ?.some(({ change }) => owner.every((step, index) => change.path[index] === step));
    if (isAdded || nodeAt(spec.tree, owner)) return undefined;
    return say`${code(name)} needs something to belong to, and ${code(owner.join("."))} is not in ${code(spec.program)}.`;
  }

  #plan(spec: TargetSpec, change: TextChange, as: Count): void {
    const planned = this.#planned.get(spec) ?? [];
    this.#planned.set(spec, planned);
    planned.push({ change, as });
  }

  result(): TakenBack {
    const counts = { changed: 0, added: 0, removed: 0, more: 0 };
    const files: { uri: string; before: string; after: string }[] = [];
    for (const [spec, planned] of this.#problems.length === 0 ? this.#planned : []) {
      let text: string = spec.tree.text;
      // What is taken out comes last and from the end, so that the numbers of items keep their meaning.
      const removals = planned.filter(({ change }) => change.do === "remove").reverse();
      for (const { change, as } of [...planned.filter(({ change: { do: does } }) => does !== "remove"), ...removals]) {
        const next = changeText(spec.uri, text, change);
        counts[as]++;
        if (next !== undefined && !isBroken(spec.uri, next)) text = next;
        else this.#problems.push({ table: spec.program, address: undefined, message: byHand(change) });
      }
      if (text !== spec.tree.text) files.push({ uri: spec.uri, before: spec.tree.text, after: text });
    }
    const { changed, added, removed } = counts;
    const isWhole = this.#problems.length === 0;
    return { files: isWhole ? files : [], changed, added, removed, problems: this.#problems, notes: this.#notes };
  }

  #problem({ name }: TableText, cell: TableCell | undefined, message: Message): void {
    this.#problems.push({ table: name, address: cell?.address, message });
  }

  #note({ name }: TableText, cell: TableCell | undefined, message: Message): void {
    this.#notes.push({ table: name, address: cell?.address, message });
  }
}

interface Row {
  readonly cells: readonly TableCell[];
  readonly keys: readonly string[];
  /** The cell that says which row it is. */
  readonly at: TableCell | undefined;
}

function textAt(cells: readonly TableCell[], at: number): string {
  return cells[at]?.text.trim() ?? "";
}

function byHand({ path }: TextChange): Message {
  return say`${code(path.join("."))} cannot be changed without losing something beside it: change it in the spec.`;
}

/** A change must leave a text that can be read. */
function isBroken(uri: string, text: string): boolean {
  const { broken } = parse(uri, text);
  return broken.all || broken.keys.size > 0;
}

function keyProblem({ rows, keys: names }: TableShape, keys: readonly string[]): Message | undefined {
  const empty = keys.indexOf("");
  if (empty >= 0) return say`The row has nothing under ${code(names[empty] ?? "")}: nobody can say which it is.`;
  const own = keys.at(-1) ?? "";
  if (rows === "items" && !/^[1-9]\d{0,5}$/.test(own))
    return say`Expected the number of the row, not ${code(own)}; leave it empty for a new one.`;
  return undefined;
}

/** Keys and indexes from the root to a row that is not there yet. */
function placeOf({ path, rows }: TableShape, keys: readonly string[]): (string | number)[] {
  const rest = [...keys];
  const place = path.map((step) => (step === "*" ? (rest.shift() ?? "") : step));
  const own = rest[0] ?? "";
  return rows === "program" ? place : [...place, rows === "items" ? Number(own) : own];
}

/** Values as the inside of a map in brackets: `type: monitor, what: A board`. */
function pairsOf(values: RowReading["values"]): string {
  const inner = new Map<string, { path: readonly string[]; yaml: (inFlow: boolean) => string }[]>();
  for (const { path, yaml } of values) {
    const [key = "", ...rest] = path;
    inner.set(key, [...(inner.get(key) ?? []), { path: rest, yaml }]);
  }
  return [...inner]
    .map(([key, below]) => {
      const [first] = below;
      return `${key}: ${first?.path.length === 0 ? first.yaml(true) : `{ ${pairsOf(below)} }`}`;
    })
    .join(", ");
}
