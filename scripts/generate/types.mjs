import { camelCase } from "./shapes.mjs";

/** Definitions that are whole files. */
const DOCUMENTS = ["program", "catalog", "config"];

const HEAD = `// Generated from schemas/training-spec.schema.json by \`npm run generate\`. Do not edit.

import type { Condition } from "./condition.ts";
import type { Cost, Entry, Estimate, Keyed, Listed, Located, Part, Section } from "./located.ts";
import type { Duration, Time } from "./time.ts";
import type { Day } from "../base/date.ts";

`;

/** TypeScript interfaces for every definition that is a map. */
export function typesOf(schema) {
  let text = HEAD;
  for (const [name, definition] of Object.entries(schema.$defs)) {
    if (definition["x-type"] || definition["x-keys-refer-to"]) continue;
    text += interfaceOf(name, definition, schema);
  }
  text += "export type SpecDocument = Program | Catalog | Config;\n";
  return text;
}

function interfaceOf(name, definition, schema) {
  const base = isEntry(name, schema) ? "Entry" : "Part";
  const lines = [
    `/** ${firstSentence(definition.description || definition.title)} */`,
    `export interface ${pascal(name)} extends ${base} {`,
  ];
  if (DOCUMENTS.includes(name)) lines.push(`  readonly is: "${name}";`);
  for (const [key, part] of Object.entries(definition.properties)) {
    lines.push(`  readonly ${camelCase(key)}: ${typeOf(part, schema)} | undefined;`);
  }
  if (definition["x-open"])
    lines.push(`  readonly rest: ReadonlyMap<string, ${typeOf(definition.additionalProperties, schema)}>;`);
  return `${lines.join("\n")}\n}\n\n`;
}

function isEntry(name, schema) {
  const text = JSON.stringify(schema);
  return (
    text.includes(`"additionalProperties":{"$ref":"#/$defs/${name}"`) &&
    name !== "cost" &&
    name !== "estimate" &&
    name !== "conclusion"
  );
}

function typeOf(part, schema) {
  if (part.$ref) {
    const name = part.$ref.replace("#/$defs/", "");
    const target = schema.$defs[name];
    return target["x-type"] || target["x-keys-refer-to"] ? typeOf(target, schema) : pascal(name);
  }
  if (part["x-type"]) return `Located<${leafType(part)}>`;
  if (part["x-entries"]) return `Section<${typeOf(part.additionalProperties, schema)}>`;
  if (part["x-keys-refer-to"]) return `Keyed<${typeOf(part.additionalProperties, schema)}>`;
  if (part.type === "array") return `Listed<${typeOf(part.items, schema)}>`;
  throw new Error(`no type for ${JSON.stringify(part)}`);
}

function leafType(part) {
  switch (part["x-type"]) {
    case "choice":
      return part.enum.map((value) => JSON.stringify(value)).join(" | ");
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "date":
      return "Day";
    case "time":
      return "Time";
    case "duration":
      return "Duration";
    case "estimate":
      return "Estimate";
    case "cost":
      return "Cost";
    case "condition":
      return "Condition";
    default:
      return "string";
  }
}

function firstSentence(text) {
  const sentence = text.split(/(?<=[.!?])\s/)[0].replaceAll("*/", "");
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function pascal(name) {
  return camelCase(`-${name}`);
}
