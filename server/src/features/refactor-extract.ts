import type { Edit } from "../base/finding.ts";
import { code, say } from "../base/message.ts";
import type { Metric } from "../model/spec.ts";
import { describe, keysOf } from "../schema/describe.ts";
import { insertPair } from "../syntax/insert-key.ts";
import { keyText, type MapNode, type Pair, pairOf } from "../syntax/node.ts";
import { bareText, columnOf, holdsComment, indented, pairLines, pairText } from "../syntax/pair-lines.ts";
import { removePairs } from "../syntax/prune.ts";
import { asScalar } from "../syntax/quote.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Context } from "../workspace/context.ts";
import { findSymbol } from "../workspace/resolve.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { fileName, resolveUri } from "../workspace/uri.ts";
import { addEntries } from "./add-entries.ts";
import { isOrderly } from "./format.ts";
import { editsOf, inBreaksOf, type Refactoring } from "./refactoring.ts";

/** What a catalog says of a metric; the rest is the promise of a program. */
const SHARED_KEYS: ReadonlySet<string> = new Set(keysOf(describe("catalog", ["metrics", "any"])?.definition ?? {}));

/**
 * Moves what a metric is into a catalog, one way for each catalog that the program names, or into a new one where it
 * names none. Role, baseline, target and the like stay. People of the program whom the definition names go along.
 */
export function extractMetric(context: Context, metric: Metric): readonly Refactoring[] {
  const { file } = context;
  const { tree } = file;
  const map = metric.node;
  const moved = map.pairs.filter((pair) => SHARED_KEYS.has(keyText(pair)));
  if (moved.length === 0 || (metric.use && !metric.use.value.startsWith("library/"))) return [];
  if (moved.every((pair) => keyText(pair) === "use") || (map.flow && holdsComment(tree, map))) return [];
  const links = context.program?.catalogs?.items ?? [];
  if (links.length === 0) return intoNewCatalog(context, metric, moved);
  const targets = links.map(({ value }) => context.snapshot.fileAt(file.uri, value));
  return targets.flatMap((target) =>
    typeof target === "string" ? [] : (intoCatalog(context, metric, moved, target) ?? []),
  );
}

function intoCatalog(
  context: Context,
  metric: Metric,
  moved: readonly Pair[],
  target: SpecFile,
): Refactoring | undefined {
  const { file, snapshot } = context;
  const there = snapshot.context(target.uri);
  const { document, tree } = target;
  if (!there || document?.is !== "catalog" || !isOrderly(tree)) return undefined;
  const named = namesIn(file, metric, moved);
  const people = named
    .filter(({ kind, name }) => kind === "person" && !findSymbol(there, kind, name))
    .map(({ name }) => name);
  const own = ownPeople(context, people);
  if (
    !own ||
    named.some(
      ({ kind, name }) => kind !== "person" && findSymbol(context, kind, name) && !findSymbol(there, kind, name),
    )
  )
    return undefined;
  const id = freeName(
    metric.id,
    new Set([...context.definitions().keys(), ...there.definitions().keys(), ...ownIds(document.metrics)]),
  );
  const added = [
    addEntries(tree, document.node, "metrics", [definitionText(file.tree, metric, moved, id)]),
    own.length === 0 ? [] : addEntries(tree, document.node, "people", textsOf(file.tree, own)),
  ];
  const left = leave(context, metric, moved, id, own);
  if (added.includes(undefined) || !left) return undefined;
  return {
    kind: "extract",
    title: say`Move the definition of ${code(metric.id)} to the catalog ${code(document.id?.value ?? fileName(target.uri))}`,
    edits: [...left, ...added.flatMap((edits) => edits ?? [])],
    creates: [],
  };
}

function intoNewCatalog(context: Context, metric: Metric, moved: readonly Pair[]): readonly Refactoring[] {
  const { file, program, snapshot } = context;
  if (!program) return [];
  const path = freeFile(context);
  const named = namesIn(file, metric, moved).filter(({ kind }) => kind === "person");
  const own = ownPeople(
    context,
    [...new Set(named.map(({ name }) => name))].filter((name) => context.program?.people?.entries.has(name)),
  );
  const left = own && leave(context, metric, moved, metric.id, own);
  const links = linkTo(file.tree, program.node, path);
  if (!own || !left || !links) return [];
  const currency = program.money?.currency?.value;
  const section = (key: string, entries: readonly string[]): string =>
    entries.length === 0 ? "" : `\n${key}:\n${indented(entries.join("\n"), 0, 2)}\n`;
  const head = `version: 1\nkind: catalog\nid: ${path.replace(/\.training\.ya?ml$/, "")}\n${currency ? `currency: ${asScalar(currency, false)}\n` : ""}`;
  const text = `${head}${section("people", textsOf(file.tree, own))}${section("metrics", [definitionText(file.tree, metric, moved, metric.id)])}`;
  return [
    {
      kind: "extract",
      title: say`Move the definition of ${code(metric.id)} to a new catalog ${code(path)} that other programs can use`,
      edits: [...left, links],
      creates: [
        { uri: resolveUri(snapshot.files.get(file.uri)?.uri ?? file.uri, path), text: inBreaksOf(file.tree, text) },
      ],
    },
  ];
}

