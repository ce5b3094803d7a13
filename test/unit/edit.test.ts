import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, withoutPlaces } from "../../server/src/base/edit.ts";

test("edits are applied in the order of the text, whatever order they come in", () => {
  const edits = [
    { start: 4, end: 5, text: "E" },
    { start: 0, end: 1, text: "A" },
  ];
  assert.equal(applyEdits("abcde", edits), "AbcdE");
});

test("insertions at one place keep their order", () => {
  const edits = [
    { start: 1, end: 1, text: "x" },
    { start: 1, end: 1, text: "y" },
  ];
  assert.equal(applyEdits("ab", edits), "axyb");
});

test("of two edits that overlap the later one in the text is left out", () => {
  const edits = [
    { start: 0, end: 3, text: "-" },
    { start: 2, end: 4, text: "+" },
  ];
  assert.equal(applyEdits("abcde", edits), "-de");
});

test("places to fill in become their words", () => {
  assert.equal(
    withoutPlaces({ text: "{ value: ${1}, by: ${2:2027-02-01} }", snippet: true }),
    "{ value: , by: 2027-02-01 }",
  );
  assert.equal(withoutPlaces({ text: "a \\$ b", snippet: true }), "a $ b");
  assert.equal(withoutPlaces({ text: "${1}" }), "${1}");
});
