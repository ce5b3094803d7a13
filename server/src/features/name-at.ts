import type { Span } from "../base/span.ts";
import type { Context } from "../workspace/context.ts";
import { findSymbol, type Target } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** A name under the cursor: the symbol it means and where it is written. */
export interface NameAt {
  readonly span: Span;
  readonly target: Target;
}

/** The name at an offset, whether it is defined or used there; undefined elsewhere and for names that mean nothing. */
export function nameAt(snapshot: Snapshot, uri: string, offset: number): NameAt | undefined {
  const context = snapshot.context(uri);
  if (!context) return undefined;
  const { file } = context;
  if (file.results) return nameInRow(context, offset);
  const holds = (span: Span): boolean => {
    const { start, end } = file.tree.offsetOf(span);
    return start <= offset && offset <= end;
  };
  const reference = file.symbols.references.find(({ span }) => holds(span));
  if (reference) {
    const target = findSymbol(context, reference.kind, reference.name);
    return target && { span: reference.span, target };
  }
  const symbol = file.symbols.definitions.find(({ span }) => holds(span));
  return symbol && { span: symbol.span, target: { file, symbol } };
}

/** The measure or point that a row of results is about, in the first program that has one of that name. */
function nameInRow({ file, programs }: Context, offset: number): NameAt | undefined {
  const row = file.results?.rows.find(({ span }) => span.start <= offset && offset <= span.end);
  for (const kind of ["measure", "point"] as const) {
    const cell = row?.[kind];
    if (!cell || offset < cell.span.start || offset > cell.span.end) continue;
    for (const program of programs) {
      const target = findSymbol(program, kind, cell.value);
      if (target) return { span: cell.span, target };
    }
  }
  return undefined;
}
