import type { TextEdit } from "../base/edit.ts";
import { type DocumentKind, describe, keysOf, type Path } from "../schema/describe.ts";
import { lineBreak } from "../syntax/insert-key.ts";
import { nodeAt } from "../syntax/locate.ts";
import { type Node, type PlainValue, type ScalarNode, toPlainValue } from "../syntax/node.ts";
import { columnOf, itemLines } from "../syntax/pair-lines.ts";
import { asScalar, quoted } from "../syntax/quote.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { scalarTexts } from "../syntax/write-scalar.ts";
import { changeEdit } from "../tables/change-text.ts";
import { linesBehindLast } from "./add-entries.ts";
import { type Trial, withValue } from "./form-edit.ts";
import type { FieldType } from "./form-types.ts";

/** Ways to write what was typed into a field, made with the keys above it where they are not there. */
export function* settings(
  tree: SyntaxTree,
  kind: DocumentKind,
  type: FieldType,
  { path, text }: { readonly path: Path; readonly text: string },
  node: Node | undefined,
): Iterable<Trial> {
  if (node && node.kind !== "scalar") return;
  for (const { yaml, value } of writings(type, text, node)) {
    yield {
      edit: changeEdit(tree, kind, { do: "set", path, yaml }),
      wanted: withValue(toPlainValue(tree.root), path, value, orderIn(kind)),
    };
  }
}

/** Ways to write a new entry of a section or a new item of a list; `id` is that of an entry. */
export function* additions(
  tree: SyntaxTree,
  kind: DocumentKind,
  types: ReadonlyMap<string, FieldType>,
  { path, inner, text, id }: NewThing,
): Iterable<Trial> {
  const holder = nodeAt(tree, path);
  const label = inner.holds === "map" ? labelFor(types, inner) : undefined;
  const field = (label === undefined ? undefined : types.get(label)) ?? inner;
  const below = label === undefined ? [] : [types.get(label)?.key ?? ""];
  const last = id ?? (holder?.kind === "list" ? holder.items.length : 0);
  for (const { yaml, value } of writings(field, text, undefined)) {
    const wanted = withValue(toPlainValue(tree.root), [...path, last, ...below], value, orderIn(kind));
    for (const edit of additionEdits(tree, kind, {
      path,
      holder,
      id,
      below,
      yaml,
      isName: inner.holds === "reference",
    }))
      yield { edit: edit && tidy(edit), wanted };
  }
}

interface NewThing {
  readonly path: Path;
  readonly inner: FieldType;
  readonly text: string;
  readonly id: string | undefined;
}

interface Addition {
  readonly path: Path;
  readonly holder: Node | undefined;
  readonly id: string | undefined;
  /** The key in it that is written, where it has keys. */
  readonly below: readonly string[];
  readonly yaml: (inFlow: boolean) => string;
  readonly isName: boolean;
}

function* additionEdits(
  tree: SyntaxTree,
  kind: DocumentKind,
  { path, holder, id, below, yaml, isName }: Addition,
): Iterable<TextEdit | undefined> {
  const [key] = below;
  const inBrackets = () => (key === undefined ? yaml(true) : `{ ${key}: ${yaml(true)} }`);
  if (id === undefined) {
    if (holder?.kind === "list") yield itemBehindLast(tree, holder.items.at(-1), key, yaml);
    // Names stand in one line.
    if (holder?.kind !== "list" && isName)
      yield changeEdit(tree, kind, { do: "set", path, yaml: () => `[${yaml(true)}]` });
    yield changeEdit(tree, kind, { do: "append", path, yaml: inBrackets });
    return;
  }
  if (holder?.kind === "map") {
    const beside = holder.pairs.at(-1)?.value;
    const isFlow = beside?.kind === "map" && beside.flow;
    const entry = asScalar(id, false);
    const value = key === undefined ? ` ${yaml(false)}` : isFlow ? ` ${inBrackets()}` : `\n  ${key}: ${yaml(false)}`;
    yield linesBehindLast(tree, holder, [`${entry}:${value}`.trimEnd()]);
  }
  yield changeEdit(tree, kind, { do: "set", path: [...path, id, ...below], yaml });
}

/** Written with a dash, as the item before it is. */
function itemBehindLast(
  tree: SyntaxTree,
  last: Node | undefined,
  key: string | undefined,
  yaml: (inFlow: boolean) => string,
): TextEdit | undefined {
  const lines = last && itemLines(tree, last);
  if (!last || !lines) return undefined;
  const isBlock = last.kind === "map" && !last.flow;
  const text = key === undefined ? yaml(false) : isBlock ? `${key}: ${yaml(false)}` : `{ ${key}: ${yaml(true)} }`;
  if (text.includes("\n")) return undefined;
  const column = isBlock && last.pairs[0] ? columnOf(tree, last.pairs[0]) - 2 : columnOfItem(tree, last) - 2;
  const line = `${" ".repeat(Math.max(0, column))}- ${text}`;
  const atEnd = lines.end === tree.text.length && !/[\r\n]$/.test(tree.text);
  const written = atEnd ? `${lineBreak(tree)}${line}` : `${line}${lineBreak(tree)}`;
  return { start: lines.end, end: lines.end, text: written };
}

function columnOfItem(tree: SyntaxTree, item: Node): number {
  return tree.lines.positionAt(tree.offsetOf(item).start).character;
}

/** The field that says what a new entry is; where none does, the first that it needs. */
function labelFor(types: ReadonlyMap<string, FieldType>, inner: FieldType): string | undefined {
  const named = inner.fields.find((id) => types.get(id)?.key === inner.label);
  return named ?? inner.fields.find((id) => types.get(id)?.required) ?? inner.fields[0];
}

interface Writing {
  readonly yaml: (inFlow: boolean) => string;
  readonly value: PlainValue;
}

/** Ways to write a typed text, and what it is then read as. Nothing typed is nothing written. */
function writings(type: FieldType, typed: string, before: ScalarNode | undefined): readonly Writing[] {
  const text = typed.replace(/\r\n?/g, "\n").trim();
  if (text === "") return [{ yaml: () => "", value: null }];
  if (NUMBERS.has(type.holds) && /^[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?$/i.test(text))
    return [{ yaml: () => text, value: Number(text) }];
  if (type.holds === "boolean" && typeof before?.value === "boolean" && /^(yes|no)$/.test(text))
    return [{ yaml: () => String(text === "yes"), value: text === "yes" }];
  const end = typeof before?.value === "string" ? (/\n+$/.exec(before.value)?.[0] ?? "") : "";
  const whole = text + end;
  const [inside, outside] = [[...scalarTexts(whole, true, before)], [...scalarTexts(whole, false, before)]];
  return outside.map((written, index) => ({
    yaml: (inFlow) => (inFlow ? (inside[index] ?? quoted(whole)) : written),
    value: whole,
  }));
}

const NUMBERS: ReadonlySet<string> = new Set(["number", "rate", "amount"]);

/** Keys of the language in the order in which they are written. */
function orderIn(kind: DocumentKind): (path: Path) => readonly string[] {
  return (path) => keysOf(describe(kind, path)?.definition ?? {});
}

/** A key without a value leaves no blank behind its colon. */
function tidy(edit: TextEdit): TextEdit {
  return { ...edit, text: edit.text.replace(/(?<=:) +(?=\r?\n|$)/g, "").replace(/: {2}\}/g, ": }") };
}
