import type { TextEdit } from "../base/edit.ts";
import { code, listOf, type Message, say } from "../base/message.ts";
import { CsvReader } from "../results/csv-reader.ts";
import { describe, keysOf } from "../schema/describe.ts";
import { endOfContent, insertPair, lineBreak } from "../syntax/insert-key.ts";
import { keyText, type MapNode, type Node, type Pair, pairOf } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { TABLE_SECTIONS, type TableSection } from "./table-columns.ts";
import { headerOf, type TableHeader, tableEntries } from "./table-entries.ts";
import { namesIn } from "./table-names.ts";

/** A table as entries of a spec, or why it cannot become any. */
export type PastedTable =
  | {
      readonly section: string;
      readonly count: number;
      readonly edit: TextEdit;
      /** The columns were told by a header. */
      readonly header: boolean;
      readonly notes: readonly Message[];
    }
  | { readonly why: Message };

/** More rows are a file to be imported, and would hold up the editor. */
const MOST_ROWS = 2000;

/**
 * Turns a table copied from a spreadsheet into entries of the section at `offset`; elsewhere, of the section that its
 * header speaks of. The rows go behind the entry at the offset, in the indentation of the section.
 */
export function pasteTable(snapshot: Snapshot, uri: string, offset: number, text: string): PastedTable | undefined {
  const file = snapshot.files.get(uri);
  const kind = file?.document?.is;
  if (!file || (kind !== "program" && kind !== "catalog")) return undefined;
  const rows = rowsOf(text);
  if (rows.length === 0)
    return { why: say`There is no table on the clipboard: copy some rows in the spreadsheet first.` };
  if (rows.length > MOST_ROWS)
    return { why: say`The table has ${rows.length} rows; at most ${MOST_ROWS} are taken at once.` };
  const sections = sectionsOf(kind);
  const { root } = file.tree;
  const first = rows[0] ?? [];
  const found = root?.kind === "map" ? sectionAt(file.tree, root, offset, sections) : undefined;
  const section = found ?? sectionMeant(sections, first);
  if (!section)
    return {
      why: say`Nothing tells what these rows are: put the cursor into a section (${listOf(sections.map(({ name }) => name))}), or copy the row with the names of the columns too.`,
    };
  if (root?.kind !== "map") return undefined;
  return paste(snapshot, file, root, section, { rows, header: headerOf(section, first), offset });
}

interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly header: TableHeader;
  readonly offset: number;
}

function paste(
  snapshot: Snapshot,
  file: SpecFile,
  root: MapNode,
  section: TableSection,
  { rows, header, offset }: Table,
): PastedTable | undefined {
  const context = snapshot.context(file.uri);
  if (!context) return undefined;
  const body = header.written ? rows.slice(1) : rows;
  if (body.length === 0) return { why: say`The table has a header and no rows below it.` };
  const place = nodeAt(root, section.path);
  if (place && place.kind !== "map") return notAMap(section);
  if (place?.flow && place.pairs.length > 0)
    return {
      why: say`${code(section.name)} is written between braces: write each of its entries on a line of its own first.`,
    };
  const taken = new Set(place?.pairs.map(keyText));
  const { entries, notes } = tableEntries(section, header, body, { taken, names: namesIn(context, new Map()) });
  const edit =
    place && place.pairs.length > 0
      ? behindEntry(file.tree, place, offset, entries)
      : asSection(file, root, section, entries);
  if (!edit) return notAMap(section);
  return { section: section.name, count: entries.length, edit, header: header.written, notes };
}

function notAMap({ name }: TableSection): PastedTable {
  return {
    why: say`${code(name)} cannot be read as a section here: mend what is marked there first, then paste again.`,
  };
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const reader = new CsvReader(({ cells }) => rows.push(cells.map((cell) => cell.text)));
  reader.separator = "\t";
  reader.push(text);
  reader.end();
  return rows;
}

/** Metrics of a catalog are defined there and promise nothing. */
function sectionsOf(kind: "program" | "catalog"): readonly TableSection[] {
  return TABLE_SECTIONS.flatMap((section) => {
    if (section.kind === kind) return [section];
    const isShared = describe(kind, [...section.path, "x"]) !== undefined;
    return isShared ? [{ ...section, kind }] : [];
  });
}

