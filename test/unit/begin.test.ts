import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { SAMPLE_TABLES, SAMPLES } from "../../client/src/begin/sample-list.ts";
import { sectionSnippets } from "../../server/src/features/section-snippets.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));

test("the samples that are offered are there, under their titles, with all they name", () => {
  const workspace = new Workspace();
  for (const path of [...SAMPLES.map((sample) => sample.path), ...SAMPLE_TABLES])
    workspace.set(`training-spec-sample:/${path}`, readFileSync(`samples/${path}`, "utf8"));
  const snapshot = workspace.snapshot(20_800);
  for (const { path, title } of SAMPLES) {
    const text = readFileSync(`samples/${path}`, "utf8");
    if (text.includes("kind: program")) assert.match(text, new RegExp(`^title: ${title}( |$)`, "m"));
    const rules = lint(snapshot, `training-spec-sample:/${path}`).map(({ rule }) => rule);
    for (const rule of ["unreadable-catalog", "unreadable-results", "undefined-reference"])
      assert.ok(!rules.includes(rule), `${path}: ${rule}`);
  }
});

test("every section has a snippet, and a snippet is read as that section", () => {
  const snippets = Object.values(sectionSnippets());
  for (const section of [
    "owners",
    "need",
    "audience",
    "metrics",
    "behaviors",
    "objectives",
    "activities",
    "assessments",
    "measurement",
    "money",
    "decisions",
    "conclusions",
    "waivers",
    "people",
    "goals",
  ])
    assert.ok(
      snippets.some(({ prefix }) => prefix === `section-${section}`),
      section,
    );
  const workspace = new Workspace();
  for (const { body, prefix } of snippets) {
    const filled = body
      .join("\n")
      .replace(/\$\{\d+:([^}]*)\}/g, "$1")
      .replace(/\$\{?\d+\}?/g, "");
    workspace.set("file:///a.training.yaml", `version: 1\nkind: program\n${filled}\n`);
    const tree = workspace.snapshot(0).files.get("file:///a.training.yaml")?.tree;
    assert.deepEqual(tree?.problems, [], prefix);
  }
});

test("the walkthrough names commands, settings and pictures that exist", () => {
  const known = new Set<string>(manifest.contributes.commands.map(({ command }: { command: string }) => command));
  for (const { steps } of manifest.contributes.walkthroughs) {
    for (const { description, media } of steps) {
      for (const [, command = ""] of description.matchAll(/\(command:(trainingSpec\.[a-zA-Z]+)/g))
        assert.ok(known.has(command), command);
      for (const file of media.markdown ? [media.markdown] : Object.values<string>(media.image))
        assert.ok(existsSync(file), file);
    }
  }
});
