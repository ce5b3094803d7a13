import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import picomatch from "picomatch";
import { parse } from "yaml";

// What SchemaStore asks of a schema: its CONTRIBUTING.md, and the checks that its `cli.js` runs.
const SRC = "build/schemastore/src";
const ENTRIES = JSON.parse(readFileSync("build/schemastore/catalog-entries.json", "utf8"));
const NAMES = readdirSync(path.join(SRC, "schemas/json")).map((file) => path.basename(file, ".json"));

describe("what is sent to SchemaStore", () => {
  test("has an entry in the catalog for each schema, and a schema for each entry", () => {
    const urls = NAMES.map((name) => `https://www.schemastore.org/${name}.json`);
    assert.deepEqual(ENTRIES.map(({ url }: { url: string }) => url).sort(), urls.sort());
    for (const { name, description, fileMatch } of ENTRIES) {
      assert.ok(name && description && fileMatch.length > 0);
      assert.doesNotMatch(description, /schema|\.$/i);
    }
  });

  test("is looked up for our files and no others", () => {
    const [spec, config] = ENTRIES.map(({ fileMatch }: { fileMatch: string[] }) => picomatch(fileMatch));
    assert.ok(spec("save.training.yaml") && spec("save.training.yml") && config("training-spec.config.yaml"));
    assert.ok(!spec("training.yaml") && !spec("training-spec.config.yaml") && !config("save.training.yaml"));
  });

  for (const name of NAMES) {
    test(`${name}: draft-07, named as it is served, without keywords of ours, fit for ajv's strict mode`, () => {
      const text = readFileSync(path.join(SRC, `schemas/json/${name}.json`), "utf8");
      const schema = JSON.parse(text);
      assert.equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
      assert.equal(schema.$id, `https://www.schemastore.org/${name}.json`);
      assert.ok(schema.title && schema.description);
      assert.doesNotMatch(text, /"x-[a-z-]+":|\$defs/);
      // Nobody is to find a title or a description that ends with a colon.
      assert.doesNotMatch(text, /"(?:description|title)": ".*?:"/);
      const ajv = new Ajv({ strict: true, allErrors: true });
      ajv.addKeyword("enumDescriptions");
      const validate = ajv.compile(schema);
      for (const [folder, expected] of [
        ["test", true],
        ["negative_test", false],
      ] as const) {
        const files = readdirSync(path.join(SRC, folder, name));
        assert.ok(files.length > 0);
        for (const file of files) {
          const test = readFileSync(path.join(SRC, folder, name, file), "utf8");
          assert.equal(test.split("\n")[0], `# yaml-language-server: $schema=../../schemas/json/${name}.json`);
          assert.equal(validate(parse(test)), expected, file);
        }
      }
    });

    test(`${name}: says of every sample what the schema of the product says`, () => {
      const ours = JSON.parse(readFileSync("schemas/training-spec.schema.json", "utf8"));
      const source = name === "training-spec" ? ours : { ...ours.$defs.config, $defs: ours.$defs };
      const before = new Ajv2020({ strict: false }).compile(source);
      const sent = new Ajv({ strict: false }).compile(readJson(`schemas/json/${name}.json`));
      const samples = readdirSync("samples", { recursive: true, encoding: "utf8" }).filter((file) =>
        file.endsWith(".yaml"),
      );
      const verdicts = samples.map((file) => {
        const value = parse(readFileSync(path.join("samples", file), "utf8"), { logLevel: "silent", strict: false });
        return [before(value), sent(value)];
      });
      assert.ok(verdicts.some(([was]) => was) && verdicts.some(([was]) => !was));
      assert.deepEqual(
        verdicts.map(([, is]) => is),
        verdicts.map(([was]) => was),
      );
    });
  }
});

function readJson(file: string) {
  return JSON.parse(readFileSync(path.join(SRC, file), "utf8"));
}
