import assert from "node:assert/strict";
import path from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { formatNumber, render, say } from "../../server/src/base/message.ts";
import { folderWith } from "../support/cli.ts";

interface Problem {
  readonly kind: string;
  readonly key: string;
  readonly words?: string;
}

describe("catalogs are held against the English texts", () => {
  let problemsOf: (root: string, language: string) => readonly Problem[];
  let shippedCatalog: (root: string, language: string) => { readonly texts: Readonly<Record<string, string>> };

  before(async () => {
    const module = await import(pathToFileURL(path.resolve("scripts/messages/catalog.mjs")).href);
    ({ problemsOf, shippedCatalog } = module);
  });

  /** A repository with a few texts and a catalog of them. */
  const repository = (german: object, more: Readonly<Record<string, string>> = {}): string =>
    folderWith({
      "server/src/rules/money/a.ts":
        "export const a = [say`${code(id)} has no ${code(key)}.`, say`Write ${value}, and a day.`, say`${a} · ${b}`];",
      "server/src/rules/money/b.ts": 'defineRule({ summary: "Two words." });',
      "server/src/library/metrics.json": "{}",
      "schemas/training-spec.schema.json": JSON.stringify({
        properties: { title: { title: "Title", description: "What it is. Keep `id` short." } },
      }),
      "client/src/a.ts": 'l10n.t("Open {0}", name);',
      "server/messages/de/money.json": JSON.stringify(german),
      ...more,
    });
  const GERMAN = {
    "{0} has no {1}.": "Bei {0} fehlt {1}.",
    "Write {0}, and a day.": "Schreiben Sie {0} und einen Tag.",
    "Two words.": "Zwei Wörter.",
    Title: "Titel",
    "What it is. Keep `id` short.": "Was es ist. Halten Sie `id` kurz.",
  };
  const CLIENT = { "l10n/bundle.l10n.de.json": '{ "Open {0}": "{0} öffnen" }' };
  const said = (root: string) => problemsOf(root, "de").map(({ kind, key, words }) => `${words ?? kind}: ${key}`);

  test("nothing is said of a complete one; texts without words need no translation", () => {
    assert.deepEqual(said(repository(GERMAN, CLIENT)), []);
  });

  test("what is missing and what nobody needs is said, of engine, extension and manifest", () => {
    const { Title: _, ...rest } = GERMAN;
    const root = repository(
      { ...rest, Old: "Alt" },
      { "package.nls.json": '{ "a": "Open Preview" }', "package.nls.de.json": '{ "b": "Vorschau" }' },
    );
    assert.deepEqual(said(root), ["missing: Title", "unused: Old", "missing: Open {0}", "missing: a", "unused: b"]);
  });

  test("what can be seen to be wrong is said", () => {
    const wrong = (key: string, text: string) => said(repository({ ...GERMAN, [key]: text }, CLIENT));
    assert.deepEqual(wrong("{0} has no {1}.", "{0} fehlt."), [
      "has other places for values ({0}, {1} …): {0} has no {1}.",
    ]);
    assert.deepEqual(wrong("{0} has no {1}.", "Bei {1} fehlt {0}"), [
      "ends like a sentence in one language only: {0} has no {1}.",
    ]);
    assert.deepEqual(wrong("What it is. Keep `id` short.", "Was es ist. Kurz."), [
      "names other things in backticks: What it is. Keep `id` short.",
    ]);
    assert.deepEqual(wrong("Two words.", "Two words."), ["is still English: Two words."]);
    assert.deepEqual(wrong("Write {0}, and a day.", "Write {0}, and einen Tag."), [
      "is still English: Write {0}, and a day.",
    ]);
    assert.deepEqual(wrong("Title", " Titel"), ["begins or ends with other spaces: Title"]);
  });

  test("what is shipped has the first sentences of descriptions, too", () => {
    assert.equal(shippedCatalog(repository(GERMAN, CLIENT), "de").texts["What it is."], "Was es ist.");
  });
});

test("a translation puts values where it wants them, and numbers as its language writes them", () => {
  const german = { locale: "de", decimal: ",", texts: { "{0} of {1}": "von {1}: {0}", "{0} points": "{0} Punkte" } };
  assert.equal(render(say`${say`${1.5} points`} of ${12345.6}`, german), "von 12.345,6: 1,5 Punkte");
  assert.equal(render(say`${0.25} as it is`, german), "0,25 as it is");
  assert.equal(formatNumber(-12345.678, ","), "-12.345,678");
});
