// The text of a module that imports the page of every rule, for those who ask for one.
import { readdirSync } from "node:fs";
import path from "node:path";

/** `rules` is the folder of the families; the module stands in `rules/generated/`. */
export function pagesOf(rules) {
  const pages = readdirSync(rules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(path.join(rules, name)).map((file) => ({ family: name, file })))
    .filter(({ file }) => file.endsWith(".md"))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const imports = pages.map(({ family, file }, index) => `import page${index} from "../${family}/${file}";`);
  const entries = pages.map(({ file }, index) => `  ["${path.basename(file, ".md")}", page${index}],`);
  return [
    "// Generated from the pages of the rules by `npm run generate`.",
    '/// <reference path="../markdown.d.ts" />',
    ...imports,
    "",
    "export const PAGES: ReadonlyMap<string, string> = new Map([",
    ...entries,
    "]);",
    "",
  ].join("\n");
}
