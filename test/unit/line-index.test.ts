import assert from "node:assert/strict";
import { test } from "node:test";
import { LineIndex, lastAtMost } from "../../server/src/base/line-index.ts";

test("LF, CRLF and a lone CR end a line, and two of them are two", () => {
  assert.equal(new LineIndex("").lineCount, 1);
  assert.equal(new LineIndex("a\nb").lineCount, 2);
  assert.equal(new LineIndex("a\r\nb\r\n").lineCount, 3);
  assert.equal(new LineIndex("a\rb").lineCount, 2);
  assert.equal(new LineIndex("\n\r\n\r").lineCount, 4);
});

test("a line is its text without the break", () => {
  const lines = new LineIndex("one\r\ntwo\rthree");
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => lines.lineText(line)),
    ["one", "two", "three", ""],
  );
});

test("characters count UTF-16 units", () => {
  assert.deepEqual(new LineIndex("😀x").positionAt(2), { line: 0, character: 2 });
});

test("what lies outside is moved to the nearest end", () => {
  const lines = new LineIndex("ab\ncd");
  assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
  assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
  assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
  assert.equal(lines.offsetAt({ line: 99, character: 0 }), 5);
  assert.equal(lines.offsetAt({ line: -1, character: 0 }), 0);
});

test("lastAtMost finds the last number that is not above the limit", () => {
  assert.deepEqual(
    [0, 4, 5, 9, 99].map((limit) => lastAtMost([0, 5, 9], limit)),
    [0, 0, 1, 2, 2],
  );
});
