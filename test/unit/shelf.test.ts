import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import type { Diagnostic } from "../../server/src/base/finding.ts";
import { render } from "../../server/src/base/message.ts";
import type { Span } from "../../server/src/base/span.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { LintCache } from "../../server/src/rules/lint-cache.ts";
import { referencesTo } from "../../server/src/workspace/resolve.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { ReadFile } from "../../server/src/workspace/spec-file.ts";
import type { FileSymbols } from "../../server/src/workspace/symbols.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { programText } from "../support/portfolio.ts";

const TODAY = parseDay("2026-11-22") ?? 0;
const FOLDER = "samples";

/** The samples, and programs that make claims on each other's people and metrics. */
const texts = new Map([
  ...readdirSync(FOLDER, { recursive: true })
    .map((file) => String(file).split(path.sep).join("/"))
    .filter((file) => /\.(ya?ml|csv)$/.test(file))
    .map((file) => [`file:///s/${file}`, readFileSync(path.join(FOLDER, file), "utf8")] as const),
  ...["a", "b", "c"].map((id) => [`file:///p/${id}.training.yaml`, programText(id)] as const),
]);

function snapshotWith(room: number): Snapshot {
  const workspace = new Workspace({ room });
  for (const [uri, text] of texts) workspace.set(uri, text);
  return workspace.snapshot(TODAY);
}

/** Names with their places as offsets, which a span of a tree and a copy of it have in common. */
function namesOf({ definitions, references, files }: FileSymbols): unknown {
  const at = ({ block, start, end }: Span) => [block.uri, start, end];
  return {
    definitions: definitions.map((each) => ({ ...each, span: at(each.span), whole: at(each.whole) })),
    references: references.map((each) => ({ ...each, span: at(each.span) })),
    files: files.map((each) => ({ ...each, span: at(each.span) })),
  };
}

function inWords({ rule, span, message, related = [] }: Diagnostic, snapshot: Snapshot): unknown {
  const at = (where: Diagnostic["span"]) => {
    const place = snapshot.place(where);
    assert.ok(place, `a place of ${rule} is none`);
    return [place.file.uri, place.at.start, place.at.end, place.file.lines.positionAt(place.at.start)];
  };
  return [rule, at(span), render(message), related.map((each) => [at(each.span), render(each.message)])];
}

test("what is said does not depend on how much is kept in memory", () => {
  const [ample, scarce] = [snapshotWith(Number.POSITIVE_INFINITY), snapshotWith(0)];
  for (const uri of texts.keys()) {
    const wanted = lint(ample, uri).map((each) => inWords(each, ample));
    assert.deepEqual(
      lint(scarce, uri).map((each) => inWords(each, scarce)),
      wanted,
      uri,
    );
    scarce.leave(uri);
  }
});

test("the names of a file that was let go of are those that stand in it, without reading it", () => {
  for (const [uri, text] of texts) {
    const file = new ReadFile(uri, text);
    const names = namesOf(file.symbols);
    if (!file.shared) continue;
    file.release(() => assert.fail(`${uri} is read`));
    assert.deepEqual(namesOf(file.symbols), names);
    assert.ok(file.symbols.references.every(({ span }) => file.holds(span)));
  }
});

test("findings that were kept stay placed when their file has been let go of and is read again", () => {
  const snapshot = snapshotWith(0);
  const cache = new LintCache();
  for (let round = 0; round < 2; round++) {
    for (const uri of texts.keys()) {
      const found = cache.lint(snapshot, uri);
      snapshot.leave(uri);
      for (const each of found) inWords(each, snapshot);
      assert.equal(cache.lint(snapshot, uri), found, `${uri} is not linted again`);
    }
  }
});

test("a file that is let go of holds neither tree nor document, and says the same when it is read again", () => {
  const file = new ReadFile("file:///p/a.training.yaml", programText("a"));
  const { document, tree, symbols, shared } = file;
  let read = 0;
  file.release(() => read++);
  assert.equal(read, 0);
  assert.notEqual(file.document, document);
  assert.equal(read, 1);
  assert.deepEqual(file.document, document);
  assert.deepEqual(file.tree.root, tree.root);
  assert.deepEqual(namesOf(file.symbols), namesOf(symbols));
  assert.equal(file.shared, shared);
  for (const { span } of symbols.definitions) assert.ok(file.holds(span));
});

test("names in files that were let go of are found", () => {
  const snapshot = snapshotWith(0);
  const ample = snapshotWith(Number.POSITIVE_INFINITY);
  let found = 0;
  for (const [uri, file] of snapshot.files) {
    if (file.kind !== "catalog") continue;
    for (const symbol of file.symbols.definitions) {
      const same = ample.files
        .get(uri)
        ?.symbols.definitions.find(({ name, kind }) => name === symbol.name && kind === symbol.kind);
      assert.ok(same);
      const other = ample.files.get(uri);
      assert.ok(other);
      const uses = referencesTo(snapshot, { file, symbol }).map(({ file: { uri: at }, reference }) => [
        at,
        reference.span.start,
      ]);
      assert.deepEqual(
        uses,
        referencesTo(ample, { file: other, symbol: same }).map(({ file: { uri: at }, reference }) => [
          at,
          reference.span.start,
        ]),
      );
      found += uses.length;
    }
  }
  assert.ok(found > 0);
});
