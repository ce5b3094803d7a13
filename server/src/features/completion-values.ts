import { code, say } from "../base/message.ts";
import { libraryMetric, nearestLibraryMetrics } from "../library/metric-library.ts";
import { RULES } from "../rules/registry.ts";
import { type Described, definitionOf, type SchemaNode } from "../schema/describe.ts";
import { candidates } from "../workspace/resolve.ts";
import type { ReferenceKind } from "../workspace/symbols.ts";
import { fileName, relativePath } from "../workspace/uri.ts";
import { conditionSuggestions } from "./completion-condition.ts";
import type { Suggestion } from "./completion-item.ts";
import type { Scene } from "./completion-scene.ts";
import { daySuggestions, timeSuggestions } from "./completion-times.ts";
import { libraryLine, libraryWords } from "./library-words.ts";
import { inOneLine } from "./symbol-words.ts";
import { given, joined } from "./words.ts";

/** Values that may stand at a place that holds no map and no list. */
export function* valueSuggestions(scene: Scene, { property, definition }: Described): Iterable<Suggestion> {
  const type = property["x-type"] ?? definition["x-type"];
  if (property.const !== undefined) yield* constants(scene, property);
  else if (property["x-refers-to"]) yield* references(scene, property["x-refers-to"] as ReferenceKind | "rule");
  else if (type === "boolean") yield* ["yes", "no"].map((label) => ({ label, kind: "choice" as const, text: label }));
  else if (property.enum) yield* choices(property);
  else if (type === "time") yield* timeSuggestions(scene);
  else if (type === "date") yield* daySuggestions(scene);
  else if (type === "duration") yield* examples(property, ["6 months", "12 months", "24 months"]);
  else if (type === "condition") yield* conditionSuggestions(scene);
  else if (type === "path") yield* paths(scene);
  else yield* texts(scene, property);
}

function* constants({ place }: Scene, property: SchemaNode): Iterable<Suggestion> {
  if (place.path.at(-1) !== "kind") {
    yield { label: String(property.const), kind: "value", text: String(property.const) };
    return;
  }
  yield { label: "program", kind: "choice", detail: say`one training program` };
  yield { label: "catalog", kind: "choice", detail: say`what several programs share` };
}

function* choices(property: SchemaNode): Iterable<Suggestion> {
  for (const [index, value] of (property.enum ?? []).entries()) {
    const meaning = property.enumDescriptions?.[index];
    yield { label: String(value), kind: "choice", ...(meaning === undefined ? {} : { detail: given(meaning) }) };
  }
}

function* examples(property: SchemaNode, more: readonly string[]): Iterable<Suggestion> {
  const written = (property.examples ?? []).filter((each) => typeof each === "string");
  for (const label of new Set([...written, ...(written.some((each) => each.startsWith("within")) ? [] : more)])) {
    yield { label, kind: "value" };
  }
}

function* references(scene: Scene, kind: ReferenceKind | "rule"): Iterable<Suggestion> {
  const { context, place } = scene;
  if (kind === "rule") {
    for (const { id, summary } of RULES) yield { label: id, kind: "rule", detail: given(summary) };
    return;
  }
  const itself = place.path.find((step, at) => at === 1 && typeof step === "string");
  const list = new Set(place.items);
  const section = place.path[0];
  for (const target of candidates(context, kind)) {
    const { symbol } = target;
    if (list.has(symbol.name)) continue;
    if (target.file === context.file && symbol.path[0] === section && symbol.name === itself) continue;
    const words = inOneLine(context, target);
    yield {
      label: symbol.name,
      kind: "reference",
      detail: words,
      filterText: `${symbol.name} ${firstText(words.values)}`,
    };
  }
  if (kind === "definition") yield* libraryReferences(scene);
}

function firstText(values: readonly unknown[]): string {
  return typeof values[0] === "string" ? values[0] : "";
}

