import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { applyEdits, withoutPlaces } from "../../server/src/base/edit.ts";
import { render } from "../../server/src/base/message.ts";
import type { Stretch } from "../../server/src/base/span.ts";
import { completion } from "../../server/src/features/completion.ts";
import { format } from "../../server/src/features/format.ts";
import { hover } from "../../server/src/features/hover.ts";
import { refactorings } from "../../server/src/features/refactorings.ts";
import { rename } from "../../server/src/features/rename.ts";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import { toPlainValue } from "../../server/src/syntax/node.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import type { SyntaxTree } from "../../server/src/syntax/tree.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { Random } from "../support/mutate.ts";
import { textsAfter } from "../support/refactoring.ts";
import { typing } from "../support/typing.ts";

/** More on demand, then on the broken samples too: `EDITS=1000 SEED=2 node test/run.mjs unit/typing-features`. */
const EDITS = Number(process.env.EDITS ?? 0);
const SEED = Number(process.env.SEED ?? 0);
const FOLDER = "file:///samples/";
const names = readdirSync("samples", { recursive: true })
  .map((name) => String(name).replaceAll("\\", "/"))
  .filter((name) => /\.(yaml|csv)$/.test(name));
const edited = names.filter((name) => name.endsWith(".training.yaml") && (EDITS > 0 || !name.startsWith("broken/")));

for (const name of edited) {
  test(`${name}: nothing breaks or gets lost while somebody types`, () => {
    const workspace = new Workspace();
    for (const each of names) {
      if (each.startsWith("broken/") === name.startsWith("broken/") || each.startsWith("company"))
        workspace.set(FOLDER + each, readFileSync(`samples/${each}`, "utf8"));
    }
    const uri = FOLDER + name;
    const random = new Random(name.length + SEED);
    let edits = 0;
    for (const text of typing(readFileSync(`samples/${name}`, "utf8"), EDITS || 5, random)) {
      workspace.set(uri, text);
      const snapshot = workspace.snapshot(20_779);
      const tree = snapshot.files.get(uri)?.tree;
      assert.ok(tree);
      const offset = random.below(text.length + 1);
      try {
        checkCompletion(snapshot, tree, offset, random);
        checkHover(snapshot, tree, offset);
        checkFormat(snapshot, tree);
        checkRename(snapshot, tree, random);
        checkRefactorings(snapshot, tree, offset);
        semanticTokens(snapshot, uri, { start: 0, end: text.length });
      } catch (error) {
        throw new Error(`after ${edits} edits, at ${offset}, in a text of ${text.length}:\n${around(text, offset)}`, {
          cause: error,
        });
      }
      edits++;
    }
  });
}

function checkCompletion(snapshot: Snapshot, tree: SyntaxTree, offset: number, random: Random): void {
  const { items } = completion(snapshot, tree.uri, offset);
  const item = items[random.below(Math.max(1, items.length))];
  if (!item) return;
  const { start, end } = item.replace;
  assert.ok(start <= offset && offset <= end, "what is replaced is not at the cursor");
  assert.ok(!/[\r\n]/.test(tree.text.slice(start, end).replace(/^\s*\n/, "")), "a line is lost");
  // In a text that nobody can read, what stands behind a sign of YAML may count as a comment and be none.
  for (const comment of commentsOf(tree).filter(({ start: at }) => /(^|\s)#$/.test(tree.text.slice(0, at + 1)))) {
    assert.ok(comment.end <= start || end <= comment.start, `a comment is replaced by ${item.label}`);
  }
}

function checkHover(snapshot: Snapshot, tree: SyntaxTree, offset: number): void {
  const found = hover(snapshot, tree.uri, offset);
  if (!found) return;
  assert.ok(found.span.start <= offset && offset <= found.span.end, "the hover is not about this place");
  assert.ok(!/NaN|Infinity|undefined|\[object/.test(render(found.markdown)), render(found.markdown));
}

function checkFormat(snapshot: Snapshot, tree: SyntaxTree): void {
  const edits = format(snapshot, tree.uri);
  if (edits.length === 0) return;
  const result = applyEdits(tree.text, edits);
  const again = parse(tree.uri, result);
  assert.equal(result.replace(/\s/g, ""), tree.text.replace(/\s/g, ""), "formatting changes more than white space");
  assert.deepEqual(
    JSON.stringify(toPlainValue(again.root)),
    JSON.stringify(toPlainValue(tree.root)),
    "formatting changes what it says",
  );
  const shown = (of: SyntaxTree): readonly string[] => commentTexts(of).map((comment) => comment.trimEnd());
  assert.deepEqual(shown(again), shown(tree));
}

function checkRename(snapshot: Snapshot, tree: SyntaxTree, random: Random): void {
  const definitions = snapshot.files.get(tree.uri)?.symbols.definitions ?? [];
  const symbol = definitions[random.below(Math.max(1, definitions.length))];
  if (!symbol) return;
  const edits = rename(snapshot, tree.uri, tree.offsetOf(symbol.span).start, "renamed-for-a-test");
  if ("refused" in edits) return;
  for (const [uri, text] of textsAfter(snapshot, { edits, creates: [] })) {
    const before = snapshot.files.get(uri)?.tree.text;
    assert.equal(text.replaceAll("renamed-for-a-test", symbol.name), before, `${uri} loses text`);
  }
}

function checkRefactorings(snapshot: Snapshot, tree: SyntaxTree, offset: number): void {
  for (const refactoring of refactorings(snapshot, tree.uri, { start: offset, end: offset })) {
    const after = textsAfter(snapshot, refactoring);
    const before = [...after.keys()].flatMap((uri) => commentTexts(snapshot.files.get(uri)?.tree));
    const left = new Set([...after].flatMap(([uri, text]) => commentTexts(parse(uri, text))));
    const lost = before.filter((comment) => !left.has(comment));
    assert.deepEqual(lost, [], `${render(refactoring.title)} loses comments`);
    for (const [uri, text] of after) {
      const fatal = parse(uri, text).problems.filter((problem) => problem.fatal).length;
      const was = snapshot.files.get(uri)?.tree.problems.filter((problem) => problem.fatal).length ?? 0;
      assert.ok(fatal <= was, `${render(refactoring.title)} breaks ${uri}:\n${text}`);
    }
    for (const edit of refactoring.edits) withoutPlaces(edit);
  }
}

function commentsOf(tree: SyntaxTree): readonly Stretch[] {
  return tree.comments.map((span) => tree.offsetOf(span));
}

function commentTexts(tree: SyntaxTree | undefined): readonly string[] {
  return tree ? commentsOf(tree).map(({ start, end }) => tree.text.slice(start, end)) : [];
}

function around(text: string, offset: number): string {
  return `${text.slice(Math.max(0, offset - 120), offset)}⁞${text.slice(offset, offset + 120)}`;
}
