import { parseDay } from "../../server/src/base/date.ts";
import { applyEdits } from "../../server/src/base/edit.ts";
import { render } from "../../server/src/base/message.ts";
import { type Form, type FormNode, form } from "../../server/src/features/form.ts";
import { type FormChange, formChange } from "../../server/src/features/form-change.ts";
import { documentKind } from "../../server/src/features/symbol-words.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { type PlainValue, toPlainValue } from "../../server/src/syntax/node.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const URI = "file:///p.training.yaml";

/** The form of a text, with what is found in it. */
export function formOf(text: string, uri = URI): Form | undefined {
  const workspace = new Workspace();
  workspace.set(uri, text);
  const snapshot = workspace.snapshot(parseDay("2026-11-22") ?? 0);
  return form(snapshot, uri, lint(snapshot, uri));
}

/** What becomes of a text by a change in its form. */
export function changed(text: string, change: FormChange, uri = URI): { text: string } | { why: string } | "same" {
  const tree = parse(uri, text);
  const done = formChange(tree, documentKind(tree), change);
  if (done === "same") return "same";
  return "why" in done ? { why: render(done.why) } : { text: applyEdits(text, [done.edit]) };
}

export function* nodesOf(node: FormNode): Iterable<FormNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

/** Every single value of a text by its path, in the order of the text; what holds none is a value too. */
export function leaves(text: string): ReadonlyMap<string, PlainValue> {
  const found = new Map<string, PlainValue>();
  const visit = (value: PlainValue, path: string): void => {
    const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
    if (inner.length === 0) found.set(path, value);
    for (const [key, each] of inner) visit(each, path === "" ? key : `${path}.${key}`);
  };
  visit(toPlainValue(parse(URI, text).root), "");
  return found;
}

/** The comments of a text, sorted. */
export function comments(text: string): readonly string[] {
  const tree = parse(URI, text);
  return tree.comments
    .map((comment) => {
      const { start, end } = tree.offsetOf(comment);
      return text.slice(start, end).trim();
    })
    .sort();
}
