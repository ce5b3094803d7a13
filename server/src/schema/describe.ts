import specSchema from "../../../schemas/training-spec.schema.json" with { type: "json" };

/** What the schema says of one place. All texts are for people who write specs. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly "x-type"?: string;
  readonly "x-refers-to"?: string;
  readonly "x-keys-refer-to"?: string;
  readonly "x-entries"?: string;
  readonly "x-open"?: boolean;
}

export type DocumentKind = "program" | "catalog" | "config";
export type Path = readonly (string | number)[];

const SCHEMA = specSchema as unknown as { readonly $defs: Readonly<Record<string, SchemaNode>> };

export interface Described {
  /** The place as its parent speaks of it: `metrics.*.baseline`. */
  readonly property: SchemaNode;
  /** What stands there: the definition behind a reference, or the property itself. */
  readonly definition: SchemaNode;
}

/** What the schema says of a place in a document of that kind; undefined where it knows no such place. */
export function describe(kind: DocumentKind, path: Path): Described | undefined {
  let property: SchemaNode = { $ref: `#/$defs/${kind}` };
  for (const step of path) {
    const inner = childOf(definitionOf(property), step);
    if (!inner) return undefined;
    property = inner;
  }
  return { property, definition: definitionOf(property) };
}

/** What a key or an index of that part holds. */
export function childOf(definition: SchemaNode, step: string | number): SchemaNode | undefined {
  if (typeof step === "number") return definition.items;
  if (definition.properties && Object.hasOwn(definition.properties, step)) return definition.properties[step];
  return typeof definition.additionalProperties === "object" ? definition.additionalProperties : undefined;
}

export function definitionOf(node: SchemaNode): SchemaNode {
  return (node.$ref === undefined ? undefined : BY_REF.get(node.$ref)) ?? node;
}

const BY_REF: ReadonlyMap<string, SchemaNode> = new Map(
  Object.entries(SCHEMA.$defs).map(([name, definition]) => [`#/$defs/${name}`, definition]),
);

/** The keys that may stand there, in the order that reads best; none where any id may. */
export function keysOf(definition: SchemaNode): readonly string[] {
  return Object.keys(definition.properties ?? {});
}
