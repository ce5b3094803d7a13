import type { Finding } from "../base/finding.ts";
import { keyText, type MapNode, type Node, type Pair, type PlainValue, pairOf } from "../syntax/node.ts";
import { childOf, type DocumentKind, definitionOf, describe, type Path, type SchemaNode } from "./describe.ts";
import { catalog, config, program } from "./generated/validators.js";
import { missingKey } from "./missing-key.ts";
import { unknownKey } from "./unknown-key.ts";
import { wrongType } from "./wrong-type.ts";
import { impossibleDate, impossibleNumber, wrongId, wrongValue } from "./wrong-value.ts";

/** A finding about shape; `rule` names the page that explains it. */
export interface ShapeProblem extends Finding {
  readonly rule: ShapeRule;
  /** The key that is not there, and the map that should hold it. */
  readonly absent?: { readonly path: Path; readonly key: string };
}

export type ShapeRule =
  | "decimal-comma"
  | "missing-header"
  | "missing-key"
  | "unknown-key"
  | "wrong-type"
  | "wrong-value";

/** An error as ajv reports it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}

/** A place in the tree that an error is about, with what the schema says of it. */
export interface Place {
  readonly kind: DocumentKind;
  readonly path: Path;
  readonly node: Node;
  /** The pair whose value it is; undefined for the root and for items of a list. */
  readonly pair: Pair | undefined;
  readonly parent: MapNode | undefined;
  readonly property: SchemaNode;
  readonly definition: SchemaNode;
}

type Validator = ((value: unknown) => boolean) & { errors?: readonly SchemaError[] | null };
const VALIDATORS: Readonly<Record<DocumentKind, Validator>> = { program, catalog, config };

/** Most findings about shape in one file. */
const MAX_PROBLEMS = 1000;

/** Everything in which a document differs from the schema of its kind, in plain words. */
export function checkShape(kind: DocumentKind, root: MapNode): ShapeProblem[] {
  const validate = VALIDATORS[kind];
  const problems = holdsImpossible(root) ? impossibleValues(kind, root) : [];
  if (validate(writtenValue(root))) return problems;
  const seen = new Set<string>();
  for (const error of validate.errors ?? []) {
    if (problems.length >= MAX_PROBLEMS) break;
    const place = placeOf(kind, root, error.instancePath);
    const key = `${error.instancePath} ${error.keyword === "type" || error.keyword === "enum" ? "value" : JSON.stringify(error)}`;
    if (!place || seen.has(key)) continue;
    seen.add(key);
    const problem = problemOf(place, error);
    if (problem) problems.push(problem);
  }
  return problems;
}

function problemOf(place: Place, error: SchemaError): ShapeProblem | undefined {
  if (error.propertyName !== undefined) return wrongId(place, error.propertyName);
  switch (error.keyword) {
    case "required":
      return missingKey(place, String(error.params.missingProperty));
    case "additionalProperties":
      return unknownKey(place, String(error.params.additionalProperty));
    case "type":
      return wrongType(place);
    case "propertyNames":
      return undefined;
    default:
      return wrongValue(place, error);
  }
}

/**
 * The value as JSON would hold it, in which a key without a value counts as not written, so that it is reported as missing
 * and not as a wrong type. Unlike those of `toPlainValue` its objects have a prototype: V8 reads such ones twice as fast.
 */
function writtenValue(node: Node): PlainValue {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(writtenValue);
  const object: { [key: string]: PlainValue } = {};
  for (const pair of node.pairs) {
    const key = keyText(pair);
    if (Object.hasOwn(object, key) || (!pair.value && !node.flow)) continue;
    const value = pair.value ? writtenValue(pair.value) : null;
    if (key === "__proto__") Object.defineProperty(object, key, { value, enumerable: true });
    else object[key] = value;
  }
  return object;
}

function placeOf(kind: DocumentKind, root: MapNode, pointer: string): Place | undefined {
  const path: (string | number)[] = [];
  let node: Node = root;
  let pair: Pair | undefined;
  let parent: MapNode | undefined;
  for (const raw of pointer.split("/").slice(1)) {
    const step = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    if (node.kind === "map") {
      parent = node;
      pair = pairOf(node, step);
      if (!pair) return undefined;
      path.push(step);
      node = pair.value ?? pair.key;
    } else if (node.kind === "list") {
      parent = undefined;
      pair = undefined;
      path.push(Number(step));
      const item: Node | undefined = node.items[Number(step)];
      if (!item) return undefined;
      node = item;
    } else return undefined;
  }
  const described = describe(kind, path);
  return described && { kind, path, node, pair, parent, ...described };
}

/** Whether anything may be such a value, wherever it stands: most texts hold none, and need not be gone through by schema. */
function holdsImpossible(node: Node): boolean {
  if (node.kind === "scalar") return (impossibleDate(node) ?? impossibleNumber(node)) !== undefined;
  if (node.kind === "list") return node.items.some(holdsImpossible);
  return node.pairs.some(({ value }) => value !== undefined && holdsImpossible(value));
}

/** What has the right form and still names nothing: the day `2027-02-30`, the number `1e999`. */
function impossibleValues(kind: DocumentKind, root: MapNode): ShapeProblem[] {
  const problems: ShapeProblem[] = [];
  const visit = (node: Node, schema: SchemaNode): void => {
    const definition = definitionOf(schema);
    if (node.kind === "scalar") {
      const type = definition["x-type"];
      const problem = type === "date" || type === "time" ? impossibleDate(node) : impossibleNumber(node);
      if (problem) problems.push(problem);
    } else if (node.kind === "list") {
      if (definition.items) for (const item of node.items) visit(item, definition.items);
    } else {
      for (const pair of node.pairs) {
        const child = pair.value && childOf(definition, keyText(pair));
        if (pair.value && child) visit(pair.value, child);
      }
    }
  };
  const described = describe(kind, []);
  if (described) visit(root, described.definition);
  return problems;
}
