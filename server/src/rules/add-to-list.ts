import type { Edit, Fix } from "../base/finding.ts";
import type { Message } from "../base/message.ts";
import type { Listed, Located } from "../model/located.ts";
import { lineBreak } from "../syntax/insert-key.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Context } from "../workspace/context.ts";

/** Ids, and the list of this file that they are to be added to. */
export interface Addition {
  readonly list: Listed<Located<string>>;
  readonly ids: readonly string[];
}

/** The fix that writes ids behind the last ones of lists, in the style that each list has. None where one cannot take them. */
export function addToLists({ source }: Context, title: Message, additions: readonly Addition[]): readonly Fix[] {
  const edits = additions.flatMap(({ list, ids }) => additionTo(source.tree, list, ids) ?? []);
  return edits.length > 0 && edits.length === additions.length ? [{ title, safe: false, edits }] : [];
}

function additionTo(tree: SyntaxTree, list: Listed<Located<string>>, ids: readonly string[]): Edit | undefined {
  if (ids.length === 0) return undefined;
  const { start } = tree.offsetOf(list.span);
  const last = list.items.at(-1);
  const isFlow = tree.text[start] === "[";
  if (!last) return isFlow ? insertion(tree, start + 1, ids.join(", ")) : undefined;
  const item = tree.offsetOf(last.span);
  if (isFlow) return insertion(tree, item.end, ids.map((id) => `, ${id}`).join(""));
  const { line } = tree.lines.positionAt(item.start);
  const [dash] = /^[ \t]*-[ \t]+/.exec(tree.lines.lineText(line)) ?? [];
  if (dash === undefined) return undefined;
  const end = tree.lines.lineEnd(tree.lines.positionAt(item.end).line);
  return insertion(tree, end, ids.map((id) => `${lineBreak(tree)}${dash}${id}`).join(""));
}

function insertion(tree: SyntaxTree, at: number, text: string): Edit {
  return { span: tree.spanAt({ start: at, end: at }), text };
}
