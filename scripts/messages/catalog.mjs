// The catalogs of a language: read from their areas, held against the English texts, made into what is shipped.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { clientTexts, engineTexts, firstSentence } from "./source-texts.mjs";

/** How each language writes numbers. */
export const LANGUAGES = { de: { decimal: "," } };

/** What is called the same in every language. */
const NAMES = /Training Spec|ROI|BCR|AR\(1\)|P\d\d/g;
const ENGLISH = / (the|and|of|is|are|with|for|that|this|its|has|have|not|from|which|what) /i;

/** The area that a text belongs to: the name of its file of translations. */
export function areaOf(file) {
  const [top, , folder, inner] = file.split("/");
  if (top !== "server") return "schema";
  return folder === "rules" && inner?.includes(".") === false ? `rules-${inner}` : folder;
}

/** All that a language says, and in which file: English → { text, file }. */
export function readCatalog(root, language) {
  const folder = path.join(root, "server/messages", language);
  const found = new Map();
  const problems = [];
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const file = `server/messages/${language}/${name}`;
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(path.join(root, file), "utf8")))) {
      if (found.has(key)) problems.push(`${file}: “${key}” stands in ${found.get(key).file}, too`);
      found.set(key, { text, file });
    }
  }
  return { found, problems };
}

/** What the doors load: `Translation` of `base/message.ts`. */
export function shippedCatalog(root, language) {
  const texts = {};
  for (const [key, { text }] of readCatalog(root, language).found) {
    texts[key] = text;
    // Findings show the first sentence of a description.
    if (firstSentence(key) !== key) texts[firstSentence(key)] ??= firstSentence(text);
  }
  return { locale: language, ...LANGUAGES[language], texts };
}

/** Everything that is wrong with a language: each as { kind, area, key, words }. */
export function problemsOf(root, language) {
  const engine = engineTexts(root);
  const { found, problems } = readCatalog(root, language);
  const client = readJson(root, `l10n/bundle.l10n.${language}.json`);
  const manifest = readJson(root, "package.nls.json");
  const wanted = [
    ...compare(engine, found, (key) => `server/messages/${language}/${areaOf(engine.get(key)[0])}.json`),
    ...compare(clientTexts(root), inFile(client, `l10n/bundle.l10n.${language}.json`)),
    ...compareManifest(manifest, readJson(root, `package.nls.${language}.json`), `package.nls.${language}.json`),
  ];
  return [...problems.map((words) => ({ kind: "twice", file: "", key: "", words })), ...wanted];
}

function compare(texts, found, fileOf = () => "l10n") {
  return [
    ...[...texts.keys()].filter((key) => !found.has(key)).map((key) => ({ kind: "missing", file: fileOf(key), key })),
    ...[...found].filter(([key]) => !texts.has(key)).map(([key, { file }]) => ({ kind: "unused", file, key })),
    ...[...found].filter(([key]) => texts.has(key)).flatMap(([key, { text, file }]) => wrong(key, text, file)),
  ];
}

function compareManifest(english, other, file) {
  const keys = new Set([...Object.keys(english), ...Object.keys(other)]);
  return [...keys].flatMap((key) => {
    if (english[key] === undefined) return [{ kind: "unused", file, key }];
    if (other[key] === undefined) return [{ kind: "missing", file, key }];
    return wrong(english[key], other[key], file);
  });
}

/** What can be seen without knowing the language. */
function wrong(key, text, file) {
  const words = [
    differ(key, text, /\{\d+\}/g) && "has other places for values ({0}, {1} …)",
    differ(key, text, /`[^`]*`/g) && "names other things in backticks",
    differ(key, text, /\]\([^)]*\)/g) && "links to other places",
    outer(key) !== outer(text) && "begins or ends with other spaces",
    /[.!?]$/.test(key) !== /[.!?]$/.test(text) && "ends like a sentence in one language only",
    isEnglish(key, text) && "is still English",
  ].filter(Boolean);
  return words.map((each) => ({ kind: "wrong", file, key, words: each }));
}

function differ(key, text, pattern) {
  const parts = (from) => [...new Set(from.match(pattern) ?? [])].sort().join("\n");
  return parts(key) !== parts(text);
}

function outer(text) {
  return `${/^\s*/.exec(text)}|${/\s*$/.exec(text)}`;
}

function isEnglish(key, text) {
  const bare = text.replace(/`[^`]*`|\{\d+\}/g, "").replace(NAMES, "");
  const words = bare.match(/\p{L}{2,}/gu) ?? [];
  return (key === text && words.length > 1) || ENGLISH.test(` ${bare} `);
}

function inFile(texts, file) {
  return new Map(Object.entries(texts).map(([key, text]) => [key, { text, file }]));
}

function readJson(root, file) {
  const whole = path.join(root, file);
  return existsSync(whole) ? JSON.parse(readFileSync(whole, "utf8")) : {};
}
