import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { render } from "../../server/src/base/message.ts";
import { type Review, reviewOf, type Side } from "../../server/src/review/review.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { EDITS_FILE, readEdits, type Texts } from "../support/edits.ts";
import { type CaseBlock, rewrite } from "../support/literate.ts";

const ROOT = "file:///repository/";

describe("what is said of an edit", () => {
  const { markdown, edits } = readEdits();
  const changed = new Map<CaseBlock, string>();
  for (const { title, line, day, before, after, verdict } of edits) {
    test(`${title} (line ${line})`, () => {
      const review = reviewOf(sideOf(before, day), sideOf(after, day), { day });
      assert.deepEqual(review.unreadable, []);
      const said = verdictOf(review);
      if (process.env.UPDATE === "1") changed.set(verdict, said);
      else assert.equal(said, verdict.text);
    });
  }
  test("there are at least forty", () => {
    assert.ok(edits.length >= 40);
    if (changed.size > 0) writeFileSync(EDITS_FILE, rewrite(markdown, changed));
  });
});

function sideOf(texts: Texts, day: number): Side {
  const workspace = new Workspace();
  const paths = new Map<string, string>();
  for (const [path, text] of texts) {
    workspace.set(ROOT + path, text);
    paths.set(ROOT + path, path);
  }
  return { snapshot: workspace.snapshot(day), paths };
}

function verdictOf({ documents }: Review): string {
  const lines = documents.flatMap(({ title, changes, consequences, renames }) => [
    `${title}:`,
    ...changes.map((change) => {
      const { class: kind, subject, before, after, readers, affects } = change;
      const move =
        change.goalpost.length > 0 ? `goalpost (${change.goalpost.map((each) => render(each)).join("; ")}), ` : "";
      const values = `${before ? render(before) : "–"} → ${after ? render(after) : "–"}`;
      const who = readers.map(({ audience }) => audience).join(", ");
      const also = affects.length > 0 ? ` (also: ${affects.join(", ")})` : "";
      return `- ${move}${kind}: ${render(subject)}: ${values} [${who}]${also} ${render(change.why)}`;
    }),
    ...renames.map((rename) => `- no change: ${render(rename)}`),
    ...consequences.map(
      ({ subject, before, after }) => `- so: ${render(subject)}: ${render(before)} → ${render(after)}`,
    ),
  ]);
  return lines.length === 0 ? "No change." : lines.join("\n");
}
