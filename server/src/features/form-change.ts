import { entryId } from "../base/entry-id.ts";
import { code, type Message, say } from "../base/message.ts";
import type { DocumentKind, Path } from "../schema/describe.ts";
import { nodeAt } from "../syntax/locate.ts";
import { keyText, type Node } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { type SafeEdit, safeEdit, type Trial } from "./form-edit.ts";
import { movings, rangings, removals } from "./form-removals.ts";
import { additions, settings } from "./form-trials.ts";
import { type FieldType, formTypes } from "./form-types.ts";

/**
 * One thing that somebody did in a form. `set` writes what was typed, `clear` empties a field, `remove` takes an entry or
 * a field out with what is said about it, `add` makes an entry (with an id, or one made from what it is called) or an
 * item, `move` changes places with a neighbour, `range` makes a map of a number, `single` the other way.
 */
export type FormChange =
  | { readonly do: "set"; readonly path: Path; readonly text: string }
  | { readonly do: "clear" | "remove" | "range" | "single"; readonly path: Path }
  | { readonly do: "move"; readonly path: Path; readonly by: 1 | -1 }
  | { readonly do: "add"; readonly path: Path; readonly id?: string; readonly text: string };

/** What becomes of it: an edit, and where what was changed stands afterwards; nothing where it is as wanted already. */
export type FormEdit = (SafeEdit & { readonly path: Path }) | "same" | { readonly why: Message };

/**
 * The edit that makes a change of a form. Everything else of the text stays as it is: its values, its comments, its order.
 * Where that cannot be done, the reason.
 */
export function formChange(tree: SyntaxTree, kind: DocumentKind, change: FormChange): FormEdit {
  const types = formTypes(kind);
  const type = typeAt(tree, types, change.path);
  if (!type) return { why: say`${code(change.path.join("."))} can only be changed in the text.` };
  if (change.do === "add") return added(tree, kind, types, type, change);
  const node = nodeAt(tree, change.path);
  const moved = change.do === "move" ? movedPath(change) : change.path;
  const trials = trialsFor(tree, kind, type, change, node);
  if (trials === "same") return "same";
  const edit = safeEdit(tree, trials);
  return edit ? { ...edit, path: moved } : { why: inText(change.path) };
}

function trialsFor(
  tree: SyntaxTree,
  kind: DocumentKind,
  type: FieldType,
  change: Exclude<FormChange, { do: "add" }>,
  node: Node | undefined,
): Iterable<Trial> | "same" {
  switch (change.do) {
    case "set":
      return change.text.trim() === "" ? clearing(tree, type, change.path) : settings(tree, kind, type, change, node);
    case "clear":
      return clearing(tree, type, change.path);
    case "remove":
      return removals(tree, change.path);
    case "move":
      return movings(tree, change.path, change.by);
    default:
      return rangings(tree, kind, change.path, change.do);
  }
}

/** A required key stays as a place to fill in; so does one that would take words of somebody with it. */
function clearing(tree: SyntaxTree, type: FieldType, path: Path): Iterable<Trial> | "same" {
  const holder = nodeAt(tree, path.slice(0, -1));
  const isThere = holder?.kind === "map" && holder.pairs.some((pair) => keyText(pair) === path.at(-1));
  const isItem = holder?.kind === "list";
  if (!isThere && !isItem) return "same";
  const isEmpty = isThere && nodeAt(tree, path) === undefined;
  if (isEmpty && type.required) return "same";
  return removals(tree, path, !isItem && type.required ? "keep" : "clear");
}

function added(
  tree: SyntaxTree,
  kind: DocumentKind,
  types: ReadonlyMap<string, FieldType>,
  type: FieldType,
  { path, id, text }: Extract<FormChange, { do: "add" }>,
): FormEdit {
  const inner = type.of === undefined ? undefined : types.get(type.of);
  if (!inner) return { why: inText(path) };
  const holder = nodeAt(tree, path);
  if (type.holds === "list" || type.holds === "values") {
    const edit = safeEdit(tree, additions(tree, kind, types, { path, inner, text, id: undefined }));
    const count = holder?.kind === "list" ? holder.items.length : 0;
    return edit ? { ...edit, path: [...path, count] } : { why: inText(path) };
  }
  const taken = new Set(holder?.kind === "map" ? holder.pairs.map(keyText) : []);
  const own = id?.trim() || entryId(text, type.entry ?? "entry", taken);
  if (taken.has(own)) return { why: say`There is one with the id ${code(own)} already: take another one.` };
  if (type.ids === undefined && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(own))
    return { why: say`${code(own)} cannot be an id: small letters, digits and hyphens, such as ${code("save-rate")}.` };
  const edit = safeEdit(tree, additions(tree, kind, types, { path, inner, text, id: own }));
  return edit ? { ...edit, path: [...path, own] } : { why: inText(path) };
}

/** The type at a path: of a key that is known, else of what stands there under a name or a number. */
function typeAt(tree: SyntaxTree, types: ReadonlyMap<string, FieldType>, path: Path): FieldType | undefined {
  let type = tree.root?.kind === "map" ? types.get("") : undefined;
  for (const step of path) {
    const field = type?.fields.map((id) => types.get(id)).find((each) => each?.key === step);
    type = field ?? (type?.of === undefined ? undefined : types.get(type.of));
    if (!type) return undefined;
  }
  return type?.holds === "fixed" ? undefined : type;
}

function movedPath({ path, by }: Extract<FormChange, { do: "move" }>): Path {
  const step = path.at(-1);
  return typeof step === "number" ? [...path.slice(0, -1), step + by] : path;
}

function inText(path: Path): Message {
  return say`${code(path.join("."))} cannot be changed here without losing something beside it: change it in the text.`;
}