/** The nearest to what is typed, else those named like the metric that takes it, then all others. */
function* libraryReferences({ place }: Scene): Iterable<Suggestion> {
  const typed = place.typed.replace(/^library\/?/, "");
  const likeId = typed === "" ? nearestLibraryMetrics(String(place.path[1] ?? ""), 5) : [];
  const all = nearestLibraryMetrics(typed, typed === "" ? 200 : 40);
  for (const metric of new Set([...likeId, ...all])) {
    const label = `library/${metric.id}`;
    const filterText = [label, metric.name, ...metric.aliases].join(" ");
    yield { label, kind: "library", detail: libraryLine(metric), documentation: libraryWords(metric), filterText };
  }
}

function* paths({ context, place }: Scene): Iterable<Suggestion> {
  const { snapshot, file } = context;
  if (place.path[0] !== "catalogs") {
    const name = fileName(file.uri).replace(/\.training\.ya?ml$/, "");
    yield { label: `${name}.results.csv`, kind: "file", detail: say`measured values, one row each` };
    return;
  }
  const taken = new Set(place.items);
  const found = [...snapshot.files.values()]
    .filter((each) => each.kind === "catalog" && each.uri !== file.uri)
    .map((each) => ({ path: relativePath(file.uri, each.uri), each }))
    .sort((a, b) => a.path.split("/").length - b.path.split("/").length || (a.path < b.path ? -1 : 1));
  for (const { path, each } of found) {
    if (taken.has(path)) continue;
    const document = each.document?.is === "catalog" ? each.document : undefined;
    const metrics = document?.metrics?.entries.size ?? 0;
    const detail = joined([document?.title?.value, metrics === 1 ? say`1 metric` : say`${metrics} metrics`], " · ");
    yield { label: path, kind: "file", detail };
  }
}

/** Free text: units, and words that others in the document use for the same thing. */
function* texts({ context, place }: Scene, property: SchemaNode): Iterable<Suggestion> {
  const key = place.path.findLast((step) => typeof step === "string");
  const views = [...context.metrics.values()];
  const own = context.metrics.get(String(place.path[1] ?? ""));
  const found = new Map<string, Suggestion["detail"]>();
  const add = (word: string | undefined, detail?: Suggestion["detail"]): void => {
    if (word !== undefined && word !== "currency" && !found.has(word)) found.set(word, detail);
  };
  if (key === "unit") {
    const measure = String(place.path[1] ?? "");
    if (place.path.length > 3) add(context.measure(measure)?.unit, say`unit of ${code(measure)}`);
    for (const view of views) add(view.unit?.value, say`in use`);
    for (const each of context.behaviors.values()) add(each.unit?.value ?? each.baseline?.unit?.value, say`in use`);
    for (const unit of ["%", "s", "min", "h", "days"]) add(unit);
  } else if (key === "system") {
    for (const view of views) add(view.source?.system?.value, say`in use`);
    for (const system of own?.library?.systems ?? []) add(system, say`usual for this metric`);
  } else if (key === "report") for (const view of views) add(view.source?.report?.value, say`in use`);
  else if (key === "refreshed") for (const word of ["daily", "weekly", "monthly", "quarterly"]) add(word);
  else if (key === "influenced-by") for (const each of context.audience.values()) add(each.role?.value, say`audience`);
  else if (key === "currency" || key === "exempt") for (const each of property.examples ?? []) add(String(each));
  else if (key === "role" && place.path[0] === "people")
    for (const word of ["learning", "business", "finance"]) add(word);
  else if (key === "at" && place.path[0] === "waivers") {
    for (const { path } of context.file.symbols.definitions) add(path.join("."));
  } else if (key === "from" || libraryMetric(place.typed)) return;
  for (const [label, detail] of found) {
    if (!place.items.includes(label)) yield { label, kind: key === "unit" ? "unit" : "value", detail };
  }
}

/** What stands in a list, as if it stood alone. */
export function itemOf({ property, definition }: Described): Described | undefined {
  const items = property.items ?? definition.items;
  return items && { property: items, definition: definitionOf(items) };
}
