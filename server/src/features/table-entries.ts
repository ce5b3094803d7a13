import { entryId } from "../base/entry-id.ts";
import { code, type Message, say } from "../base/message.ts";
import { describe, keysOf } from "../schema/describe.ts";
import { asScalar } from "../syntax/quote.ts";
import { cellValue, type Decimals, decimalsOf, isEmptyCell } from "./table-cell.ts";
import { columnNamed, columnOf, type TableColumn, type TableSection } from "./table-columns.ts";
import type { NamesOf } from "./table-names.ts";

/** Rows of a table as entries of a section. */
export interface TableEntries {
  /** The lines of each entry, its id first, indented from there by two spaces for each level. */
  readonly entries: readonly (readonly string[])[];
  /** What a person should look at. */
  readonly notes: readonly Message[];
}

/** What the header of a table says, or the usual order where its first row is no header. */
export interface TableHeader {
  /** By column; undefined where nobody can tell. */
  readonly columns: readonly (TableColumn | undefined)[];
  readonly titles: readonly string[];
  readonly written: boolean;
}

/** The header of a table as one of a section: most of its cells have to be names of columns. */
export function headerOf(section: TableSection, first: readonly string[]): TableHeader {
  const columns: (TableColumn | undefined)[] = [];
  for (const title of first) {
    const column = columnNamed(section, title);
    columns.push(columns.some((other) => other && other.field === column?.field) ? undefined : column);
  }
  const known = columns.filter((column) => column !== undefined).length;
  const filled = first.filter((cell) => cell.trim() !== "").length;
  if (known > 0 && known * 2 >= filled) return { columns, titles: first, written: true };
  const usual = section.order.slice(0, first.length).map((field) => columnOf(section, field));
  return { columns: first.map((_, index) => usual[index]), titles: [], written: false };
}

/** Turns rows into entries with ids that nobody has; what has no column of its own stays as a comment. */
export function tableEntries(
  section: TableSection,
  header: TableHeader,
  rows: readonly (readonly string[])[],
  { taken, names }: { readonly taken: ReadonlySet<string>; readonly names: NamesOf },
): TableEntries {
  const used = new Set(taken);
  const decimals = decimalsOf(rows.flat());
  const unread: string[] = [];
  const entries = rows.map((row) => {
    const id = idOf(section, header, row, used);
    used.add(id);
    return [`${id}:`, ...fieldsOf(section, header, row, { decimals, names, unread }).map((line) => `  ${line}`)];
  });
  return { entries, notes: notesOn(header, unread) };
}

function notesOn({ columns, titles, written }: TableHeader, unread: readonly string[]): readonly Message[] {
  const notes: Message[] = [];
  if (!written) {
    const fields = columns.flatMap((column) => (column ? [code(column.field)] : []));
    notes.push(say`The table has no header; its columns were taken as ${fields.join(", ")}.`);
  }
  const unknown = titles.filter((title, index) => title.trim() !== "" && !columns[index]);
  if (unknown.length > 0)
    notes.push(say`Kept as comments, because no field is called so: ${unknown.map(code).join(", ")}.`);
  if (unread.length > 0)
    notes.push(
      say`Left as they were, because they can be read in more than one way or in none: ${unread.slice(0, 5).map(code).join(", ")}.`,
    );
  return notes;
}

/** What the id is made of: the column for it, else the main one, else what the first filled cell says. */
function idOf(
  section: TableSection,
  { columns }: TableHeader,
  row: readonly string[],
  taken: ReadonlySet<string>,
): string {
  const cellOf = (field: string) => {
    const cell = row[columns.findIndex((column) => column?.field === field)];
    return cell !== undefined && !isEmptyCell(cell) ? cell : undefined;
  };
  const written = cellOf("id");
  const named = written !== undefined && !/^\d+$/.test(written) ? written : cellOf(section.main);
  const first = named ?? row.find((cell) => !isEmptyCell(cell)) ?? "";
  return entryId(first, section.name.replace(/s$/, "").replace(/ie$/, "y"), taken);
}

