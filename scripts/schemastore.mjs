import { readFileSync } from "node:fs";
import path from "node:path";

const HOME = "https://www.schemastore.org";

/** No sample is a configuration with mistakes. */
const WRONG_CONFIG = "version: 1\nprofile: relaxed\nrules:\n  missing-baseline: fatal\n";

/** Samples with which SchemaStore tests the schemas: what has to fit, and what must not. */
const TESTS = {
  "training-spec": {
    fits: [
      "samples/company.training.yaml",
      "samples/contact-center/save-the-customer.training.yaml",
      "samples/hospital/clean-lines.training.yaml",
    ],
    misses: [["shape.training.yaml"], ["missing-header.training.yaml"]],
  },
  "training-spec-config": {
    fits: ["samples/training-spec.config.yaml"],
    misses: [["wrong.training-spec.config.yaml", WRONG_CONFIG]],
  },
};

/**
 * The files of a pull request to SchemaStore, by path there: two schemas, their tests, and the entries for its catalog.
 * It asks for draft-07, without keywords of our own, fit for ajv's strict mode.
 */
export function schemaStoreFiles(root) {
  const read = (file) => readFileSync(path.join(root, file), "utf8");
  const schema = JSON.parse(read("schemas/training-spec.schema.json"));
  const { $defs } = schema;
  const files = new Map();
  const schemas = {
    "training-spec": withProperties(schema, ["version", "kind"]),
    "training-spec-config": { ...$defs.config, $defs },
  };
  for (const [name, { fits, misses }] of Object.entries(TESTS)) {
    files.set(`src/schemas/json/${name}.json`, json(asDraft7(schemas[name], name)));
    // SchemaStore wants this line first in each of its test files.
    const first = `# yaml-language-server: $schema=../../schemas/json/${name}.json\n`;
    for (const file of fits) files.set(`src/test/${name}/${path.basename(file)}`, first + read(file));
    for (const [file, text] of misses)
      files.set(`src/negative_test/${name}/${file}`, first + (text ?? read(`samples/broken/${file}`)));
  }
  files.set("catalog-entries.json", json(CATALOG));
  return files;
}

const CATALOG = [
  {
    name: "Training Spec",
    description: "A training program as an argument from the business need to the measured result, or a catalog for it",
    fileMatch: ["*.training.yaml", "*.training.yml"],
    url: `${HOME}/training-spec.json`,
  },
  {
    name: "Training Spec configuration",
    description: "How Training Spec checks the specs in a folder and below it",
    fileMatch: ["training-spec.config.yaml"],
    url: `${HOME}/training-spec-config.json`,
  },
];

/** Strict mode wants what is required at the top to be described there, too, where kinds are not yet told apart. */
function withProperties(schema, names) {
  const { program, catalog } = schema.$defs;
  const [ofProgram, ofCatalog] = [program, catalog].map(({ properties }) => properties);
  const either = (name) => {
    const [one, other] = [ofProgram[name], ofCatalog[name]];
    return one.const === other.const ? one : { enum: [one.const, other.const] };
  };
  return { ...schema, properties: Object.fromEntries(names.map((name) => [name, either(name)])) };
}

function asDraft7(schema, name) {
  const { $schema, $id, $defs, ...root } = schema;
  const used = usedDefinitions(root, $defs);
  const definitions = Object.fromEntries(Object.entries($defs).filter(([each]) => used.has(each)));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${HOME}/${name}.json`,
    ...rewritten(root),
    definitions: Object.fromEntries(Object.entries(definitions).map(([each, one]) => [each, rewritten(one)])),
  };
}

function usedDefinitions(root, $defs, used = new Set()) {
  for (const [, name] of JSON.stringify(root).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) {
    if (used.has(name)) continue;
    used.add(name);
    usedDefinitions($defs[name], $defs, used);
  }
  return used;
}

/** Names of properties are no keywords; below `examples`, `enum` and `const` stand values. */
function rewritten(schema) {
  if (Array.isArray(schema)) return schema.map(rewritten);
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...own } = schema;
  const kept = Object.entries(own)
    .filter(([keyword]) => !keyword.startsWith("x-"))
    .map(([keyword, value]) => [keyword, rewrittenValue(keyword, value)]);
  const rest = byType(Object.fromEntries(kept));
  if ($ref === undefined) return rest;
  const reference = { $ref: $ref.replace("#/$defs/", "#/definitions/") };
  // Draft-07 looks at nothing beside a `$ref`.
  return kept.length === 0 ? reference : { ...rest, allOf: [reference] };
}

/** Strict mode takes one type at a place: each gets its own branch, with the keywords that speak of it. */
function byType(schema) {
  const { type, ...rest } = schema;
  if (!Array.isArray(type)) return schema;
  const keywords = new Set(Object.values(SPEAKS_OF).flat());
  const branches = type.map((one) => {
    const own = Object.entries(rest).filter(([keyword]) => SPEAKS_OF[one]?.includes(keyword));
    return { type: one, ...Object.fromEntries(own) };
  });
  return { ...Object.fromEntries(Object.entries(rest).filter(([keyword]) => !keywords.has(keyword))), anyOf: branches };
}

const NUMBER = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const SPEAKS_OF = {
  object: ["properties", "patternProperties", "additionalProperties", "propertyNames", "required", "minProperties"],
  array: ["items", "minItems", "maxItems", "uniqueItems"],
  string: ["pattern", "minLength", "maxLength", "format"],
  number: NUMBER,
  integer: NUMBER,
};

function rewrittenValue(keyword, value) {
  if (["examples", "enum", "const", "required", "enumDescriptions"].includes(keyword)) return value;
  if (keyword === "properties" || keyword === "patternProperties")
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rewritten(one)]));
  return rewritten(value);
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
