import { type Message, say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import type { Node } from "../syntax/node.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { resolveUri } from "../workspace/uri.ts";

export interface DocumentLink {
  readonly span: Stretch;
  readonly target: string;
  readonly tooltip: Message;
}

/** Catalogs and results that a file names, and addresses of sources in its texts. */
export function documentLinks(snapshot: Snapshot, uri: string): readonly DocumentLink[] {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const links: DocumentLink[] = file.symbols.files.map(({ path, span, of }) => ({
    span: file.tree.offsetOf(span),
    target: resolveUri(uri, path),
    tooltip: of === "catalog" ? say`Open the catalog` : say`Open the results`,
  }));
  const visit = (node: Node | undefined): void => {
    if (node?.kind === "map") for (const { value } of node.pairs) visit(value);
    else if (node?.kind === "list") for (const item of node.items) visit(item);
    else if (node && typeof node.value === "string" && node.value.includes("://")) {
      const { start, end } = file.tree.offsetOf(node);
      for (const match of file.tree.text.slice(start, end).matchAll(/https?:\/\/[^\s"'<>)\]}]+[^\s"'<>)\]}.,;:]/g)) {
        const at = start + match.index;
        links.push({ span: { start: at, end: at + match[0].length }, target: match[0], tooltip: say`Open the source` });
      }
    }
  };
  visit(file.tree.root);
  return links.sort((a, b) => a.span.start - b.span.start);
}
