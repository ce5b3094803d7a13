import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_TEXT_LENGTH } from "../../server/src/syntax/max-text-length.ts";
import { pairOf, toPlainValue } from "../../server/src/syntax/node.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import { some } from "../support/effort.ts";

const HEADER = "version: 1\nkind: program\n";
const read = (text: string) => parse("file:///a.training.yaml", text);
const plain = (text: string) => JSON.parse(JSON.stringify(toPlainValue(read(text).root)));
const rules = (text: string) => [...new Set(read(text).problems.map(({ rule }) => rule))];
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("");

test("a mark of byte order, CRLF, CR alone and a missing last line break are fine", () => {
  for (const text of ["\ufeffa: 1\nb: x\n", "a: 1\r\nb: x\r\n", "a: 1\rb: x\r", "a: 1\nb: x", "---\na: 1\nb: x\n"]) {
    assert.deepEqual(plain(text), { a: 1, b: "x" }, JSON.stringify(text));
    assert.deepEqual(read(text).problems, []);
    const { root } = read(text);
    const key = root?.kind === "map" ? pairOf(root, "b")?.key : undefined;
    assert.equal(key && text.slice(key.start, key.end), "b");
  }
});

test("broken lines are found in every kind of line end", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = ["version: 1", "title: a: b", "need:", "\tgoal: x", ""].join(end);
    const tree = read(text);
    assert.deepEqual(
      tree.problems.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
      [
        ["unquoted-colon", "a: b"],
        ["tab-indentation", "\t"],
      ],
    );
    assert.deepEqual(plain(text), { version: 1, title: "a: b", need: { goal: "x" } });
  }
});

test("what is mended without doubt leaves nothing in doubt, the rest does", () => {
  assert.deepEqual([...read(`${HEADER}title: a: b\n`).broken.keys], []);
  assert.deepEqual([...read(`${HEADER}title: "a\n`).broken.keys], ["title"]);
  assert.equal(read(`${HEADER}---\ntitle: a\n`).broken.all, true);
});

test("aliases stand for what they point to, up to a bound", () => {
  assert.deepEqual(plain("a: &x { b: 1 }\nc: *x\nd: { <<: *x, b: 2 }\n"), { a: { b: 1 }, c: { b: 1 }, d: { b: 2 } });
  const bomb = `a0: &a0 [${"x, ".repeat(9)}x]\n${many(30, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]\n`)}`;
  assert.deepEqual(rules(bomb), ["anchor-or-alias"]);
  assert.ok(JSON.stringify(plain(bomb)).length < 200_000);
});

test("what is too long, too deep or too often wrong is bounded", () => {
  const texts: Readonly<Record<string, readonly [string, string]>> = {
    "too long": ["x".repeat(MAX_TEXT_LENGTH + 1), "oversized-file"],
    brackets: [`${HEADER}need: ${"[".repeat(100_000)}`, "deep-nesting"],
    "closed brackets": [`${HEADER}need: ${"[".repeat(10_000)}${"]".repeat(10_000)}`, "deep-nesting"],
    braces: [`${HEADER}need: ${"{a: ".repeat(100_000)}`, "deep-nesting"],
    dashes: [`${HEADER}need:\n${"- ".repeat(50_000)}a`, "deep-nesting"],
    lines: [HEADER + many(1000, (i) => `${" ".repeat(i)}a:\n`), "deep-nesting"],
    "keys twice": [HEADER + "title: a\n".repeat(20_000), "duplicate-key"],
    tabs: [`${HEADER}need:\n${many(20_000, (i) => `\ta${i}: b\n`)}`, "tab-indentation"],
    aliases: [`${HEADER}a: &a b\nc:\n${"  - *a\n".repeat(10_000)}`, "anchor-or-alias"],
    colons: [HEADER + many(5000, (i) => `a${i}: b: c: d\n`), "unquoted-colon"],
    spaces: [`${HEADER}title: a${" ".repeat(900_000)}b: c\n`, "unquoted-colon"],
    "one quote": [`${HEADER}title: "${"a 'b' ".repeat(100_000)}\n`, "unclosed-quote"],
    damaged: ["\0".repeat(500_000), "unreadable-text"],
  };
  for (const [name, [text, rule]] of some(Object.entries(texts), 4)) {
    const start = performance.now();
    assert.deepEqual(rules(text), [rule], name);
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds < 30, `${name} took ${seconds.toFixed(1)} s`);
  }
});

test("a conflict of versions keeps every character in its place", () => {
  const text = `${HEADER}<<<<<<< a\ntitle: A\n||||||| b\ntitle: B\n=======\ntitle: C\n>>>>>>> c\nlaunch: 2027-02-01\n`;
  assert.deepEqual(plain(text), { version: 1, kind: "program", title: "A", launch: "2027-02-01" });
  assert.deepEqual(rules(text), ["merge-conflict"]);
});
