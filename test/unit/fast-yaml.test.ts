import assert from "node:assert/strict";
import { test } from "node:test";
import { comparison, fuzz, knownTexts } from "../support/differential.ts";

const texts = knownTexts();

test("every sample, fixture and case of the YAML test suite reads as the yaml package reads it, or is left to it", () => {
  for (const [name, text] of texts) {
    const forms = [
      text,
      text.replace(/\r?\n/g, "\r\n"),
      ...(text.length < 1000 ? [`\ufeff${text}`, text.trimEnd()] : []),
    ];
    for (const form of forms) assert.notEqual(comparison(form), "different", name);
  }
});

test("changed texts, too", () => {
  assert.deepEqual(fuzz(1200, 7).differences, []);
});

test("every text without a slip is taken", () => {
  const clean = [...texts].filter(([name]) => name.startsWith("samples/") && !name.includes("/broken/"));
  const names = ["a whole program", "every form", ...clean.map(([name]) => name)];
  assert.ok(names.length > 8);
  assert.deepEqual(
    names.filter((name) => comparison(texts.get(name) ?? "") === "declined"),
    [],
  );
});
