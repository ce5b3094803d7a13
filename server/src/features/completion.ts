import { say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import { type Described, describe } from "../schema/describe.ts";
import { asScalar, quoted } from "../syntax/quote.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { clauseBefore } from "./completion-condition.ts";
import type { CompletionItem, CompletionList, Suggestion } from "./completion-item.ts";
import { keySuggestions } from "./completion-keys.ts";
import type { Scene } from "./completion-scene.ts";
import { entryName, exampleAt, fitsOneLine, isMap, Skeleton, typicalKeys } from "./completion-skeleton.ts";
import { itemOf, valueSuggestions } from "./completion-values.ts";
import { wholeFiles } from "./completion-whole-file.ts";
import { placeAt } from "./place.ts";
import { documentKind } from "./symbol-words.ts";

const NONE: CompletionList = { items: [], isIncomplete: false };

/** What may be written at an offset; nothing where nothing fits. */
export function completion(snapshot: Snapshot, uri: string, offset: number): CompletionList {
  const context = snapshot.context(uri);
  if (!context) return NONE;
  const { tree } = context.file;
  const place = placeAt(tree, offset);
  if (place.expects === "nothing") return NONE;
  const lineBreak = tree.text.includes("\r\n") ? "\r\n" : "\n";
  const scene: Scene = { context, kind: documentKind(tree), place, offset, lineBreak };
  const described = describe(scene.kind, place.path);
  const suggestions = [...(described ? suggestionsFor(scene, described) : [])];
  if (place.path.length === 0 && !/\S/.test(tree.text.replace(/^[ \t]*#.*$/gm, "")))
    suggestions.unshift(...wholeFiles(scene));
  const isCondition = described?.definition["x-type"] === "condition";
  const items = suggestions.map((suggestion, index) => itemFrom(scene, isCondition, suggestion, index));
  // A distance from launch is offered as it is typed, a library metric by how near it is to what is typed.
  const isIncomplete = described?.definition["x-type"] === "time" || items.some(({ kind }) => kind === "library");
  return { items, isIncomplete };
}

function suggestionsFor(scene: Scene, described: Described): Iterable<Suggestion> {
  const { definition, property } = described;
  switch (scene.place.expects) {
    case "key":
      return keySuggestions(scene, described);
    case "item":
      return listItems(scene, described);
    case "anything":
      if (definition.items) return listItems(scene, itemOf(described) ?? described);
      if (definition.properties || isMap(definition, property.examples?.[0])) return keySuggestions(scene, described);
      return valueSuggestions(scene, described);
    case "value":
      return scene.place.body ? [] : behindColon(scene, described);
    default:
      return [];
  }
}

/** Items of a list that is written with dashes, the dash included. */
function* listItems(scene: Scene, item: Described): Iterable<Suggestion> {
  const { place, lineBreak } = scene;
  if (!item.definition.properties) {
    for (const each of valueSuggestions(scene, item))
      yield { ...each, text: `- ${each.text ?? asScalar(each.label, false)}` };
    return;
  }
  const { title } = item.definition;
  const { expects, path } = place;
  const example = exampleAt(scene.kind, expects === "item" ? path : [...path, 0]);
  const flow = fitsOneLine(item.definition, example, {});
  const text = new Skeleton(lineBreak).pairs(item.definition, example, { column: place.column + 2, flow });
  yield {
    label: `- ${typicalKeys(item.definition, example, {})[0] ?? ""}`,
    kind: "skeleton",
    detail: say`${title ?? ""}`,
    text: `- ${text}`,
    snippet: true,
  };
}

/** Behind a colon a map or list has to be opened first. */
function* behindColon(scene: Scene, described: Described): Iterable<Suggestion> {
  const { place, lineBreak } = scene;
  const { property, definition } = described;
  const items = definition.items && itemOf(described);
  if (items && !items.definition.properties) {
    if (place.typed !== "") return;
    for (const each of valueSuggestions({ ...scene, place: { ...place, flow: true } }, items)) {
      yield { ...each, text: `[${each.text ?? asScalar(each.label, true)}]` };
    }
    return;
  }
  const example = exampleAt(scene.kind, place.path);
  const map = isMap(definition, example);
  if (!map && !items) {
    yield* valueSuggestions(scene, described);
    return;
  }
  if (place.typed !== "") return;
  const key = place.path.at(-1);
  if (typeof key === "number") return;
  const text = new Skeleton(lineBreak).behindColon({ ...property, examples: [example] }, place).replace(/^ /, "");
  const keys = items
    ? typicalKeys(items.definition, exampleAt(scene.kind, [...place.path, 0]), {})
    : typicalKeys(definition, example, {});
  yield {
    label: `{ ${keys.length > 0 ? keys.join(", ") : `${entryName(definition)}-id`} }`,
    kind: "skeleton",
    detail: say`to be filled in`,
    text,
    snippet: true,
  };
}

function itemFrom(scene: Scene, isCondition: boolean, suggestion: Suggestion, index: number): CompletionItem {
  const { place } = scene;
  const { label, kind, detail, documentation, snippet, filterText, preselect, suggestNext } = suggestion;
  const text = suggestion.text ?? (place.quote === undefined ? asScalar(label, place.flow) : quoted(label));
  const keepsQuotes = place.quote !== undefined && suggestion.text !== undefined && !isCondition;
  const written = keepsQuotes ? quoted(text) : text;
  const replace = isCondition ? lastWord(scene) : /^\r?\n/.test(text) ? withSpace(scene) : place.replace;
  const isWhole = replace.start === place.replace.start;
  return {
    label,
    kind,
    ...(detail ? { detail } : {}),
    ...(documentation ? { documentation } : {}),
    insertText: (isWhole ? place.prefix : "") + written + place.suffix,
    ...(snippet ? { snippet: true as const } : {}),
    replace,
    sortText: String(index).padStart(4, "0"),
    // An editor holds it against all that the item takes the place of, an opening quote included.
    filterText: `${isCondition ? "" : (place.quote ?? "")}${filterText ?? label}`,
    ...(preselect ? { preselect: true as const } : {}),
    ...(suggestNext && !place.colon ? { commitKind: "suggest" as const } : {}),
  };
}

/** In a condition an answer takes the place of one word. */
function lastWord({ place, offset }: Scene): Stretch {
  return { start: offset - clauseBefore(place.typed).last.length, end: offset };
}

/** No space stays behind the colon where the answer begins a new line. */
function withSpace({ context, place, offset }: Scene): Stretch {
  const space = context.file.tree.text[offset - 1] === " " ? 1 : 0;
  return { start: place.replace.start - space, end: place.replace.end };
}