/** The section whose key or content the offset stands in; the blank lines behind it belong to it. */
function sectionAt(
  tree: SyntaxTree,
  root: MapNode,
  offset: number,
  sections: readonly TableSection[],
): TableSection | undefined {
  const names = pathAt(tree, root, offset);
  return sections.find(({ path }) => path.every((step, index) => names[index] === step));
}

/** The keys that lead to an offset: the last that begins before it, and inside it as far as it is indented. */
function pathAt(tree: SyntaxTree, map: MapNode, offset: number): readonly string[] {
  const pair = map.pairs.filter(({ key }) => tree.offsetOf(key).start <= offset).at(-1);
  if (!pair) return [];
  const { line, character } = tree.lines.positionAt(offset);
  const isBehind = line > tree.lines.positionAt(endOfContent(tree, pair)).line;
  // A cursor at the margin below a section stands between sections.
  if (isBehind && character <= columnOf(tree, pair)) return [];
  return [keyText(pair), ...(pair.value?.kind === "map" ? pathAt(tree, pair.value, offset) : [])];
}

/** The section that most columns of a header are columns of. */
function sectionMeant(sections: readonly TableSection[], first: readonly string[]): TableSection | undefined {
  const scored = sections
    .map((section) => {
      const { columns, written } = headerOf(section, first);
      const names = columns.flatMap((column) => (column ? [column.field] : []));
      // A table of objectives names them first; what it holds besides is found in several sections.
      const isMain = names[0] === section.main || names.slice(0, 2).includes(section.main);
      return { section, score: written && names.includes(section.main) ? names.length + Number(isMain) / 2 : 0 };
    })
    .sort((one, other) => other.score - one.score);
  const [best, next] = scored;
  return best && best.score > 0 && best.score > (next?.score ?? 0) ? best.section : undefined;
}

function nodeAt(root: MapNode, path: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = node?.kind === "map" ? pairOf(node, step)?.value : undefined;
  return node;
}

function behindEntry(
  tree: SyntaxTree,
  section: MapNode,
  offset: number,
  entries: readonly (readonly string[])[],
): TextEdit | undefined {
  const before = section.pairs.filter(({ key }) => tree.offsetOf(key).start <= offset).at(-1) ?? section.pairs.at(-1);
  if (!before) return undefined;
  const at = endOfContent(tree, before);
  const margin = lineBreak(tree) + " ".repeat(columnOf(tree, before));
  return {
    start: at,
    end: at,
    text: entries
      .flat()
      .map((line) => margin + line)
      .join(""),
  };
}

/** Writes the section with its entries where it is missing or empty, and what has to stand around it. */
function asSection(
  file: SpecFile,
  root: MapNode,
  section: TableSection,
  entries: readonly (readonly string[])[],
): TextEdit | undefined {
  const { tree } = file;
  let map = root;
  let path = section.path;
  for (;;) {
    const [key = "", ...rest] = path;
    const pair = pairOf(map, key);
    const inner = pair?.value;
    if (rest.length > 0 && inner?.kind === "map" && !inner.flow) {
      map = inner;
      path = rest;
      continue;
    }
    const lines = entries.flat();
    if (pair && rest.length === 0) return belowKey(tree, pair, lines);
    const value = rest.reduceRight(
      (text, name) => `\n  ${name}:${text.replaceAll("\n", "\n  ")}`,
      lines.map((line) => `\n  ${line}`).join(""),
    );
    const order = keysOf(
      describe(section.kind, section.path.slice(0, section.path.length - path.length))?.definition ?? {},
    );
    const edit = insertPair(tree, map, { key, value, order });
    return edit && { ...tree.offsetOf(edit.span), text: edit.text };
  }
}

/** A comment behind the key stays there; `{}` goes. */
function belowKey(tree: SyntaxTree, pair: Pair, lines: readonly string[]): TextEdit {
  const margin = lineBreak(tree) + " ".repeat(columnOf(tree, pair) + 2);
  const text = lines.map((line) => margin + line).join("");
  if (!pair.value) {
    const at = tree.lines.lineEnd(tree.lines.positionAt(tree.offsetOf(pair.key).end).line);
    return { start: at, end: at, text };
  }
  const { start, end } = tree.offsetOf(pair.value);
  return { start: tree.text[start - 1] === " " ? start - 1 : start, end, text };
}

function columnOf(tree: SyntaxTree, { key }: Pair): number {
  return tree.lines.positionAt(tree.offsetOf(key).start).character;
}
