import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "../../server/src/base/message.ts";
import { hierarchyItem, leadingTo, servedBy } from "../../server/src/features/hierarchy.ts";
import { readiness } from "../../server/src/features/readiness.ts";
import { renameFiles } from "../../server/src/features/rename-files.ts";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { textsAfter } from "../support/refactoring.ts";

const PROGRAM = `version: 1
kind: program
id: save
launch: 2027-02-01
catalogs: ["../company.training.yaml"]
results: data/save.csv
metrics:
  save-rate: { use: saves, role: primary }
  other: { use: library/customer-churn, unit: points }
behaviors:
  ask: { does: Asks, moves: [save-rate, nothing] }
objectives:
  asking: { enables: [ask], requires: [basics] }
  basics: { enables: [] }
activities:
  lab: { practices: [asking] }
measurement:
  points:
    week-6: { when: launch + 42 days, measures: [save-rate] }
decisions:
  go: { if: save-rate change >= 2.5 % at week-6 and ask within limit, then: Go }
`;
const CATALOG = `version: 1
kind: catalog
id: company
goals:
  grow: { statement: Grow }
metrics:
  saves: { name: Saves, supports: grow }
`;
const URI = "file:///w/programs/save.training.yaml";

function snapshotOf(texts: Readonly<Record<string, string>>): Snapshot {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(texts)) workspace.set(`file:///w/${name}`, text);
  return workspace.snapshot(0);
}
const snapshot = snapshotOf({
  "programs/save.training.yaml": PROGRAM,
  "company.training.yaml": CATALOG,
  "programs/data/save.csv": "point,measure\n",
  "training-spec.config.yaml": "version: 1\nignore: [programs/old.training.yaml, '**/x.training.yaml']\n",
});

function tokensOf(line: string): string[] {
  const start = PROGRAM.indexOf(line);
  return semanticTokens(snapshot, URI, { start, end: start + line.length }).map(
    ({ start: from, end, type, modifier }) => `${PROGRAM.slice(from, end)}: ${type}${modifier ? ` ${modifier}` : ""}`,
  );
}

describe("semantic tokens", () => {
  test("say what names, times, conditions and units are, and leave out what means nothing", () => {
    assert.deepEqual(tokensOf("  ask: { does: Asks, moves: [save-rate, nothing] }"), [
      "ask: behavior declaration",
      "save-rate: metric",
    ]);
    assert.deepEqual(tokensOf("launch + 42 days, measures: [save-rate]"), [
      "launch: keyword",
      "+: operator",
      "42: number",
      "days: unit",
      "save-rate: metric",
    ]);
    assert.deepEqual(tokensOf("save-rate change >= 2.5 % at week-6 and ask within limit"), [
      "save-rate: metric",
      "change: keyword",
      ">=: operator",
      "2.5: number",
      "%: unit",
      "at: keyword",
      "week-6: point",
      "and: keyword",
      "ask: behavior",
      "within: keyword",
      "limit: keyword",
    ]);
    assert.deepEqual(tokensOf("{ use: library/customer-churn, unit: points }"), [
      "library/customer-churn: metric defaultLibrary",
      "points: unit",
    ]);
    assert.deepEqual(tokensOf("launch: 2027-02-01"), ["2027-02-01: date"]);
  });
});

describe("hierarchy", () => {
  const names = (steps: ReturnType<typeof leadingTo>): string[] =>
    steps.map(({ target }) => target.symbol.path.join("."));
  const at = (text: string) => {
    const target = hierarchyItem(snapshot, URI, PROGRAM.indexOf(text) + 1);
    assert.ok(target, text);
    return target;
  };

  test("what moves a metric, step by step, and what serves whom", () => {
    assert.deepEqual(names(leadingTo(snapshot, at("save-rate:"))), ["behaviors.ask"]);
    assert.deepEqual(names(leadingTo(snapshot, at("ask:"))), ["objectives.asking"]);
    assert.deepEqual(names(leadingTo(snapshot, at("asking:"))), ["activities.lab", "objectives.basics"]);
    assert.deepEqual(names(servedBy(snapshot, at("basics:"))), ["objectives.asking"]);
    assert.deepEqual(names(servedBy(snapshot, at("lab:"))), ["objectives.asking"]);
    assert.deepEqual(names(servedBy(snapshot, at("save-rate:"))), ["metrics.saves"]);
    const [definition] = servedBy(snapshot, at("save-rate:"));
    assert.ok(definition);
    assert.deepEqual(names(servedBy(snapshot, definition.target)), ["goals.grow"]);
    assert.deepEqual(names(leadingTo(snapshot, definition.target)), ["metrics.save-rate"]);
  });

  test("starts at no name that is no part of the chain", () => {
    assert.equal(hierarchyItem(snapshot, URI, PROGRAM.indexOf("week-6:")), undefined);
  });
});

describe("files that get another name", () => {
  const after = (from: string, to: string) =>
    textsAfter(snapshot, {
      edits: renameFiles(snapshot, [{ from: `file:///w/${from}`, to: `file:///w/${to}` }]),
      creates: [],
    });

  test("are found again under it", () => {
    assert.match(
      after("company.training.yaml", "shared/all.training.yaml").get(URI) ?? "",
      /catalogs: \[\.\.\/shared\/all/,
    );
    assert.match(after("programs/data/save.csv", "programs/save.csv").get(URI) ?? "", /results: save\.csv\n/);
    assert.match(
      after("programs/old.training.yaml", "programs/a b.training.yaml").get("file:///w/training-spec.config.yaml") ??
        "",
      /ignore: \[programs\/a b\.training\.yaml, '\*\*/,
    );
  });

  test("take their own paths along, and a folder what is in it", () => {
    const moved = after("programs", "team/programs").get(URI) ?? "";
    assert.match(moved, /catalogs: \[\.\.\/\.\.\/company\.training\.yaml\]/);
    assert.match(moved, /results: data\/save\.csv/);
    assert.equal(after("programs/other.csv", "programs/more.csv").size, 0);
  });
});

describe("readiness", () => {
  test("says what stands before the next status", () => {
    const words = (text: string): string => {
      const found = readiness(snapshotOf({ "a.training.yaml": text }), "file:///w/a.training.yaml");
      return found ? `${render(found.text)} | ${render(found.detail)} | ${found.severity}` : "";
    };
    assert.match(
      words("version: 1\nkind: program\nstatus: draft\n"),
      /^\d+ things before this is planned \| \d+ errors/,
    );
    assert.equal(words("version: 1\nkind: catalog\nid: a\n"), "nothing to mend | Nothing was found. | none");
    assert.equal(words("a: 1\n"), "");
  });
});
