import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const TODAY = parseDay("2026-11-22") ?? 0;
const CATALOG = "file:///w/company.training.yaml";
const OTHER = "file:///w/other.training.yaml";

const catalog = (person: string, goal = "keep") => `version: 1
kind: catalog
people:
  ${person}: { name: Priya }
goals:
  ${goal}: { title: Keep customers }
metrics:
  churn: { definition: customers lost in a month over all customers, unit: "%", direction: lower }
`;
const program = (id: string) => `version: 1
kind: program
id: ${id}
catalogs: [company.training.yaml]
need: { goal: keep }
metrics:
  churn: { use: churn, role: primary }
`;

function open(): Workspace {
  const workspace = new Workspace();
  workspace.set(CATALOG, catalog("priya"), { isOpen: true });
  workspace.set(OTHER, catalog("nobody", "other").replace(/^goals:\n.*\n/m, ""));
  for (const id of ["one", "two"]) workspace.set(`file:///w/${id}.training.yaml`, program(id));
  return workspace;
}

test("the portfolio is that of before where only people of a catalog are others, and speaks of its files as they are", () => {
  const workspace = open();
  const before = workspace.snapshot(TODAY);
  const programs = before.portfolio.programs;
  const goal = before.portfolio.goals[0]?.goal;
  assert.ok(goal);
  assert.equal(before.portfolio.serving(goal).length, 2);
  workspace.set(CATALOG, catalog("priyax"));
  const later = workspace.snapshot(TODAY);
  const file = later.files.get(CATALOG);
  assert.ok(file && file !== before.files.get(CATALOG));
  assert.equal(later.portfolio.programs, programs);
  assert.equal(later.portfolio.serving(goal).length, 2);
  assert.equal(later.portfolio.usesDefinition(file, "churn"), true);
  assert.equal(later.portfolio.isUsed(file), true);
  const metric = file.document?.is === "catalog" ? file.document.metrics?.entries.get("churn") : undefined;
  assert.ok(metric);
  assert.equal(later.portfolio.goalOf(file, "keep")?.file, file);
  assert.deepEqual(
    later.portfolio.twinsOf(file, metric).map((twin) => twin.file === later.files.get(OTHER)),
    [true],
  );
});

test("it is made anew where a goal of a catalog or a program is another", () => {
  const workspace = open();
  const { portfolio } = workspace.snapshot(TODAY);
  assert.equal(portfolio.programs.length, 2);
  workspace.set(CATALOG, catalog("priya", "kept"));
  const later = workspace.snapshot(TODAY).portfolio;
  assert.notEqual(later.programs, portfolio.programs);
  assert.deepEqual(
    later.goals.map(({ goal }) => [goal.id, later.serving(goal).length]),
    [["kept", 0]],
  );
  workspace.set("file:///w/two.training.yaml", program("three"));
  assert.deepEqual(
    workspace.snapshot(TODAY).portfolio.programs.map(({ program: { id } }) => id?.value),
    ["one", "three"],
  );
});
