import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { render } from "../../server/src/base/message.ts";
import { codeLenses } from "../../server/src/features/code-lens.ts";
import { documentLinks } from "../../server/src/features/document-links.ts";
import { foldingRanges } from "../../server/src/features/folding-ranges.ts";
import { selectionRanges } from "../../server/src/features/selection-ranges.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const URI = "file:///w/spec.training.yaml";
const TEXT = `# A comment
# of two lines
version: 1
kind: program
catalogs: [company.training.yaml]
metrics:
  save-rate:
    role: primary

  calls:
    role: guardrail # kept
behaviors:
  ask:
    does: Asks first, see https://example.org/guide.
    moves: [save-rate]
`;

function snapshotOf(text: string) {
  const workspace = new Workspace();
  workspace.set(URI, text);
  return workspace.snapshot(0);
}

describe("folding", () => {
  test("folds parts and runs of comments, without the empty lines behind them", () => {
    const ranges = foldingRanges(snapshotOf(TEXT), URI).map(({ from, to, kind }) => `${from}-${to} ${kind}`);
    assert.deepEqual(ranges, ["5-10 part", "6-7 part", "9-10 part", "11-14 part", "12-14 part", "0-1 comment"]);
  });

  test("folds nothing in a file that is not there or cannot be read", () => {
    assert.deepEqual(foldingRanges(snapshotOf(""), URI), []);
    assert.deepEqual(foldingRanges(snapshotOf(TEXT), "file:///other"), []);
  });
});

describe("selection", () => {
  test("grows from the word to the document", () => {
    const at = TEXT.indexOf("primary") + 2;
    const grown = selectionRanges(snapshotOf(TEXT), URI, at).map(({ start, end }) => TEXT.slice(start, end).trim());
    assert.equal(grown[0], "primary");
    assert.equal(grown[1], "role: primary");
    assert.equal(grown.at(-1), TEXT.trim());
    assert.ok(grown.every((text, index) => index === 0 || text.length >= (grown[index - 1]?.length ?? 0)));
  });
});

describe("links", () => {
  test("lead to catalogs and to addresses in texts", () => {
    const links = documentLinks(snapshotOf(TEXT), URI).map(({ span, target }) => [
      TEXT.slice(span.start, span.end),
      target,
    ]);
    assert.deepEqual(links, [
      ["company.training.yaml", "file:///w/company.training.yaml"],
      ["https://example.org/guide", "https://example.org/guide"],
    ]);
  });
});

describe("code lenses", () => {
  test("say how an entry is linked", () => {
    const lenses = codeLenses(snapshotOf(TEXT), URI).map(({ title }) => render(title));
    assert.deepEqual(lenses, [
      "moved by 1 behavior · measured at 0 points",
      "moved by 0 behaviors · measured at 0 points",
      "enabled by 0 objectives · measured at 0 points",
    ]);
  });

  test("count the uses of what a catalog defines", () => {
    const workspace = new Workspace();
    workspace.set("file:///w/company.training.yaml", readFileSync("samples/company.training.yaml", "utf8"));
    const lenses = codeLenses(workspace.snapshot(0), "file:///w/company.training.yaml");
    assert.ok(lenses.length > 3);
    assert.match(render(lenses[0]?.title ?? { key: "", values: [] }), /^used in \d+ places?$/);
  });
});
