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
  ajv.addSchema(schema, "spec");
  const exports = {};
  for (const [name, definition] of Object.entries(names)) {
    ajv.addSchema({ $ref: `spec#/$defs/${definition}` }, name);
    exports[name] = name;
  }
  return standaloneCode.default(ajv, exports);
}
