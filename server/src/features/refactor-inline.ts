import type { TextEdit } from "../base/edit.ts";
import { code, say } from "../base/message.ts";
import type { Metric } from "../model/spec.ts";
import { keyText, type MapNode, type Pair, pairOf } from "../syntax/node.ts";
import { bareText, columnOf, holdsComment, pairLines, pairText } from "../syntax/pair-lines.ts";
import { removePairs } from "../syntax/prune.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Context } from "../workspace/context.ts";
import { findSymbol, referencesTo } from "../workspace/resolve.ts";
import { isOrderly } from "./format.ts";
import { editsOf, type Refactoring } from "./refactoring.ts";

/**
 * Writes what a catalog says of a metric into the program that uses it. A definition that nothing else in the workspace
 * uses leaves the catalog, one that others use stays there.
 */
export function inlineMetric(context: Context, metric: Metric): readonly Refactoring[] {
  const { file, snapshot } = context;
  const use = metric.use && pairOf(metric.node, "use");
  const target = metric.use && findSymbol(context, "definition", metric.use.value);
  const document = target?.file.document;
  const section = document && pairOf(document.node, "metrics")?.value;
  if (!use || !target || document?.is !== "catalog" || section?.kind !== "map" || !isOrderly(target.file.tree))
    return [];
  const entry = pairOf(section, target.symbol.name);
  const definition = entry?.value;
  if (!entry || definition?.kind !== "map") return [];
  const taken = definition.pairs.filter((pair) => !pairOf(metric.node, keyText(pair)) || keyText(pair) === "use");
  const from = { tree: target.file.tree, map: definition };
  const written = inPlaceOf(file.tree, metric.node, use, from, taken);
  if (!written) return [];
  const isLast = referencesTo(snapshot, target).every(
    (other) => other.file === file && other.reference.path[1] === metric.id,
  );
  const gone = isLast ? removeEntry(from.tree, document.node, section, entry) : [];
  return [
    {
      kind: "inline",
      title: isLast
        ? say`Write the definition of ${code(metric.id)} here and take it out of the catalog, where nothing else uses it`
        : say`Write the definition of ${code(metric.id)} here; the catalog keeps it for others`,
      edits: [...editsOf(file.tree, written), ...editsOf(from.tree, gone)],
      creates: [],
    },
  ];
}

function removeEntry(tree: SyntaxTree, root: MapNode, section: MapNode, entry: Pair): readonly TextEdit[] {
  const whole = pairOf(root, "metrics");
  return section.pairs.length > 1 || !whole
    ? removePairs(tree, section, new Set([entry]))
    : removePairs(tree, root, new Set([whole]));
}

/** The edits that put pairs of another map in the place of `use`; undefined where the style of the text holds no lines. */
function inPlaceOf(
  tree: SyntaxTree,
  map: MapNode,
  use: Pair,
  from: { readonly tree: SyntaxTree; readonly map: MapNode },
  pairs: readonly Pair[],
): readonly TextEdit[] | undefined {
  if (!map.flow) {
    const texts = pairs.map((pair) => pairText(from.tree, from.map, pair, columnOf(tree, use)));
    if (texts.includes(undefined)) return undefined;
    const { start, end } = lineOf(tree, use);
    const beside = besideOf(tree, use).map((comment) => `${" ".repeat(columnOf(tree, use))}${comment}`);
    return [{ start, end, text: [...beside, ...texts].map((text) => `${text}\n`).join("") }];
  }
  if (from.map.flow) {
    const texts = pairs.map((pair) => bareText(from.tree, from.map, pair));
    if (texts.includes(undefined)) return undefined;
    const start = tree.offsetOf(use.key).start;
    return [{ start, end: tree.offsetOf(use.value ?? use.key).end, text: texts.join(", ") }];
  }
  return opened(tree, map, use, from, pairs);
}

/** The comment behind a pair on its line: it gets a line above of its own. */
function besideOf(tree: SyntaxTree, { key, value }: Pair): readonly string[] {
  const { end } = tree.offsetOf(value ?? key);
  const behind = tree.text.slice(end, tree.lines.lineEnd(tree.lines.positionAt(end).line)).trim();
  return behind.startsWith("#") ? [behind] : [];
}

/** From the line of a pair on: comments above it stay where they are. */
function lineOf(tree: SyntaxTree, use: Pair): { start: number; end: number } {
  const { end } = pairLines(tree, use);
  return { start: tree.lines.lineStart(tree.lines.positionAt(tree.offsetOf(use.key).start).line), end };
}

/** A map in braces as lines, because what it takes over cannot stand in braces. */
function opened(
  tree: SyntaxTree,
  map: MapNode,
  use: Pair,
  from: { readonly tree: SyntaxTree; readonly map: MapNode },
  pairs: readonly Pair[],
): readonly TextEdit[] | undefined {
  const { start, end } = tree.offsetOf(map);
  const line = tree.lines.positionAt(start).line;
  const column = tree.lines.lineText(line).search(/\S/);
  const isEntryLine = /^\s*[^\s{}[\],]+:\s*$/.test(tree.text.slice(tree.lines.lineStart(line), start));
  if (!isEntryLine || holdsComment(tree, map)) return undefined;
  const texts = map.pairs.flatMap((pair) =>
    pair === use
      ? pairs.map((each) => pairText(from.tree, from.map, each, column + 2))
      : [pairText(tree, map, pair, column + 2)],
  );
  if (texts.includes(undefined)) return undefined;
  const behind = tree.text.slice(end, tree.lines.lineEnd(tree.lines.positionAt(end).line)).trim();
  if (behind !== "" && !behind.startsWith("#")) return undefined;
  const spaces = /\s*$/.exec(tree.text.slice(0, start))?.[0].length ?? 0;
  const comment = behind === "" ? "" : `  ${behind}`;
  return [
    {
      start: start - spaces,
      end: tree.lines.lineEnd(tree.lines.positionAt(end).line),
      text: `${comment}\n${texts.join("\n")}`,
    },
  ];
}
