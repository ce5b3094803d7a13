import { type Message, say } from "../base/message.ts";
import { libraryMetrics } from "../library/metric-library.ts";
import { RULES, ruleById } from "../rules/registry.ts";
import { type Described, definitionOf, keysOf, type SchemaNode } from "../schema/describe.ts";
import type { Context } from "../workspace/context.ts";
import { candidates } from "../workspace/resolve.ts";
import type { ReferenceKind } from "../workspace/symbols.ts";
import type { Suggestion } from "./completion-item.ts";
import type { Scene } from "./completion-scene.ts";
import { entryName, exampleAt, firstEntry, Skeleton, typicalKeys } from "./completion-skeleton.ts";
import { libraryLine } from "./library-words.ts";
import type { Place } from "./place.ts";
import { keyWords } from "./schema-words.ts";
import { inOneLine } from "./symbol-words.ts";
import { given } from "./words.ts";

/** The keys that may stand in a map and do not stand there yet. */
export function* keySuggestions(scene: Scene, described: Described): Iterable<Suggestion> {
  const { definition } = described;
  const { siblings } = scene.place;
  const open = keysOf(definition).filter((key) => !siblings.has(key) && fits(key, definition, scene));
  const required = open.filter((key) => definition.required?.includes(key));
  if (siblings.size === 0 && scene.place.path.length > 0) yield* usualKeys(scene, described);
  for (const key of [...required, ...open.filter((each) => !required.includes(each))]) {
    const property = definition.properties?.[key];
    if (property) yield keySuggestion(scene, key, property);
  }
  if (typeof definition.additionalProperties !== "object" || definition.properties) return;
  if (definition["x-keys-refer-to"]) yield* referringKeys(scene, definition);
  else yield* entrySuggestions(scene, described);
}

/** Everything that such a map usually holds, where nothing is written yet. */
function* usualKeys({ kind, place, lineBreak }: Scene, { property, definition }: Described): Iterable<Suggestion> {
  if (place.flow || place.colon || place.body || place.typed !== "" || !definition.properties) return;
  const example = exampleAt(kind, place.path) ?? property.examples?.[0];
  const keys = typicalKeys(definition, example, {});
  if (keys.length < 2) return;
  const flow = false;
  const text = new Skeleton(lineBreak).pairs(definition, example, { column: place.column, flow });
  yield { label: keys.join(", "), kind: "skeleton", detail: say`all of it, to be filled in`, text, snippet: true };
}

function keySuggestion(scene: Scene, key: string, property: SchemaNode): Suggestion {
  const definition = definitionOf(property);
  const title = property.title ?? definition.title;
  return {
    label: key,
    kind: "key",
    detail: title === undefined ? undefined : given(title),
    documentation: keyWords({ property, definition }, false),
    ...keyText(scene, key, property),
  };
}

function keyText({ place, lineBreak }: Scene, key: string, property: SchemaNode): Partial<Suggestion> {
  if (place.colon) return { text: key };
  if (place.body) return { text: `${key}:` };
  if (key === "kind" && property.const !== undefined) return { text: "kind: ", suggestNext: true };
  if (property.const !== undefined) return { text: `${key}: ${property.const}` };
  const definition = definitionOf(property);
  const isPlain = !definition.items && (definition["x-type"] !== undefined || definition.type !== "object");
  if (isPlain) return { text: `${key}: `, suggestNext: hasSuggestions(definition) };
  const text = new Skeleton(lineBreak).behindColon(property, place);
  return { text: `${key}:${text}`, snippet: true, suggestNext: text === " [${1}]" && hasSuggestions(definition.items) };
}

function hasSuggestions(node: SchemaNode | undefined): boolean {
  const type = node?.["x-type"];
  return type !== undefined && !["text", "number", "estimate", "cost"].includes(type);
}

/** Stands in a skeleton until it is known what is used. */
const USE = "@use@";
const DEFINED_BY_USE = new Set(["name", "definition", "kind", "unit", "direction"]);
const RANGE = new Set(["low", "likely", "high"]);
const TIME = new Set(["people", "hours", "hourly-rate"]);

