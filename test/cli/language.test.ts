import assert from "node:assert/strict";
import path from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Translation } from "../../server/src/base/message.ts";
import { loadTranslation } from "../../server/src/host/load-translation.ts";
import { callCli, folderWith } from "../support/cli.ts";
import { markedLanguage, unmarked } from "../support/marked-language.ts";

const SAMPLE = "samples/field-service/early-call.training.yaml";

describe("the command line in another language", () => {
  let languages: Readonly<Record<string, Translation>> = {};

  before(async () => {
    const { shippedCatalog } = await import(pathToFileURL("scripts/messages/catalog.mjs").href);
    languages = { de: shippedCatalog(process.cwd(), "de"), qps: await markedLanguage() };
  });

  const COMMANDS: readonly (readonly string[])[] = [
    ["lint", "samples/broken/money-gaps.training.yaml", "samples/broken/waivers.training.yaml"],
    ["lint", "--format", "markdown", "samples/broken/shape.training.yaml"],
    ["lint", SAMPLE],
    ["lint", "--quiet", "nowhere"],
    ["forecast", SAMPLE],
    ["forecast", "--format", "markdown", SAMPLE],
    ["evaluate", SAMPLE],
    ["evaluate", "--format", "markdown", SAMPLE],
    ["portfolio", "samples/broken/portfolio-a.training.yaml", "samples/broken/portfolio-b.training.yaml"],
    ["report", SAMPLE],
    ["diff", "samples/broken/portfolio-a.training.yaml", "samples/broken/portfolio-b.training.yaml"],
    [
      "diff",
      "--format",
      "markdown",
      "samples/broken/portfolio-a.training.yaml",
      "samples/broken/portfolio-b.training.yaml",
    ],
    ["explain", "no-such-rule"],
    ["import", "nowhere.csv"],
  ];
  for (const command of COMMANDS) {
    test(`nothing of “${command.join(" ")}” is left in English`, async () => {
      const { stdout, stderr } = await callCli([...command, "--language", "qps"], { languages });
      const left = `${stdout}\n${stderr}`.split("\n").filter((line) => !FROM_THE_FILE.test(line));
      assert.deepEqual(
        left.flatMap((line) =>
          unmarked(line)
            .filter((part) => !NAMES.test(part))
            .map((part) => `${part}: ${line}`),
        ),
        [],
      );
    });
  }

  test("German by option, by the environment, and in machine formats", async () => {
    const file = "samples/broken/no-measurement.training.yaml";
    const words = /Dieses Programm hat keinen Messplan: `measurement` fehlt\./;
    const byOption = await callCli(["lint", "--language", "de", file], { languages });
    assert.match(byOption.stdout, words);
    const env = { TRAINING_SPEC_LANGUAGE: "de" };
    assert.equal((await callCli(["lint", file], { languages, env })).stdout, byOption.stdout);
    const { stdout } = await callCli(["lint", "--format", "json", file], { languages, env });
    assert.match(stdout, words);
    assert.match(stdout, /"rule":"missing-measurement"/);
    const english = await callCli(["lint", "--language=en", file], { languages, env });
    assert.match(english.stdout, /This program has no measurement plan/);
  });

  test("the language of the system does not count, and an unknown one is said", async () => {
    const env = { LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" };
    const { stdout } = await callCli(["lint", "samples/broken/no-measurement.training.yaml"], { languages, env });
    assert.match(stdout, /This program has no measurement plan/);
    const { exit, stderr } = await callCli(["lint", "--language", "tlh"], { languages });
    assert.deepEqual(
      [exit, stderr],
      [2, "problem: There are no texts in the language `tlh`. `training-spec lint --help` shows what there is.\n"],
    );
  });

  test("catalogs are found by language, with or without a region; a broken one is none", () => {
    const folder = folderWith({ "messages.de.json": JSON.stringify(languages.de), "messages.fr.json": "{" });
    assert.equal(loadTranslation(folder, "de_AT.UTF-8")?.locale, "de");
    assert.equal(loadTranslation(folder, "DE")?.decimal, ",");
    for (const locale of ["en", "fr", "it-IT", "../de", ""]) assert.equal(loadTranslation(folder, locale), undefined);
    assert.equal(loadTranslation(path.join(folder, "nowhere"), "de"), undefined);
  });
});

/** A frame shows lines of the file, and marks in comments are no words. */
const FROM_THE_FILE = /^\s*(\d+ )?\s*[|│]|^<!--|^```|^\s+(classDef|class|subgraph|linkStyle|[nc]\d)|^flowchart/;
/** Methods of statistics have their names in every language. */
const NAMES = /^(welch t|newcombe|pooled z|z|bcr|roi|p\d+|training spec|ids?|training-spec .*|explain .*)$/;
