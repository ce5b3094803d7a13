import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { sortSections } from "../../server/src/features/refactor-sort.ts";
import type { Refactoring } from "../../server/src/features/refactoring.ts";
import { refactorings } from "../../server/src/features/refactorings.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { toPlainValue } from "../../server/src/syntax/node.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { textsAfter } from "../support/refactoring.ts";

const TODAY = 20_779;
const FOLDER = "file:///samples/";
const SAMPLES = new Map(
  readdirSync("samples", { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => !name.startsWith("broken/") && /\.(yaml|csv)$/.test(name))
    .map((name) => [FOLDER + name, readFileSync(`samples/${name}`, "utf8")] as const),
);
const PROGRAMS = [...SAMPLES.keys()].filter((uri) => /\/.+\/.+\.training\.yaml$/.test(uri.slice(FOLDER.length - 1)));

const CATALOG = `${FOLDER}company.training.yaml`;

const SNAPSHOTS = new WeakMap<ReadonlyMap<string, string>, Snapshot>();

function snapshotOf(texts: ReadonlyMap<string, string>): Snapshot {
  const known = SNAPSHOTS.get(texts);
  if (known) return known;
  const workspace = new Workspace();
  for (const [uri, text] of texts) workspace.set(uri, text);
  const snapshot = workspace.snapshot(TODAY);
  SNAPSHOTS.set(texts, snapshot);
  return snapshot;
}

function after(texts: ReadonlyMap<string, string>, refactoring: Refactoring): ReadonlyMap<string, string> {
  return new Map([...texts, ...textsAfter(snapshotOf(texts), refactoring)]);
}

function offered(texts: ReadonlyMap<string, string>, uri: string, metric: string): readonly Refactoring[] {
  const snapshot = snapshotOf(texts);
  const file = snapshot.files.get(uri);
  const key = snapshot.context(uri)?.program?.metrics?.entries.get(metric)?.key;
  assert.ok(file && key, `${uri} has no metric ${metric}`);
  return refactorings(snapshot, uri, file.tree.offsetOf(key));
}

/** The rules that say something about a program and its catalog: how they word it depends on where a definition stands. */
function found(texts: ReadonlyMap<string, string>, uri: string): readonly string[] {
  const snapshot = snapshotOf(texts);
  return [uri, CATALOG].flatMap((each) => lint(snapshot, each).map(({ rule }) => rule)).sort();
}

/** What the program promises about each metric, definitions filled in. */
function meaning(texts: ReadonlyMap<string, string>, uri: string): unknown {
  const metrics = snapshotOf(texts).context(uri)?.metrics.values() ?? [];
  return [...metrics].map(({ id, name, unit, kind, direction, definition, owner, source, value, supports, metric }) => [
    [id, name, unit, kind, direction, definition, owner, supports].map((each) =>
      typeof each === "object" ? each.value : each,
    ),
    [source, value, metric.baseline, metric.target, metric.limit].map((part) =>
      JSON.stringify(toPlainValue(part?.node)),
    ),
  ]);
}

function comments(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...snapshotOf(texts).files.values()]
    .flatMap(({ tree }) =>
      tree.comments.map((span) => tree.text.slice(tree.offsetOf(span).start, tree.offsetOf(span).end)),
    )
    .sort();
}

const ALL_COMMENTS = comments(SAMPLES);

describe("refactorings of the samples", () => {
  for (const uri of PROGRAMS) {
    const metrics = snapshotOf(SAMPLES).context(uri)?.program?.metrics?.entries.keys() ?? [];
    for (const metric of metrics) {
      test(`${uri.slice(FOLDER.length)}: ${metric} comes from the catalog and goes back`, () => {
        const inline = offered(SAMPLES, uri, metric).find(({ kind }) => kind === "inline");
        const here = inline ? after(SAMPLES, inline) : SAMPLES;
        const extract = offered(here, uri, metric).find(({ kind }) => kind === "extract");
        if (!inline && !extract) return;
        const back = extract ? after(here, extract) : here;
        for (const texts of [here, back]) {
          assert.deepEqual(meaning(texts, uri), meaning(SAMPLES, uri));
          const kept = new Set(comments(texts));
          assert.deepEqual(
            ALL_COMMENTS.filter((each) => !kept.has(each)),
            [],
          );
        }
        assert.ok(extract, "it cannot go back");
        assert.deepEqual(found(back, uri), found(SAMPLES, uri));
      });
    }
  }

  test("sections in any order become the same text, and then nothing is offered", () => {
    for (const uri of PROGRAMS) {
      // A comment at the very end belongs to no section and stays there.
      const context = contextOf(uri, (SAMPLES.get(uri) ?? "").replace(/\n\n#.*\n$/, "\n"));
      const [once] = sortSections(context);
      const sorted = once ? (textsAfter(context.snapshot, once).get(uri) ?? "") : context.file.tree.text;
      assert.deepEqual(sortSections(contextOf(uri, sorted)), [], uri);
      const [head = "", ...sections] = sorted.split(/\n(?=\n(?:#.*\n)*[a-z]+:)/);
      const turned = `${[head, ...sections.map((text) => text.trimEnd()).reverse()].join("\n")}\n`;
      const [again] = sortSections(contextOf(uri, turned));
      assert.ok(again, uri);
      const back = textsAfter(contextOf(uri, turned).snapshot, again).get(uri);
      assert.equal(back, `${[head, ...sections.map((text) => text.trimEnd())].join("\n")}\n`);
    }
  });

  test("a second primary metric gets a program of its own, and neither half is worse than the whole", () => {
    const uri = `${FOLDER}contact-center/save-the-customer.training.yaml`;
    const text = (SAMPLES.get(uri) ?? "")
      .replace(
        "second-cancel:\n    use: second-cancel-rate\n    role: guardrail",
        "second-cancel:\n    use: second-cancel-rate\n    role: primary\n    target: { value: 12.0, by: 2027-10-31, basis: Best teams }\n    volume: 60000",
      )
      .replace(
        "does: Makes the offer that the save guide names for the reason the caller gave\n    audience: retention-agents\n    moves: [save-rate]",
        "does: Makes the offer that the save guide names for the reason the caller gave\n    audience: retention-agents\n    moves: [second-cancel]",
      )
      .replace(" and second-cancel within limit", "");
    const texts = new Map([...SAMPLES, [uri, text]]);
    const split = offered(texts, uri, "second-cancel").find(
      ({ kind, creates }) => kind === "rewrite" && creates.length > 0,
    );
    assert.ok(split && !split.refused);
    const halves = after(texts, split);
    const errors = (all: ReadonlyMap<string, string>, at: string): string[] =>
      lint(snapshotOf(all), at)
        .filter(({ severity }) => severity === "error")
        .map(({ rule }) => rule);
    assert.deepEqual(errors(halves, uri), errors(texts, uri));
    assert.deepEqual(errors(halves, split.creates[0]?.uri ?? ""), []);
    assert.deepEqual([...(snapshotOf(halves).context(uri)?.behaviors.keys() ?? [])], ["diagnose-before-offering"]);
  });
});

function contextOf(uri: string, text: string): NonNullable<ReturnType<Snapshot["context"]>> {
  const context = snapshotOf(new Map([[uri, text]])).context(uri);
  assert.ok(context);
  return context;
}