interface Reading {
  readonly decimals: Decimals;
  readonly names: NamesOf;
  /** Takes what could not be read. */
  readonly unread: string[];
}

function fieldsOf(
  section: TableSection,
  { columns, titles }: TableHeader,
  row: readonly string[],
  reading: Reading,
): string[] {
  const fields = new Map<string, string>();
  const units = new Map<string, string>();
  const comments: string[] = [];
  for (const [index, cell] of row.entries()) {
    const column = columns[index];
    if (isEmptyCell(cell) || column?.field === "id") continue;
    if (!column) {
      const title = (titles[index] ?? "").trim();
      comments.push(`# ${title === "" ? "" : `${title}: `}${cell.trim().replace(/\s+/g, " ")}`);
      continue;
    }
    const [top = ""] = column.field.split(".");
    const { yaml, unit, unread } = fieldValue(column, cell, reading);
    fields.set(column.field, yaml);
    if (unread) reading.unread.push(cell.trim());
    const known = unit ?? (column.type === "number" && !unread ? column.unit : undefined);
    if (known !== undefined) units.set(top, known);
  }
  addUnits(section, fields, units);
  addPhase(section, fields);
  return [...linesOf(section, fields), ...comments];
}

function fieldValue(column: TableColumn, cell: string, { decimals, names }: Reading): ReturnType<typeof cellValue> {
  const inFlow = column.field.includes(".") || column.list;
  const { refersTo } = column;
  if (refersTo === undefined) return cellValue(column, cell, decimals, inFlow);
  if (!column.list) return { yaml: asScalar(names(refersTo, cell), inFlow) };
  const parts = cell.split(/[,;\n]/).filter((part) => part.trim() !== "");
  return { yaml: `[${[...new Set(parts.map((part) => names(refersTo, part)))].join(", ")}]` };
}

/** A unit behind a number stands with the entry where it has a place for it, and beside a number that has another one. */
function addUnits(section: TableSection, fields: Map<string, string>, units: ReadonlyMap<string, string>): void {
  const entry = describe(section.kind, [...section.path, "x"])?.definition;
  for (const [part, unit] of units) {
    const written = asScalar(unit, true);
    const takesUnit = describe(section.kind, [...section.path, "x", part, "unit"]) !== undefined;
    if (entry?.properties?.unit && section.main !== "does") {
      const known = fields.get("unit");
      if (known === undefined) fields.set("unit", asScalar(unit, false));
      else if (known !== asScalar(unit, false) && takesUnit) fields.set(`${part}.unit`, written);
    } else if (takesUnit && part !== "target") fields.set(`${part}.unit`, written);
    else if (takesUnit && unit !== "%") fields.set(`${part}.unit`, written);
  }
}

/** Before launch is before; when what comes later counts as over is for a person to say. */
function addPhase(section: TableSection, fields: Map<string, string>): void {
  if (section.name === "points" && !fields.has("phase") && /^launch -/.test(fields.get("when") ?? ""))
    fields.set("phase", "before");
}

/** In the order of the schema; the fields of one part stand between braces. */
function linesOf(section: TableSection, fields: ReadonlyMap<string, string>): string[] {
  const entry = describe(section.kind, [...section.path, "x"])?.definition ?? {};
  const lines: string[] = [];
  for (const key of keysOf(entry)) {
    const own = fields.get(key);
    if (own !== undefined) lines.push(`${key}: ${own}`);
    const inner = [...fields].filter(([field]) => field.startsWith(`${key}.`));
    if (inner.length === 0) continue;
    const part = describe(section.kind, [...section.path, "x", key])?.definition ?? {};
    const ordered = keysOf(part).flatMap((name) => {
      const value = fields.get(`${key}.${name}`);
      return value === undefined ? [] : [`${name}: ${value}`];
    });
    lines.push(`${key}: { ${ordered.join(", ")} }`);
  }
  return lines;
}
