import { applyEdits, type TextEdit } from "../base/edit.ts";
import type { Edit } from "../base/finding.ts";
import { type DocumentKind, describe, keysOf } from "../schema/describe.ts";
import { indentedBelow, insertPair, lineBreak } from "../syntax/insert-key.ts";
import { nodeAt } from "../syntax/locate.ts";
import { keyText, type ListNode, type MapNode, type Node, pairOf } from "../syntax/node.ts";
import { parse } from "../syntax/parse.ts";
import { removePair } from "../syntax/remove-pair.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

export type SpecPath = readonly (string | number)[];

/** One change to the text of a spec. `yaml` gives a value in one line, as it is written within brackets or outside. */
export type TextChange =
  | { readonly do: "set"; readonly path: SpecPath; readonly yaml: (inFlow: boolean) => string }
  /** At the end of the list, which is made where there is none. */
  | { readonly do: "append"; readonly path: SpecPath; readonly yaml: (inFlow: boolean) => string }
  | { readonly do: "remove"; readonly path: SpecPath };

/** The text with one change made; comments, order and layout of the rest stay. Undefined where it cannot be made. */
export function changeText(uri: string, text: string, change: TextChange): string | undefined {
  const tree = parse(uri, text);
  const edit = changeEdit(tree, "program", change);
  return edit && applyEdits(text, [edit]);
}

/** The edit that makes a change in a document of that kind; a `yaml` of several lines is indented from its key. */
export function changeEdit(tree: SyntaxTree, kind: DocumentKind, change: TextChange): TextEdit | undefined {
  const { root } = tree;
  if (root?.kind !== "map") return undefined;
  if (change.do === "remove") return removal(tree, change.path);
  const { path, yaml } = change;
  let node: Node = root;
  let depth = 0;
  for (; depth < path.length; depth++) {
    const next = childOf(node, path[depth]);
    if (next === undefined || isNull(next)) break;
    node = next;
  }
  if (depth === path.length) {
    if (change.do === "append") return node.kind === "list" ? appended(tree, node, path, yaml) : undefined;
    return replaced(tree, node, path, indentedFrom(tree, path, yaml(isInFlow(tree, path))));
  }
  if (node.kind !== "map") return undefined;
  const asList = (inFlow: boolean) => (inFlow ? `[${yaml(true)}]` : `\n  - ${yaml(true)}`);
  return inserted(tree, node, { kind, path, depth }, change.do === "append" ? asList : yaml);
}

/** Lines after the first, moved to where lines below the key or the dash of that path stand. */
function indentedFrom(tree: SyntaxTree, path: SpecPath, text: string): string {
  if (!text.includes("\n")) return text;
  const step = path.at(-1);
  const around = nodeAt(tree, path.slice(0, -1));
  const key = around?.kind === "map" && typeof step === "string" ? pairOf(around, step)?.key : undefined;
  const from = key ?? around;
  const column = from ? tree.lines.positionAt(tree.offsetOf(from).start).character : 0;
  return indentedBelow(text, column, lineBreak(tree));
}

function childOf(node: Node, step: string | number | undefined): Node | undefined {
  if (node.kind === "map" && typeof step === "string") return pairOf(node, step)?.value;
  return node.kind === "list" && typeof step === "number" ? node.items[step] : undefined;
}

function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null;
}

/** Whether what stands at a path stands within brackets. */
function isInFlow(tree: SyntaxTree, path: SpecPath): boolean {
  return path.some((_, depth) => {
    const around = nodeAt(tree, path.slice(0, depth));
    return around !== undefined && around.kind !== "scalar" && around.flow;
  });
}

function replaced(tree: SyntaxTree, node: Node, path: SpecPath, text: string): TextEdit | undefined {
  const { start, end } = trimmed(tree, node);
  if (node.kind === "scalar" || node.flow) return { start, end, text };
  // A list on lines of its own moves beside its key; with comments in it somebody has to do it by hand.
  const key = path.at(-1);
  const around = nodeAt(tree, path.slice(0, -1));
  const pair = around?.kind === "map" && typeof key === "string" ? pairOf(around, key) : undefined;
  const from = pair && tree.offsetOf(pair.key).end;
  if (from === undefined || tree.comments.some((comment) => isWithin(tree, comment, from, end))) return undefined;
  const colon = tree.text.indexOf(":", from);
  return { start: colon + 1, end, text: ` ${text}` };
}

function isWithin(tree: SyntaxTree, span: SyntaxTree["comments"][number], from: number, to: number): boolean {
  const { start } = tree.offsetOf(span);
  return start >= from && start < to;
}

