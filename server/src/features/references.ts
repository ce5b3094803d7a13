import type { Span } from "../base/span.ts";
import { referencesTo } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { nameAt } from "./name-at.ts";

/** Every place that uses the name at an offset, in every file; the definition first where it is asked for. */
export function references(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  options: { withDefinition: boolean },
): readonly Span[] {
  const name = nameAt(snapshot, uri, offset);
  if (!name) return [];
  const uses = referencesTo(snapshot, name.target).map(({ reference }) => reference.span);
  return options.withDefinition ? [name.target.symbol.span, ...uses] : uses;
}
