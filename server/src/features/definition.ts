import type { Span } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { resolveUri } from "../workspace/uri.ts";
import { nameAt } from "./name-at.ts";

/** Where something is defined. `whole` holds its content too. */
export interface Definition {
  readonly uri: string;
  /** What was clicked. */
  readonly origin: Span;
  /** The key of the definition; undefined for a whole file. */
  readonly span: Span | undefined;
  readonly whole: Span | undefined;
}

/** The definition of the name, or the file of the path, at an offset. */
export function definition(snapshot: Snapshot, uri: string, offset: number): Definition | undefined {
  const file = snapshot.files.get(uri);
  if (!file) return undefined;
  const path = file.symbols.files.find(({ span }) => {
    const { start, end } = file.tree.offsetOf(span);
    return start <= offset && offset <= end;
  });
  if (path) return { uri: resolveUri(uri, path.path), origin: path.span, span: undefined, whole: undefined };
  const name = nameAt(snapshot, uri, offset);
  if (!name) return undefined;
  const { symbol, file: target } = name.target;
  return { uri: target.uri, origin: name.span, span: symbol.span, whole: symbol.whole };
}
