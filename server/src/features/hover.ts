import { wordsForField } from "../appraisal/forecast-words.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import { libraryMetric } from "../library/metric-library.ts";
import { dayOfTime, parseTime } from "../model/time.ts";
import { RULES } from "../rules/registry.ts";
import { type Described, type DocumentKind, describe } from "../schema/describe.ts";
import type { Context } from "../workspace/context.ts";
import { isLibraryReference } from "../workspace/metric-view.ts";
import { findSymbol } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ReferenceKind } from "../workspace/symbols.ts";
import { aboutCondition } from "./hover-condition.ts";
import { aboutDetectability } from "./hover-detectability.ts";
import { aboutNumbers } from "./hover-numbers.ts";
import { aboutSymbol } from "./hover-symbol.ts";
import { libraryWords } from "./library-words.ts";
import { type Place, placeAt } from "./place.ts";
import { unquoted } from "./place-flow.ts";
import { choiceWords, keyWords } from "./schema-words.ts";
import { documentKind } from "./symbol-words.ts";
import { dayWords, given, joined, paragraphs, plain, sinceLaunch } from "./words.ts";

/** What an editor shows of a place when a person points at it. */
export interface Hover {
  readonly span: Stretch;
  readonly markdown: Message;
}

/** What the key, value or name at an offset means; undefined where it says no more than it shows. */
export function hover(snapshot: Snapshot, uri: string, offset: number): Hover | undefined {
  const context = snapshot.context(uri);
  if (!context) return undefined;
  const { tree } = context.file;
  const place = placeAt(tree, offset);
  const { word } = place;
  if (place.expects === "nothing" || word.end <= word.start || offset < word.start) return undefined;
  const text = tree.text.slice(word.start, word.end);
  const kind = documentKind(tree);
  const isKey = place.expects === "key" && place.colon;
  if (isKey) return shown(word, aboutKey(context, kind, [...place.path, unquoted(text)]));
  const described = describe(kind, place.path);
  if (!described) return undefined;
  if (described.definition["x-type"] === "condition") {
    const decision = place.path[0] === "decisions" ? String(place.path[1]) : undefined;
    return aboutCondition(context, { text, start: word.start, decision }, offset);
  }
  return shown(word, aboutValue(context, described, place, unquoted(text)));
}

function shown(span: Stretch, markdown: Message | undefined): Hover | undefined {
  return markdown && { span, markdown };
}

function aboutKey(context: Context, kind: DocumentKind, path: readonly (string | number)[]): Message | undefined {
  const described = describe(kind, path);
  const holder = describe(kind, path.slice(0, -1))?.definition;
  const names = holder?.["x-entries"] ?? holder?.["x-keys-refer-to"];
  const isName = names !== undefined && !Object.hasOwn(holder?.properties ?? {}, path.at(-1) ?? "");
  if (isName) return aboutName(context, names as ReferenceKind, String(path.at(-1)));
  return (
    described &&
    paragraphs([
      keyWords(described),
      aboutNumbers(context, path),
      aboutDetectability(context, path),
      ...wordsForField(context, path),
    ])
  );
}

function aboutName(context: Context, kind: ReferenceKind, name: string): Message | undefined {
  if (kind === "rule") return aboutRule(name);
  const target = findSymbol(context, kind, name);
  return target && aboutSymbol(context, target);
}

function aboutValue(context: Context, { property }: Described, place: Place, text: string): Message | undefined {
  const refersTo = property["x-refers-to"];
  if (refersTo === "rule") return aboutRule(text);
  if (refersTo === "definition" && isLibraryReference(text)) {
    const metric = libraryMetric(text);
    return metric && libraryWords(metric);
  }
  if (refersTo) return aboutName(context, refersTo as ReferenceKind, text);
  const meaning = choiceWords(property, text);
  if (meaning)
    return paragraphs([say`**${code(text)}**: ${meaning}`, property.title && say`_${given(property.title)}_`]);
  if (property["x-type"] === "time" || property["x-type"] === "date") return aboutTime(context, text);
  return property["x-type"] === "path" && place.path[0] === "catalogs" ? aboutCatalog(context, text) : undefined;
}

function aboutRule(id: string): Message | undefined {
  const rule = RULES.find((each) => each.id === id);
  if (!rule) return undefined;
  const severity = {
    error: say`Reported as an error.`,
    warning: say`Reported as a warning.`,
    hint: say`Reported as a hint.`,
  };
  return paragraphs([say`**${code(id)}** (rule)`, given(rule.summary), severity[rule.severity]]);
}

function aboutTime(context: Context, text: string): Message | undefined {
  const time = parseTime(text);
  const launch = context.program?.launch?.value;
  const day = time && dayOfTime(time, launch);
  if (!time) return undefined;
  if (day === undefined) return say`The program names no launch date yet, so nobody can say which day this is.`;
  return joined([say`**${dayWords(day)}**`, sinceLaunch(day, launch)], ": ");
}

function aboutCatalog(context: Context, path: string): Message | undefined {
  const file = context.snapshot.fileAt(context.file.uri, path);
  if (typeof file === "string" || file.document?.is !== "catalog") return undefined;
  const { title, metrics, goals, people } = file.document;
  const counts = [
    metrics && say`${metrics.entries.size} in ${code("metrics")}`,
    goals && say`${goals.entries.size} in ${code("goals")}`,
    people && say`${people.entries.size} in ${code("people")}`,
  ];
  return paragraphs([say`**${plain(title?.value ?? path)}** (catalog)`, joined(counts, ", ")]);
}
