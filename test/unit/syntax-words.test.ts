import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const FOLDERS = ["server/src/syntax", "server/src/schema"];

test("no text for people speaks like a schema", () => {
  let texts = 0;
  for (const folder of FOLDERS) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
      const source = readFileSync(path.join(folder, file), "utf8");
      for (const match of source.matchAll(/say`((?:[^`\\]|\\.)*)`/g)) {
        const words = (match[1] ?? "").replace(/\$\{[^}]*\}/g, "");
        texts++;
        assert.doesNotMatch(
          words,
          /must match|oneOf|anyOf|additional propert|\bobjects?\b|\barrays?\b|\bstrings?\b|\bscalar|\bnull\b|\binvalid\b/i,
          file,
        );
      }
    }
  }
  assert.ok(texts > 80, `only ${texts} texts were found`);
});
