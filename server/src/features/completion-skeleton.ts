import { type DocumentKind, definitionOf, describe, keysOf, type Path, type SchemaNode } from "../schema/describe.ts";

/** How a skeleton is written. */
export interface Writing {
  /** Where the key stands that holds it. */
  readonly column: number;
  readonly flow: boolean;
  readonly lineBreak: string;
}

/** Values that are known already, by key; of the outermost map alone. */
export type Known = Readonly<Record<string, string>>;

/** Writes places to fill in, numbered in the order of the text. */
export class Skeleton {
  readonly #lineBreak: string;
  #places = 0;

  constructor(lineBreak: string) {
    this.#lineBreak = lineBreak;
  }

  /** What follows the colon of a key that holds `property`: ` ${1}`, ` { value: ${1} }`, or lines below it. */
  behindColon(property: SchemaNode, { column, flow }: Omit<Writing, "lineBreak">, known: Known = {}): string {
    const definition = definitionOf(property);
    const example = property.examples?.[0] ?? definition.examples?.[0];
    return this.#value(property, example, { column, flow }, known);
  }

  /** One entry of a section, its id to be filled in: `${1:metric-id}: …`. */
  entry(section: SchemaNode, { column, flow }: Omit<Writing, "lineBreak">): string {
    const inner = section.additionalProperties;
    if (typeof inner !== "object") return "";
    const name = this.place(`${entryName(section)}-id`);
    return `${name}:${this.#value(inner, firstEntry(section.examples?.[0]), { column, flow }, {})}`;
  }

  /** A map that begins where the cursor is: behind a dash, or on an empty line. */
  pairs(
    definition: SchemaNode,
    example: unknown,
    { column, flow }: Omit<Writing, "lineBreak">,
    known: Known = {},
  ): string {
    const keys = typicalKeys(definition, example, known);
    const written = keys.map((key) => `${key}:${this.#child(definition, key, example, { column, flow }, known)}`);
    return flow ? `{ ${written.join(", ")} }` : written.join(this.#newLine(column));
  }

  place(words = ""): string {
    this.#places++;
    return words === "" ? `\${${this.#places}}` : `\${${this.#places}:${words}}`;
  }

  #newLine(column: number): string {
    return `${this.#lineBreak}${" ".repeat(column)}`;
  }

  #child(definition: SchemaNode, key: string, example: unknown, at: Omit<Writing, "lineBreak">, known: Known): string {
    const property = definition.properties?.[key] ?? {};
    if (known[key] !== undefined) return ` ${known[key]}`;
    if (property.const !== undefined) return ` ${property.const}`;
    return this.#value(property, valueIn(example, key) ?? property.examples?.[0], at, {});
  }

  #value(property: SchemaNode, example: unknown, at: Omit<Writing, "lineBreak">, known: Known): string {
    const definition = definitionOf(property);
    if (definition.items) return this.#list(definition.items, example, at);
    if (!isMap(definition, example)) return ` ${this.place()}`;
    const column = at.column + 2;
    if (typeof definition.additionalProperties === "object" && !definition.properties) {
      const entry = this.entry({ ...property, examples: [example] }, { column, flow: at.flow });
      return at.flow ? ` { ${entry} }` : this.#newLine(column) + entry;
    }
    const flow = at.flow || fitsOneLine(definition, example, known);
    const pairs = this.pairs(definition, example, { column, flow }, known);
    return flow ? ` ${pairs}` : this.#newLine(column) + pairs;
  }

  #list(items: SchemaNode, example: unknown, at: Omit<Writing, "lineBreak">): string {
    const definition = definitionOf(items);
    const first = Array.isArray(example) ? example[0] : undefined;
    if (!definition.properties) return ` [${this.place()}]`;
    const flow = at.flow || fitsOneLine(definition, first, {});
    const pairs = this.pairs(definition, first, { column: at.column + 4, flow });
    return at.flow ? ` [${pairs}]` : `${this.#newLine(at.column + 2)}- ${pairs}`;
  }
}

/** The keys that a map of this kind has as a rule: those that must stand, and those of the schema's first example. */
export function typicalKeys(definition: SchemaNode, example: unknown, known: Known): readonly string[] {
  return keysOf(definition).filter(
    (key) => definition.required?.includes(key) || valueIn(example, key) !== undefined || known[key] !== undefined,
  );
}

/** No text stands in it: a comma in a text would cut it off between brackets. */
export function fitsOneLine(definition: SchemaNode, example: unknown, known: Known): boolean {
  return typicalKeys(definition, example, known).every((key) => {
    const inner = definitionOf(definition.properties?.[key] ?? {});
    return (
      (inner["x-type"] !== "text" || key === "unit") &&
      !inner.properties &&
      !inner.items &&
      inner["x-type"] !== undefined
    );
  });
}

/** What the schema gives as an example of a place: its own, or the first entry or item of what holds it. */
export function exampleAt(kind: DocumentKind, path: Path): unknown {
  const described = describe(kind, path);
  const own = described?.property.examples?.[0] ?? described?.definition.examples?.[0];
  if (own !== undefined || path.length === 0) return own;
  const holder = exampleAt(kind, path.slice(0, -1));
  const step = path.at(-1);
  const named = typeof step === "string" ? valueIn(holder, step) : undefined;
  return named ?? firstEntry(holder);
}

/** What an entry of a section is called. */
export function entryName(section: SchemaNode): string {
  const name = section["x-entries"] ?? section["x-keys-refer-to"] ?? "entry";
  return name === "definition" ? "metric" : name;
}

/** A number or a map may stand there: the example decides. */
export function isMap(definition: SchemaNode, example: unknown): boolean {
  if (Array.isArray(definition.type)) return typeof example === "object" && example !== null;
  return definition.properties !== undefined || typeof definition.additionalProperties === "object";
}

export function firstEntry(example: unknown): unknown {
  return typeof example === "object" && example !== null ? Object.values(example)[0] : undefined;
}

function valueIn(example: unknown, key: string): unknown {
  if (typeof example !== "object" || example === null || Array.isArray(example)) return undefined;
  return (example as Record<string, unknown>)[key];
}
