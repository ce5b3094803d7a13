// Holds the translations against the English texts (docs/translating.md).
//   npm run messages                 what is missing or wrong, by file
//   npm run messages -- --check      nothing but that, and exit code 1 when there is anything
//   npm run messages -- --add FILE   takes translations, { "English": "…" }, into the files of their areas
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { areaOf, LANGUAGES, problemsOf, readCatalog } from "./messages/catalog.mjs";
import { engineTexts } from "./messages/source-texts.mjs";

const root = path.resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);

if (args[0] === "--add") add(args[1], args[2] ?? "de");
else report();

function report() {
  let count = 0;
  for (const language of Object.keys(LANGUAGES)) {
    const problems = problemsOf(root, language);
    count += problems.length;
    for (const { kind, file, key, words } of problems)
      console.error(`${file}: ${words ?? kind}: ${JSON.stringify(key)}`);
    if (problems.length === 0 && !args.includes("--check")) console.log(`${language}: complete.`);
  }
  if (count === 0) return;
  console.error(
    `\n${count} texts. Add what is missing to the file that is named, as "English": "translation", and take away what is unused (docs/translating.md).`,
  );
  process.exitCode = 1;
}

/** Every text goes to the area of the first file that says it; what no file says any more is taken away. */
function add(file, language) {
  const texts = engineTexts(root);
  const merged = new Map([...readCatalog(root, language).found].map(([key, { text }]) => [key, text]));
  for (const [key, text] of Object.entries(JSON.parse(readFileSync(file, "utf8")))) merged.set(key, text);
  const areas = new Map();
  for (const [key, files] of texts) {
    if (!merged.has(key)) continue;
    const area = areaOf(files[0]);
    areas.set(area, { ...areas.get(area), [key]: merged.get(key) });
  }
  const folder = path.join(root, "server/messages", language);
  // An area that says nothing any more leaves no file.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [area, content] of areas)
    writeFileSync(path.join(folder, `${area}.json`), `${JSON.stringify(content, null, 2)}\n`);
}
