import { lazy } from "../base/lazy.ts";
import type { Message } from "../base/message.ts";
import {
  type Described,
  type DocumentKind,
  definitionOf,
  describe,
  keysOf,
  type Path,
  type SchemaNode,
} from "../schema/describe.ts";
import { entryName } from "./completion-skeleton.ts";
import { given } from "./words.ts";

/**
 * What a field of a form takes. `map`: fields of its own; `entries`: things with an id each; `list`: things without;
 * `values`: single values in a row; `amount`: a number, or a map of `fields` instead; `fixed`: nobody changes it.
 */
export type FieldHolds =
  | "amount"
  | "boolean"
  | "choice"
  | "condition"
  | "date"
  | "duration"
  | "entries"
  | "fixed"
  | "list"
  | "map"
  | "number"
  | "path"
  | "rate"
  | "reference"
  | "text"
  | "time"
  | "values";

/** A kind of field: the same for every spec of a kind. */
export interface FieldType {
  /** Its path with `*` for each entry or item: `metrics.*.baseline`. */
  readonly id: string;
  readonly key: string;
  readonly holds: FieldHolds;
  readonly title: Message;
  readonly description: Message | undefined;
  readonly example: string | undefined;
  readonly required: boolean;
  /** A text that is usually longer than a line of a form. */
  readonly long: boolean;
  /** Allowed values with what they mean; nothing else may stand there. */
  readonly choices: readonly { readonly value: string; readonly words: Message | undefined }[];
  /** Names a list of values to offer. */
  readonly suggests: string | undefined;
  /** Types of its fields, in the order in which a spec is read. */
  readonly fields: readonly string[];
  /** The type of each entry, item or value, and of keys besides `fields`. */
  readonly of: string | undefined;
  /** What one of its entries is called, in one word of the language. */
  readonly entry: string | undefined;
  /** The list of values that ids of entries are taken from, where they are names of something else. */
  readonly ids: string | undefined;
  /** The key of an entry that says in words what it is. */
  readonly label: string | undefined;
}

/** All kinds of fields that documents of a kind may have, by id; the document itself is `""`. */
export function formTypes(kind: DocumentKind): ReadonlyMap<string, FieldType> {
  return TYPES[kind]();
}

const TYPES = {
  program: lazy(() => typesOf("program")),
  catalog: lazy(() => typesOf("catalog")),
  config: lazy(() => typesOf("config")),
} as const;

function typesOf(kind: DocumentKind): ReadonlyMap<string, FieldType> {
  const types = new Map<string, FieldType>();
  addType(types, kind, [], false);
  return types;
}

/** The id of the type at a path. */
function typeId(path: Path): string {
  return path.join(".");
}

function addType(types: Map<string, FieldType>, kind: DocumentKind, path: readonly string[], required: boolean): void {
  const described = describe(kind, samplePath(kind, path));
  if (!described) return;
  const { property, definition } = described;
  const item = property.items ?? definition.items;
  const rest = property.additionalProperties ?? definition.additionalProperties;
  const inner = item ?? (typeof rest === "object" ? rest : undefined);
  const fields = keysOf(definition);
  const of = inner ? typeId([...path, "*"]) : undefined;
  types.set(typeId(path), {
    id: typeId(path),
    key: path.at(-1) ?? "",
    holds: holdsOf(described, inner, item !== undefined),
    title: given(property.title ?? definition.title ?? path.at(-1) ?? ""),
    description: wordsOf(property.description ?? definition.description),
    example: exampleOf(property),
    required,
    long: isLong(property),
    choices: choicesOf(property),
    suggests: suggestionsOf(path, property, definition),
    fields: fields.map((key) => typeId([...path, key])),
    of,
    entry: inner && !item ? entryName(property["x-entries"] ? property : definition) : undefined,
    ids: property["x-keys-refer-to"] ?? definition["x-keys-refer-to"],
    label: labelOf(definition),
  });
  for (const key of fields) addType(types, kind, [...path, key], definition.required?.includes(key) === true);
  if (inner) addType(types, kind, [...path, "*"], false);
}

function holdsOf({ property, definition }: Described, inner: SchemaNode | undefined, isList: boolean): FieldHolds {
  if (isList) return inner && definitionOf(inner).properties ? "list" : "values";
  const type = property["x-type"] ?? definition["x-type"];
  if (type === "estimate" || type === "cost") return "amount";
  if (definition.properties) return "map";
  if (inner) return "entries";
  if (property.const !== undefined) return "fixed";
  return LEAVES.has(type as FieldHolds) ? (type as FieldHolds) : "text";
}

const LEAVES: ReadonlySet<FieldHolds> = new Set([
  "boolean",
  "choice",
  "condition",
  "date",
  "duration",
  "number",
  "path",
  "rate",
  "reference",
  "time",
]);

function wordsOf(text: string | undefined): Message | undefined {
  return text === undefined ? undefined : given(text);
}

function exampleOf({ examples, enum: choices }: SchemaNode): string | undefined {
  const [first] = examples ?? [];
  return first === undefined || choices || typeof first === "object" ? undefined : String(first);
}

/** The longest example decides: an id or a unit is short, a sentence is not. */
function isLong({ examples = [], "x-type": type }: SchemaNode): boolean {
  return type === "text" && examples.some((each) => typeof each === "string" && each.length > 40);
}

function choicesOf(property: SchemaNode): FieldType["choices"] {
  if (property["x-type"] === "boolean") return [];
  return (property.enum ?? []).map((value, index) => ({
    value: String(value),
    words: wordsOf(property.enumDescriptions?.[index]),
  }));
}

/** A path that a type may stand at: `*` is the first item of a list, and an entry without a name else. */
export function samplePath(kind: DocumentKind, path: readonly string[]): Path {
  const sample: (string | number)[] = [];
  for (const step of path) {
    const { definition, property } = describe(kind, sample) ?? {};
    sample.push(step !== "*" ? step : definition?.items || property?.items ? 0 : "");
  }
  return sample;
}

/** One list serves all places where the same may be named. */
function suggestionsOf(path: readonly string[], property: SchemaNode, definition: SchemaNode): string | undefined {
  const refersTo = property["x-refers-to"];
  if (refersTo) return refersTo;
  const type = property["x-type"] ?? definition["x-type"];
  if (type === "time" || type === "duration") return type;
  if (type !== "path" && type !== "text") return undefined;
  const key = path.findLast((step) => step !== "*") ?? "";
  const [section] = path;
  if (type === "path") return section === "catalogs" || section === "results" ? section : undefined;
  if (key === "role" && section !== "people") return undefined;
  if (key === "at" && section !== "waivers") return undefined;
  return SUGGESTED.has(key) ? key : undefined;
}

/** Texts for which others in the document, or the library, have words to offer. */
const SUGGESTED: ReadonlySet<string> = new Set([
  "at",
  "currency",
  "exempt",
  "influenced-by",
  "refreshed",
  "report",
  "role",
  "system",
  "unit",
]);

function labelOf({ properties }: SchemaNode): string | undefined {
  return (
    LABELS.find((key) => properties?.[key]?.["x-type"] === "text") ?? LABEL_REFERENCES.find((key) => properties?.[key])
  );
}

const LABELS = ["title", "name", "statement", "does", "can", "finding", "what", "says", "then", "role"];
const LABEL_REFERENCES = ["rule"];
