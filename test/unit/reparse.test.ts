import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node } from "../../server/src/syntax/node.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import { reparse } from "../../server/src/syntax/reparse.ts";
import type { SyntaxTree } from "../../server/src/syntax/tree.ts";
import { knownTexts } from "../support/differential.ts";
import { Random } from "../support/mutate.ts";
import { typing } from "../support/typing.ts";
import { WHOLE_PROGRAM } from "../support/whole-program.ts";

const URI = "file:///w/spec.training.yaml";
/** More on demand: `EDITS=1000 SEED=2 node test/run.mjs unit/reparse`, then over all texts. */
const EDITS = Number(process.env.EDITS ?? 0);
const all = [...knownTexts()].filter(([name]) => !/^\w{4} \d+$/.test(name));
const texts = EDITS > 0 ? all : all.filter(([name]) => !name.includes("broken/"));

test("a text read again after an edit reads as it does when it is read afresh", () => {
  let local = 0;
  let edits = 0;
  for (const [name, text] of texts) {
    const random = new Random(name.length + Number(process.env.SEED ?? 0));
    let tree = reparse(parse(URI, text), text);
    for (const edited of typing(text, EDITS || 8, random)) {
      const before = tree;
      tree = reparse(tree, edited);
      edits++;
      if (tree.blocks && before.blocks && sharedSections(before, tree) > 0) local++;
      const afresh = plainTree(parse(URI, edited));
      const again = plainTree(tree);
      if (again !== afresh)
        assert.fail(`${name}: ${JSON.stringify(difference(before.text, edited))}\n${firstDifference(afresh, again)}`);
    }
  }
  assert.ok(local > edits / 4, `${local} of ${edits} edits left sections as they were`);
});

test("an edit in one entry leaves the nodes of all others", () => {
  const before = reparse(parse(URI, WHOLE_PROGRAM), WHOLE_PROGRAM);
  const at = WHOLE_PROGRAM.indexOf("\nbehaviors:");
  const inside = WHOLE_PROGRAM.indexOf("does: ", at) + "does: ".length;
  const after = reparse(before, `${WHOLE_PROGRAM.slice(0, inside)}X${WHOLE_PROGRAM.slice(inside)}`);
  assert.equal(sharedSections(before, after), (before.blocks?.sections.length ?? 0) - 1);
});

test("a word typed in the last entry of a section leaves its neighbors", () => {
  const text =
    "version: 1\nmetrics:\n  a: { unit: s }\n  b:\n    unit: s # of a clock\n    baseline: { n: 12 }\nmoney: {}\n";
  const before = reparse(parse(URI, text), text);
  const entries = ({ root }: SyntaxTree) => {
    const value = root?.kind === "map" ? root.pairs[1]?.value : undefined;
    return value?.kind === "map" ? value.pairs : [];
  };
  for (const [word, typed] of [
    ["unit: s #", "unit: sec of #"],
    ["n: 12", "n: 12a"],
    ["n: 12", "n: 1"],
  ] as const) {
    const edited = text.replace(word, typed);
    const after = reparse(before, edited);
    assert.equal(entries(after)[0], entries(before)[0]);
    assert.notEqual(entries(after)[1], entries(before)[1]);
    assert.equal(plainTree(after), plainTree(parse(URI, edited)));
  }
});

function sharedSections(before: SyntaxTree, after: SyntaxTree): number {
  const known = new Set(before.blocks?.sections);
  return after.blocks?.sections.filter((section) => known.has(section)).length ?? 0;
}

/** All that a tree says, with places as offsets of the text. */
function plainTree(tree: SyntaxTree): string {
  const lines: string[] = [];
  const add = (node: Node | undefined, label: string): void => {
    if (!node) return void lines.push(`${label} –`);
    const { start, end } = tree.offsetOf(node);
    if (node.kind === "scalar") lines.push(`${label} ${start}-${end} ${node.style} ${JSON.stringify(node.value)}`);
    else lines.push(`${label} ${start}-${end} ${node.kind} ${node.flow}`);
    if (node.kind === "list") for (const item of node.items) add(item, "-");
    if (node.kind !== "map") return;
    for (const pair of node.pairs) {
      add(pair.key, "key");
      add(pair.value, "value");
    }
  };
  add(tree.root, "root");
  for (const comment of tree.comments) lines.push(`# ${tree.offsetOf(comment).start}-${tree.offsetOf(comment).end}`);
  for (const { rule, span } of tree.problems) lines.push(`${rule} ${tree.offsetOf(span).start}`);
  lines.push(JSON.stringify([tree.broken.all, ...tree.broken.keys]));
  for (let line = 0; line < tree.lines.lineCount; line++) lines.push(`${tree.lines.lineStart(line)}`);
  return lines.join("\n");
}

function firstDifference(one: string, other: string): string {
  const [a, b] = [one.split("\n"), other.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `afresh ${a[at]}\nagain  ${b[at]}`;
}

function difference(before: string, after: string): { at: number; before: string; after: string } {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  return { at, before: before.slice(at - 40, at + 40), after: after.slice(at - 40, at + 40) };
}
