import type { Fix } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Node, ScalarNode } from "../syntax/node.ts";
import type { Place, ShapeProblem } from "./check.ts";
import { decimalComma } from "./decimal-comma.ts";
import { asList, asText, notKeys } from "./meant.ts";

/** A value of the wrong kind: text for a number, one thing for a list … */
export function wrongType(place: Place): ShapeProblem {
  const { node, definition } = place;
  const types = [definition.type ?? []].flat();
  const name = nameOf(place);
  const takesNumber = types.includes("number") || types.includes("integer");
  if (takesNumber && node.kind === "scalar") return notANumber(place, node, name);
  const meant = types.includes("object") ? notKeys(place) : undefined;
  const fixes = types.includes("array")
    ? asList(place)
    : types.includes("string")
      ? asText(definition["x-type"], node)
      : (meant?.fixes ?? []);
  return {
    rule: "wrong-type",
    span: node,
    message:
      meant?.message ??
      say`${code(name)} takes ${expected(definition["x-type"], types)}, and ${found(node)} stands here.`,
    help: meant?.help ?? example(place) ?? say`See the description of ${code(name)} for what goes here.`,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

/** The key that holds the value; in a list that of the list. */
function nameOf(place: Place): string {
  return String(place.path.findLast((step) => typeof step === "string") ?? "");
}

function notANumber(place: Place, node: ScalarNode, name: string): ShapeProblem {
  const text = String(node.value).trim();
  if (/^[-+]?\d+,\d+$/.test(text)) {
    return decimalComma(node, text, say`${code(text)} is read as text, because of the comma.`);
  }
  const bare = /^["“”]?([-+]?\d+(?:\.\d+)?)\s*(%|[a-zA-Z€$£].*)?["“”]?$/.exec(text);
  const fixes: Fix[] = bare?.[1]
    ? [{ title: say`Write ${code(bare[1])}`, safe: false, edits: [{ span: node, text: bare[1] }] }]
    : [];
  const huge = typeof node.value === "number";
  return {
    rule: "wrong-type",
    span: node,
    message: huge
      ? say`${code(name)} takes a number that can be counted with, and this one cannot.`
      : say`${code(name)} takes a number, and ${found(node)} stands here.`,
    help: bare?.[2]
      ? say`Write the number alone; the unit has a key of its own.`
      : (example(place) ?? say`Write digits, with a point before decimals: ${code("31.4")}.`),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function expected(type: string | undefined, types: readonly string[]): Message {
  if (types.includes("array")) return say`a list`;
  if (type === "date") return say`a date such as ${code("2027-02-01")}`;
  if (type === "time") return say`a date or a time such as ${code("launch + 42 days")}`;
  if (type === "duration") return say`a length of time such as ${code("12 months")}`;
  if (type === "reference") return say`a name that is defined elsewhere`;
  if (types.includes("number")) return say`a number`;
  if (types.includes("object")) return say`keys of its own`;
  return say`text`;
}

function found(node: Node): Message {
  if (node.kind === "list") return say`a list`;
  if (node.kind === "map") return say`a group of keys`;
  if (node.value === null) return say`nothing`;
  if (typeof node.value === "boolean") return say`yes or no`;
  return typeof node.value === "number" ? say`a number` : say`text`;
}

/** `such as …` with the first example of the schema, where it fits on a line. */
function example(place: Place): Message | undefined {
  const [first] = place.property.examples ?? place.definition.examples ?? [];
  if (first === undefined) return undefined;
  const text = inFlow(first);
  return text.length <= 100 ? say`For example ${code(text)}.` : undefined;
}

/** A JSON value as one would write it on one line of YAML. */
function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${inFlow(inner)}`)
      .join(", ")} }`;
  }
  return String(value);
}