/** What the keys beside it leave no room for. */
function fits(key: string, definition: SchemaNode, { place }: Scene): boolean {
  const { siblings } = place;
  const properties = definition.properties ?? {};
  if ("use" in properties) {
    if (DEFINED_BY_USE.has(key) && siblings.has("use")) return false;
    if (key === "use" && [...DEFINED_BY_USE].some((each) => siblings.has(each))) return false;
    const role = siblings.get("role");
    if (key === "target" && role === "guardrail") return false;
    if (key === "limit" && role !== undefined && role !== "" && role !== "guardrail") return false;
  }
  if ("hourly-rate" in properties) {
    if (RANGE.has(key) && [...TIME].some((each) => siblings.has(each))) return false;
    if (TIME.has(key) && [...RANGE].some((each) => siblings.has(each))) return false;
  }
  return true;
}

/** Entries of a section: one to fill in, and in `metrics` those that a catalog or the library defines. */
function* entrySuggestions(scene: Scene, { property, definition }: Described): Iterable<Suggestion> {
  const { place, context, lineBreak } = scene;
  if (place.colon || place.body) return;
  const entries = definition["x-entries"] ?? "entry";
  const typed = /^[a-z][a-z0-9-]*$/.test(place.typed) ? place.typed : undefined;
  const text = new Skeleton(lineBreak).entry({ ...definition, ...property }, place);
  yield {
    label: typed ?? `new ${entryName(definition)}`,
    kind: "entry",
    detail: property.title === undefined ? undefined : say`new entry of ${given(property.title)}`,
    text: typed === undefined ? text : text.replace(/^\$\{1:[^}]*\}/, `\${1:${typed}}`),
    snippet: true,
    ...(place.typed === "" ? {} : { filterText: place.typed }),
  };
  if (entries !== "metric" && entries !== "definition") return;
  const inner = property.additionalProperties ?? definition.additionalProperties;
  if (typeof inner !== "object") return;
  const example = firstEntry(property.examples?.[0]);
  const used = new Set([...context.metrics.values()].map(({ metric }) => metric.use?.value));
  const keep = Object.entries((example ?? {}) as Record<string, unknown>).filter(([key]) => !DEFINED_BY_USE.has(key));
  const taken = { ...inner, examples: [Object.fromEntries(keep)] };
  const pattern = new Skeleton(lineBreak).behindColon(taken, place, { use: USE });
  const written = (id: string, use: string): string => `${id}:${pattern.replace(USE, use)}`;
  if (entries === "metric") {
    for (const target of candidates(context, "definition")) {
      const { name } = target.symbol;
      if (place.siblings.has(name) || used.has(name)) continue;
      yield {
        label: name,
        kind: "reference",
        detail: inOneLine(context, target),
        text: written(name, name),
        snippet: true,
      };
    }
  }
  for (const metric of libraryMetrics()) {
    const use = `library/${metric.id}`;
    if (place.siblings.has(metric.id) || used.has(use) || metric.class !== "outcome") continue;
    yield {
      label: metric.id,
      kind: "library",
      detail: libraryLine(metric),
      text: written(metric.id, use),
      snippet: true,
    };
  }
}

/** Keys that are ids defined elsewhere. */
function* referringKeys({ context, place, lineBreak }: Scene, definition: SchemaNode): Iterable<Suggestion> {
  const inner = definition.additionalProperties;
  if (typeof inner !== "object") return;
  for (const { name, detail } of namesFor(definition["x-keys-refer-to"], context, place)) {
    if (place.siblings.has(name)) continue;
    const example = firstEntry(definition.examples?.[0]);
    const text = `${name}:${new Skeleton(lineBreak).behindColon({ ...inner, examples: [example] }, place)}`;
    const written = place.colon ? { text: name } : place.body ? { text: `${name}:` } : { text, snippet: true };
    yield { label: name, kind: "reference", detail, ...written };
  }
}

/** What the keys of a map can name: symbols, rules, the thresholds of the rule that the map belongs to. */
function* namesFor(
  kind: string | undefined,
  context: Context,
  place: Place,
): Iterable<{ name: string; detail: Message }> {
  if (kind === "rule") {
    for (const { id, summary } of RULES) yield { name: id, detail: given(summary) };
  } else if (kind === "threshold") {
    const thresholds = ruleById(String(place.path.at(-1)))?.thresholds ?? {};
    for (const [name, { value, unit }] of Object.entries(thresholds))
      yield { name, detail: say`${value} ${unit} unless set` };
  } else {
    for (const target of candidates(context, kind as ReferenceKind)) {
      yield { name: target.symbol.name, detail: inOneLine(context, target) };
    }
  }
}