function linkTo(tree: SyntaxTree, root: MapNode, path: string): Edit | undefined {
  const pair = pairOf(root, "catalogs");
  if (pair?.value) {
    const { start, end } = tree.offsetOf(pair.value);
    return pair.value.kind === "list" ? { span: tree.spanAt({ start, end }), text: `[${path}]` } : undefined;
  }
  const order = keysOf(describe("program", [])?.definition ?? {});
  return insertPair(tree, root, { key: "catalogs", value: `[${path}]`, order });
}

/** What stays in the program: the promise, and the name of what it is about. */
function leave(
  context: Context,
  metric: Metric,
  moved: readonly Pair[],
  id: string,
  people: readonly Pair[],
): readonly Edit[] | undefined {
  const { tree } = context.file;
  const { node: map } = metric;
  const [first] = map.pairs;
  const section = context.program?.people;
  const root = context.program?.node;
  const peopleMap = root && pairOf(root, "people")?.value;
  if (!first || (people.length > 0 && (!section || peopleMap?.kind !== "map"))) return undefined;
  const emptied = peopleMap?.kind === "map" && peopleMap.pairs.length === people.length;
  const gone =
    people.length === 0 || peopleMap?.kind !== "map" || !root
      ? []
      : emptied
        ? removePairs(tree, root, new Set([pairOf(root, "people") as Pair]))
        : removePairs(tree, peopleMap, new Set(people));
  const dropped = new Set(moved);
  if (dropped.size === map.pairs.length) return editsOf(tree, [...gone, onlyUse(tree, map, id)]);
  const removed = removePairs(tree, map, dropped);
  const at = map.flow ? tree.offsetOf(first.key).start : pairLines(tree, first).start;
  const text = map.flow ? `use: ${id}, ` : `${" ".repeat(columnOf(tree, first))}use: ${id}\n`;
  const [next, ...others] = removed;
  const edits = next?.start === at ? [{ ...next, text }, ...others] : [{ start: at, end: at, text }, ...removed];
  return editsOf(tree, [...gone, ...edits]);
}

/** Nothing of the entry stays but `use`. */
function onlyUse(tree: SyntaxTree, map: MapNode, id: string): { start: number; end: number; text: string } {
  const [first, last] = [map.pairs[0], map.pairs.at(-1)];
  if (map.flow || !first || !last) return { ...tree.offsetOf(map), text: `{ use: ${id} }` };
  return {
    start: pairLines(tree, first).start,
    end: pairLines(tree, last).end,
    text: `${" ".repeat(columnOf(tree, first))}use: ${id}\n`,
  };
}

function definitionText(tree: SyntaxTree, metric: Metric, moved: readonly Pair[], id: string): string {
  const { node: map } = metric;
  if (map.flow) {
    const bare = moved.map((pair) => bareText(tree, map, pair) ?? "");
    if (bare.every((text) => text !== "")) return `${id}: { ${bare.join(", ")} }`;
  }
  return [`${id}:`, ...moved.map((pair) => pairText(tree, map, pair, 2) ?? "")].join("\n");
}

function namesIn(file: SpecFile, metric: Metric, moved: readonly Pair[]): SpecFile["symbols"]["references"] {
  const keys = new Set(moved.map(keyText));
  return file.symbols.references.filter(
    ({ path }) => path[0] === "metrics" && path[1] === metric.id && keys.has(String(path[2])),
  );
}

/** The entries of people that the program itself defines; undefined where one of the names is nobody's there. */
function ownPeople(context: Context, names: readonly string[]): readonly Pair[] | undefined {
  const root = context.program?.node;
  const section = root && pairOf(root, "people")?.value;
  const defined = [...new Set(names)].filter((name) => findSymbol(context, "person", name));
  if (defined.length === 0) return [];
  if (section?.kind !== "map") return undefined;
  const pairs = defined.flatMap((name) => pairOf(section, name) ?? []);
  const texts = pairs.map((pair) => pairText(context.file.tree, section, pair, 0));
  return pairs.length === defined.length && !texts.includes(undefined) ? pairs : undefined;
}

function textsOf(tree: SyntaxTree, pairs: readonly Pair[]): readonly string[] {
  const section = tree.root?.kind === "map" ? pairOf(tree.root, "people")?.value : undefined;
  return section?.kind === "map" ? pairs.map((pair) => pairText(tree, section, pair, 0) ?? "") : [];
}

function ownIds(section: { readonly entries: ReadonlyMap<string, unknown> } | undefined): Iterable<string> {
  return section?.entries.keys() ?? [];
}

/** The name, or the name with the first number that makes it one of its own. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function freeFile({ file, snapshot }: Context): string {
  for (let number = 1; ; number++) {
    const path = `company${number === 1 ? "" : `-${number}`}.training.yaml`;
    const uri = resolveUri(file.uri, path);
    if (!snapshot.files.has(uri)) return path;
  }
}
