// Everything that is derived: from the schemas the compiled validators, the shapes that lowering follows and the types of
// the model; from the pages of the rules the module that imports them. `--check` writes nothing and exits 1 when a
// committed file is not what would be written.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { languagePage } from "./generate/language-docs.mjs";
import { loadRules } from "./generate/load-rules.mjs";
import { pagesOf } from "./generate/pages.mjs";
import { readmeWithRules, rulesPage } from "./generate/rule-docs.mjs";
import { shapesOf } from "./generate/shapes.mjs";
import { snippetsOf } from "./generate/snippets.mjs";
import { typesOf } from "./generate/types.mjs";
import { compileValidators } from "./generate/validators.mjs";

const root = path.resolve(import.meta.dirname, "..");
const read = (file) => readFileSync(path.join(root, file), "utf8");
const checking = process.argv.includes("--check");
const stale = [];

const schema = JSON.parse(read("schemas/training-spec.schema.json"));
write(
  "server/src/schema/generated/validators.js",
  compileValidators(schema, { program: "program", catalog: "catalog", config: "config" }),
);
write(
  "server/src/schema/generated/validators.d.ts",
  'import type { SchemaError } from "../check.ts";\ntype Validator = ((value: unknown) => boolean) & { errors?: readonly SchemaError[] | null };\nexport const program: Validator;\nexport const catalog: Validator;\nexport const config: Validator;\n',
);
write("server/src/schema/generated/shapes.json", `${JSON.stringify(shapesOf(schema))}\n`);
write("server/src/model/spec.ts", typesOf(schema));
write("server/src/rules/generated/pages.ts", pagesOf(path.join(root, "server/src/rules")));
write("docs/language.md", languagePage(schema));
write("client/snippets.json", await snippetsOf(root));
const rules = await loadRules(root);
write("docs/rules.md", rulesPage(rules));
write("README.md", readmeWithRules(read("README.md"), rules));

/** Files in a `generated` folder are not committed; the others are, and `--check` compares them. */
function write(file, text) {
  const target = path.join(root, file);
  let before;
  try {
    before = readFileSync(target, "utf8");
  } catch {
    before = undefined;
  }
  if (before === text) return;
  if (checking && !file.includes("/generated/")) stale.push(file);
  else {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

if (stale.length > 0) {
  console.error(`Not what the schemas say; run "npm run generate": ${stale.join(", ")}`);
  process.exit(1);
}
