// Every English text that a person may read, with the files it stands in: what a catalog has to translate.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** Properties whose texts are rendered as they are, by the files they stand in. */
const GIVEN = [
  { files: /^server\/src\/rules\/.*\.ts$/, properties: ["summary"] },
  { files: /^server\/src\/features\/draft-templates\.ts$/, properties: ["name", "about"] },
];

/** Properties of the list of samples, and what they are called where they are shown. */
const GIVEN_TO_CLIENT = ["shows"];

/** Texts of the engine: tagged with `say`, given in the schema, or named in GIVEN. Key → files. */
export function engineTexts(root) {
  const found = new Map();
  const add = (key, file) => {
    if (hasWords(key)) found.set(key, [...new Set([...(found.get(key) ?? []), file])]);
  };
  for (const file of sourcesBelow(root, "server/src")) {
    const given = GIVEN.filter(({ files }) => files.test(file)).flatMap(({ properties }) => properties);
    const text = readFileSync(path.join(root, file), "utf8");
    if (!text.includes("say`") && given.length === 0) continue;
    new Visitor({
      TaggedTemplateExpression({ tag, quasi }) {
        if (tag.name === "say") add(keyOf(quasi), file);
      },
      Property({ key, value }) {
        if (given.includes(key.name) && typeof value.value === "string") add(value.value, file);
      },
    }).visit(parse(file, text));
  }
  const metrics = JSON.parse(readFileSync(path.join(root, "server/src/library/metrics.json"), "utf8"));
  for (const { lag } of Object.values(metrics)) if (lag) add(lag.ground, "server/src/library/metrics.json");
  const schema = JSON.parse(readFileSync(path.join(root, "schemas/training-spec.schema.json"), "utf8"));
  for (const text of schemaTexts(schema)) add(text, "schemas/training-spec.schema.json");
  return found;
}

/** Texts of the extension: what `l10n.t` is called with. Key → files. */
export function clientTexts(root) {
  const found = new Map();
  for (const file of sourcesBelow(root, "client/src")) {
    const text = readFileSync(path.join(root, file), "utf8");
    const isList = file.endsWith("/sample-list.ts");
    if (!text.includes("l10n.t(") && !isList) continue;
    new Visitor({
      CallExpression({ callee, arguments: [first] }) {
        if (callee.property?.name !== "t" || !text.slice(callee.start, callee.end).endsWith("l10n.t")) return;
        if (first?.type === "Identifier" && GIVEN_TO_CLIENT.includes(first.name)) return;
        if (typeof first?.value !== "string") throw new Error(`${file}: l10n.t takes a text, not an expression`);
        found.set(first.value, [...new Set([...(found.get(first.value) ?? []), file])]);
      },
      Property({ key, value }) {
        if (isList && GIVEN_TO_CLIENT.includes(key.name)) found.set(value.value, [file]);
      },
    }).visit(parse(file, text));
  }
  return found;
}

/** The first sentence of a description, as `schema/missing-key.ts` shows it. */
export function firstSentence(text) {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}`*])/u)[0] ?? text;
}

function keyOf({ quasis }) {
  return quasis.map(({ value }, index) => `${index === 0 ? "" : `{${index - 1}}`}${value.cooked}`).join("");
}

/** Text that is nothing but places for values is the same in every language. */
function hasWords(key) {
  return /\p{L}/u.test(key.replace(/\{\d+\}/g, ""));
}

function* schemaTexts(node, name) {
  if (Array.isArray(node)) for (const each of node) yield* schemaTexts(each, name);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const isProperties = name === "properties" || name === "$defs" || name === "patternProperties";
  for (const [key, value] of Object.entries(node)) {
    if (!isProperties && ["examples", "default", "const", "enum"].includes(key)) continue;
    if (!isProperties && ["title", "description"].includes(key) && typeof value === "string") yield value;
    else if (!isProperties && key === "enumDescriptions") yield* value;
    else yield* schemaTexts(value, isProperties ? undefined : key);
  }
}

function parse(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  return program;
}

function sourcesBelow(root, folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
    .filter((file) => file.endsWith(".ts") && !file.includes("/generated/"))
    .sort();
}
