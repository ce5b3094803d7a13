import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Translation } from "../../server/src/base/message.ts";

/** A language that is English in ⟦marks⟧, around all but the values, so that what was not translated can be told. */
export async function markedLanguage(): Promise<Translation> {
  const { engineTexts, firstSentence } = await import(pathToFileURL("scripts/messages/source-texts.mjs").href);
  const keys: string[] = [...engineTexts(process.cwd()).keys()];
  const texts = [...keys, ...keys.map((key) => firstSentence(key))].map((key) => [
    key,
    key.replace(/(?<=^|\})(?!$|\{\d+\}).+?(?=\{\d+\}|$)/gs, "⟦$&⟧"),
  ]);
  return { locale: "qps", decimal: ",", texts: Object.fromEntries(texts) };
}

/** The parts of a text that stand outside of marks and of code, and that nobody has written into a sample. */
export function unmarked(text: string): string[] {
  let outside = "";
  let depth = 0;
  for (const sign of text) {
    if (sign === "⟦") depth++;
    else if (sign === "⟧") {
      depth--;
      outside += "\n";
    } else if (depth === 0) outside += sign;
  }
  return outside
    .replace(/`[^`]*`|https?:\S+|<[^>]*>|\b[A-Z]{3}\b(?= -?\d)/g, "\n")
    .split(/[\n*_()[\]·;|→…+−×÷=<>/]|: |, |\. | {2,}| -?\d[\d.,]*/)
    .map((part) => part.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").toLowerCase())
    .filter((part) => /\p{L}{2}/u.test(part) && !NAMES.has(part) && !WRITTEN.includes(part));
}

/** Words of the language: keys and values that the schema names. */
const NAMES = new Set(
  [
    ...readFileSync("schemas/training-spec.schema.json", "utf8").matchAll(/"enum": \[([^\]]*)\]|"([a-z-]+)": \{/g),
  ].flatMap(([, values, key]) => (key === undefined ? ((values ?? "").match(/[a-z-]+/g) ?? []) : [key])),
);

/** What stands in samples, in the library (which is English in every language), and in names. */
const WRITTEN = [
  ...readdirSync("samples", { recursive: true })
    .map((file) => path.join("samples", String(file)))
    .filter((file) => /\.(yaml|csv)$/.test(file)),
  "server/src/library/metrics.json",
  "server/src/library/sources.json",
]
  .map((file) => `${file}\n${readFileSync(file, "utf8")}`)
  .map((text) => `${text}\n${text.replaceAll("-", " ")}`)
  .join("\n")
  .replace(/\s+/g, " ")
  .toLowerCase();
