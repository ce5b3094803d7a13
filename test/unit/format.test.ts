import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { applyEdits } from "../../server/src/base/edit.ts";
import { format } from "../../server/src/features/format.ts";
import { toPlainValue } from "../../server/src/syntax/node.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const URI = "file:///w/spec.training.yaml";

function formatted(text: string): string {
  const workspace = new Workspace();
  workspace.set(URI, text);
  return applyEdits(text, format(workspace.snapshot(0), URI));
}

/** What must not change: values and comments, in order. */
function meaningOf(text: string): string {
  const tree = parse(URI, text);
  const comments = tree.comments.map((comment) => tree.text.slice(comment.start, comment.end).trimEnd());
  return JSON.stringify([toPlainValue(tree.root), comments]);
}

const samples = readdirSync("samples", { recursive: true })
  .map((file) => path.join("samples", String(file)))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

test("mends indentation, spaces and empty lines, and keeps the rest", () => {
  const text = `version:   1
kind: program   

# about need


need:
    problem: |
        First line
          indented

        last
    causes:
    - type: skill
      # why
      finding: They  do  not
      evidence: >-
         folded
         text
    # end of need
owners: {learning: a,   business: b}`;
  assert.equal(
    formatted(text),
    `version: 1
kind: program

# about need

need:
  problem: |
      First line
        indented

      last
  causes:
    - type: skill
      # why
      finding: They  do  not
      evidence: >-
         folded
         text
    # end of need
owners: {learning: a,   business: b}
`,
  );
});

test("changes nothing that cannot be read", () => {
  const text = "version: 1\nneed:\n\tproblem: x\n";
  assert.equal(formatted(text), text);
});

for (const { file, text } of samples) {
  test(`keeps the meaning of ${file}, and formats it once`, () => {
    const once = formatted(text);
    assert.equal(meaningOf(once), meaningOf(text));
    assert.equal(formatted(once), once);
  });
}

test("keeps values and comments of texts that are indented in other ways", () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  let compared = 0;
  for (let round = 0; round < 100; round++) {
    const { text } = samples[random(samples.length)] ?? { text: "" };
    const lines = text.split("\n");
    const width = 1 + random(5);
    const wide = lines.map((line) => line.replace(/^( {2})+/, (spaces) => " ".repeat((spaces.length / 2) * width)));
    for (let change = random(4); change > 0; change--) wide.splice(random(wide.length), 1, "", "  # a remark", "");
    const changed = wide.join(random(2) === 0 ? "\n" : "\r\n");
    if (parse(URI, changed).problems.some(({ fatal }) => fatal)) continue;
    compared++;
    const once = formatted(changed);
    assert.ok(meaningOf(once) === meaningOf(changed), `round ${round}: other meaning`);
    assert.ok(formatted(once) === once, `round ${round}: formatted twice, other text`);
  }
  assert.ok(compared > 40, `only ${compared} texts could be compared`);
});
