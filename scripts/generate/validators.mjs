import Ajv from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";

/**
 * Validators of the named definitions as the text of a module without dependencies that compile or evaluate anything.
 * Errors carry keyword, path and parameters; the words for people are ours.
 */
export function compileValidators(schema, names) {
  const ajv = new Ajv.default({
    strict: false,
    allErrors: true,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addSchema(withoutWords(schema), "spec");
  const exports = {};
  for (const [name, definition] of Object.entries(names)) {
    ajv.addSchema({ $ref: `spec#/$defs/${definition}` }, name);
    exports[name] = name;
  }
  return standaloneCode.default(ajv, exports);
}

/** The validators hold the schemas they compare keys with, and need none of the words in them. */
function withoutWords(schema) {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return schema;
  const left = Object.entries(schema).filter(([keyword]) => !WORDS.has(keyword) && !keyword.startsWith("x-"));
  return Object.fromEntries(
    left.map(([keyword, value]) => [
      keyword,
      NAMED.has(keyword) ? mapValues(value, withoutWords) : withoutWords(value),
    ]),
  );
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

const WORDS = new Set(["title", "description", "examples", "enumDescriptions", "$comment"]);
/** Their keys are names and no keywords. */
const NAMED = new Set(["properties", "$defs"]);
