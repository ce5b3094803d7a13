import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { callCli } from "../support/cli.ts";
import { readEdits, verdictText } from "../support/edits.ts";
import { repositoryWith } from "../support/git-repository.ts";

describe("training-spec diff over a history of honest and dishonest edits", () => {
  const { edits } = readEdits();
  const folder = repositoryWith([
    { branch: "main", day: 0, files: new Map([["README.md", "Programs\n"]]) },
    ...edits.flatMap(({ before, after, day }, index) => [
      { branch: `before-${index}`, from: "main", day: day - 30, files: before },
      { branch: `edit-${index}`, from: `before-${index}`, day, files: after },
    ]),
  ]);
  for (const [index, { title, verdict }] of edits.entries()) {
    test(title, async () => {
      const args = ["diff", `before-${index}`, `edit-${index}`, "--format", "json"];
      const { exit, stdout, stderr } = await callCli(args, { cwd: folder });
      assert.equal(stderr, "");
      assert.equal(verdictText(JSON.parse(stdout).documents), verdict.text);
      assert.equal(exit, /^- goalpost/m.test(verdict.text) ? 1 : 0);
    });
  }
});
