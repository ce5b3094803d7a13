import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "../install.mjs";
import { REDOCLY_HEADER, redoclyTypes } from "./redocly-types.mjs";

const folder = path.join(import.meta.dirname, "peers");
const schemaFile = path.resolve(import.meta.dirname, "../../schemas/training-spec.schema.json");
const entry = (file) => path.join(folder, "node_modules", file);

/** What the package file of the peers says: name → exact version. */
export function peerVersions() {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).dependencies;
}

/** Installs the peers and writes what they need to know of our language into a folder. */
export async function preparePeers(config) {
  await installPackages(folder);
  mkdirSync(config, { recursive: true });
  const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
  const plain = withoutOwnWords(schema);
  const write = (name, text) => writeFileSync(path.join(config, name), text);
  write("schema.json", JSON.stringify(plain));
  const { $id, $schema, ...inline } = plain;
  const functionOptions = { schema: inline, allErrors: true, dialect: "draft2020-12" };
  // biome-ignore lint/suspicious/noThenProperty: so Spectral calls it; nothing awaits it.
  const rule = { given: "$", severity: "error", resolved: false, then: { function: "schema", functionOptions } };
  write("spectral.json", JSON.stringify({ rules: { schema: rule } }));
  const types = JSON.stringify(redoclyTypes(plain));
  write(
    "redocly-plugin.mjs",
    `const types = ${types};\nconst all = () => types;\n` +
      `export default () => ({ id: "spec", typeExtension: { oas3: all, oas3_1: all, oas3_2: all } });\n`,
  );
  write(
    "redocly.yaml",
    JSON.stringify({ plugins: ["./redocly-plugin.mjs"], telemetry: "off", rules: { struct: "error" } }),
  );
}

/** The language server among the peers, as `editingSession` starts it. */
export function yamlLanguageServer() {
  const schemas = { [pathToFileURL(schemaFile).href]: ["*.yaml", "*.yml"] };
  const quiet = { format: { enable: false }, schemaStore: { enable: false, url: "" } };
  return {
    command: [entry("yaml-language-server/bin/yaml-language-server"), "--stdio"],
    language: "yaml",
    // Its first answer may come before its configuration; a second one follows after its debounce.
    settles: 1000,
    settings: {
      yaml: { validate: true, hover: true, completion: true, ...quiet, schemas, maxItemsComputed: 100_000 },
      http: {},
      "[yaml]": {},
    },
  };
}

/** Command lines among the peers: name → { header?, command(config) }, run in the folder of a corpus. */
export const LINTERS = {
  "ajv-cli": {
    command: (config) => [
      entry("ajv-cli/dist/index.js"),
      ...["validate", "--spec=draft2020", "--strict=false", "--all-errors", "--errors=line"],
      ...["-s", path.join(config, "schema.json"), "-d", "**/*.yaml"],
    ],
  },
  redocly: {
    header: REDOCLY_HEADER,
    command: (config, files) => [
      entry("@redocly/cli/bin/cli.js"),
      ...["lint", "--config", path.join(config, "redocly.yaml"), "--format=stylish", "--max-problems=100000", ...files],
    ],
  },
  spectral: {
    command: (config) => [
      entry("@stoplight/spectral-cli/dist/index.js"),
      ...["lint", "--ruleset", path.join(config, "spectral.json"), "**/*.yaml"],
    ],
  },
};

/** The schema without its texts and its words of our own, which strict tools refuse. */
function withoutOwnWords(node) {
  if (Array.isArray(node)) return node.map(withoutOwnWords);
  if (typeof node !== "object" || node === null) return node;
  const isOurs = (key, value) =>
    key.startsWith("x-") ||
    key === "enumDescriptions" ||
    (key === "examples" && Array.isArray(value)) ||
    (["title", "description"].includes(key) && typeof value === "string");
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !isOurs(key, value))
      .map(([key, value]) => [key, withoutOwnWords(value)]),
  );
}
