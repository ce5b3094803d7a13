import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { type Message, render } from "../../server/src/base/message.ts";
import { type Review, reviewOf, type Side } from "../../server/src/review/review.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { EDITS_FILE, readEdits, type Texts, verdictText } from "../support/edits.ts";
import { some } from "../support/effort.ts";
import { type CaseBlock, rewrite } from "../support/literate.ts";

const ROOT = "file:///repository/";

describe("what is said of an edit", () => {
  const { markdown, edits } = readEdits();
  const changed = new Map<CaseBlock, string>();
  for (const { title, line, day, before, after, verdict } of some(edits, 4)) {
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

const SIDES = new Map<string, Side>();

/** Most edits start from the same state on the same day. */
function sideOf(texts: Texts, day: number): Side {
  const key = JSON.stringify([day, ...texts]);
  const side = SIDES.get(key) ?? makeSide(texts, day);
  SIDES.set(key, side);
  return side;
}

function makeSide(texts: Texts, day: number): Side {
  const workspace = new Workspace();
  const paths = new Map<string, string>();
  for (const [path, text] of texts) {
    workspace.set(ROOT + path, text);
    paths.set(ROOT + path, path);
  }
  return { snapshot: workspace.snapshot(day), paths };
}

function verdictOf({ documents }: Review): string {
  const text = (message: Message | undefined): string | null => (message ? render(message) : null);
  return verdictText(
    documents.map(({ title, changes, consequences, renames }) => ({
      title,
      changes: changes.map((change) => ({
        ...change,
        goalpost: change.goalpost.map((reason) => render(reason)),
        subject: render(change.subject),
        before: text(change.before),
        after: text(change.after),
        why: render(change.why),
      })),
      renames: renames.map((rename) => render(rename)),
      consequences: consequences.map(({ subject, before, after }) => ({
        subject: render(subject),
        before: render(before),
        after: render(after),
      })),
    })),
  );
}