function trimmed(tree: SyntaxTree, node: Node): { start: number; end: number } {
  const { start, end } = tree.offsetOf(node);
  let last = end;
  while (last > start && /\s/.test(tree.text[last - 1] ?? "")) last--;
  return { start, end: last };
}

/** Writes the key at `path[depth]` into a map that lacks it, and what is below it as the entries beside it are written. */
function inserted(
  tree: SyntaxTree,
  map: MapNode,
  { kind, path, depth }: { readonly kind: DocumentKind; readonly path: SpecPath; readonly depth: number },
  yaml: (inFlow: boolean) => string,
): TextEdit | undefined {
  const key = path[depth];
  if (typeof key !== "string") return undefined;
  const rest = path.slice(depth + 1);
  const inFlow = map.flow || isInFlow(tree, path.slice(0, depth));
  const value = inFlow || rest.length === 0 ? flowOf(rest, yaml, inFlow) : blockOf(rest, yaml, blockLevels(map, depth));
  const pair = pairOf(map, key);
  if (pair?.value) {
    const { start, end } = tree.offsetOf(pair.value);
    return { start, end, text: flowOf(rest, yaml, inFlow) };
  }
  const order = keysOf(describe(kind, path.slice(0, depth))?.definition ?? {});
  const edit = insertPair(tree, map, { key, value, order });
  return edit && asText(tree, edit);
}

/** A value below keys that have to be made: `{ value: 69 }`. */
function flowOf(rest: SpecPath, yaml: (inFlow: boolean) => string, inFlow: boolean): string {
  const [key, ...more] = rest;
  return key === undefined ? yaml(inFlow) : `{ ${key}: ${flowOf(more, yaml, true)} }`;
}

/** The same on lines of its own, for that many levels. */
function blockOf(rest: SpecPath, yaml: (inFlow: boolean) => string, levels: number): string {
  const [key, ...more] = rest;
  if (key === undefined || levels === 0) return flowOf(rest, yaml, false);
  const inner = blockOf(more, yaml, levels - 1).replaceAll("\n", "\n  ");
  return `\n  ${key}:${inner.startsWith("\n") ? "" : " "}${inner}`;
}

/** How many levels of new maps stand on lines of their own: as the maps beside do, else sections and their entries. */
function blockLevels(map: MapNode, depth: number): number {
  const beside = map.pairs.map(({ value }) => value).find((value) => value?.kind === "map");
  if (depth > 0 && beside?.kind === "map") return beside.flow ? 0 : 1;
  return Math.max(0, 2 - depth);
}

function appended(tree: SyntaxTree, list: ListNode, path: SpecPath, yaml: (inFlow: boolean) => string): TextEdit {
  const last = list.items.at(-1);
  if (list.flow || isInFlow(tree, path)) {
    const at = last ? trimmed(tree, last).end : tree.offsetOf(list).start + 1;
    return { start: at, end: at, text: last ? `, ${yaml(true)}` : yaml(true) };
  }
  const { start } = tree.offsetOf(list);
  const at = tree.lines.lineEnd(tree.lines.positionAt(trimmed(tree, list).end).line);
  const indent = " ".repeat(tree.lines.positionAt(start).character);
  return { start: at, end: at, text: `${lineBreak(tree)}${indent}- ${yaml(true)}` };
}

/** Takes out a key or an item; what it was the last of goes too, because an empty section says nothing. */
function removal(tree: SyntaxTree, path: SpecPath): TextEdit | undefined {
  const step = path.at(-1);
  const around = nodeAt(tree, path.slice(0, -1));
  if (around?.kind === "map" && typeof step === "string") {
    const pair = around.pairs.find((each) => keyText(each) === step);
    if (!pair) return undefined;
    if (around.pairs.length === 1 && path.length > 1) return removal(tree, path.slice(0, -1));
    return asText(tree, { span: removePair(tree, around, pair), text: "" });
  }
  if (around?.kind !== "list" || typeof step !== "number") return undefined;
  const item = around.items[step];
  if (!item) return undefined;
  if (around.items.length === 1) return removal(tree, path.slice(0, -1));
  const { start, end } = trimmed(tree, item);
  if (!around.flow) {
    const { lines } = tree;
    return {
      start: lines.lineStart(lines.positionAt(start).line),
      end: lines.lineStart(lines.positionAt(end).line + 1),
      text: "",
    };
  }
  const [next, before] = [around.items[step + 1], around.items[step - 1]];
  if (next) return { start, end: tree.offsetOf(next).start, text: "" };
  return { start: before ? trimmed(tree, before).end : start, end, text: "" };
}

function asText(tree: SyntaxTree, { span, text }: Edit): TextEdit {
  return { ...tree.offsetOf(span), text };
}
