import type { Span } from "../base/span.ts";
import type { Target } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { resolveUri } from "../workspace/uri.ts";

/**
 * Where a thing of a program is named by text that is no reference of the language: in the rows of its results, and in
 * the places of its waivers. Undefined where its results are too many to know all of them.
 */
export function namesElsewhere(snapshot: Snapshot, target: Target): readonly Span[] | undefined {
  const rows = namesInResults(snapshot, target);
  return rows && [...rows, ...namesInWaivers(target)];
}

function namesInResults(snapshot: Snapshot, { file, symbol }: Target): readonly Span[] | undefined {
  const column = COLUMN_OF[symbol.kind];
  const path = file.document?.is === "program" ? file.document.results?.value : undefined;
  const results = path === undefined ? undefined : snapshot.files.get(resolveUri(file.uri, path))?.results;
  if (!column || !results) return [];
  if (results.isCut || results.repeats > 0) return undefined;
  return results.rows.flatMap((row) => (row[column]?.value === symbol.name ? [row[column].span] : []));
}

const COLUMN_OF: Readonly<Record<string, "measure" | "point">> = {
  behavior: "measure",
  metric: "measure",
  point: "point",
};

/** `at: metrics.save-rate.baseline` names the metric, and so does `at: conclusions.save-rate`. */
function namesInWaivers({ file, symbol }: Target): readonly Span[] {
  const { document, tree } = file;
  if (document?.is !== "program") return [];
  const places = [
    symbol.path,
    ...(symbol.kind === "metric" ? KEYED_BY_METRIC.map((path) => [...path, symbol.name]) : []),
  ];
  return (document.waivers?.items ?? []).flatMap(({ at }) => {
    const place = at && places.find((path) => `${at.value}.`.startsWith(`${path.join(".")}.`));
    if (!at || !place) return [];
    const { start, end } = tree.offsetOf(at.span);
    const written = tree.text.slice(start, end).indexOf(at.value);
    const from = start + written + place.join(".").length - symbol.name.length;
    return written < 0 ? [] : [tree.spanAt({ start: from, end: from + symbol.name.length })];
  });
}

const KEYED_BY_METRIC: readonly (readonly string[])[] = [["money", "expected-change"], ["conclusions"]];
