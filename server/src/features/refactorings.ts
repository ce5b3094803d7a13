import type { Stretch } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { isOrderly } from "./format.ts";
import { extractMetric } from "./refactor-extract.ts";
import { inlineMetric } from "./refactor-inline.ts";
import { sortSections } from "./refactor-sort.ts";
import { splitProgram } from "./refactor-split.ts";
import type { Refactoring } from "./refactoring.ts";

/** What can be rewritten at a stretch of a file that can be read whole, without anything being wrong with it. */
export function refactorings(snapshot: Snapshot, uri: string, at: Stretch): readonly Refactoring[] {
  const context = snapshot.context(uri);
  if (!context?.file.document || !isOrderly(context.file.tree)) return [];
  const { tree } = context.file;
  const metric = [...(context.program?.metrics?.entries.values() ?? [])].find(({ key, node }) => {
    const end = tree.offsetOf(node).end;
    return tree.offsetOf(key).start <= at.end && at.start <= end;
  });
  const ofMetric = metric
    ? [...extractMetric(context, metric), ...inlineMetric(context, metric), ...splitProgram(context, metric)]
    : [];
  return [...ofMetric, ...sortSections(context)];
}
