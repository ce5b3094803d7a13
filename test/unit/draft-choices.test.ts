import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay, parseDay } from "../../server/src/base/date.ts";
import { render } from "../../server/src/base/message.ts";
import { readWrittenDay } from "../../server/src/base/written-day.ts";
import type { DraftAnswers, DraftStep } from "../../server/src/features/draft-answers.ts";
import { draftChoices } from "../../server/src/features/draft-choices.ts";
import { metricsAbout } from "../../server/src/library/metrics-about.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const FOLDER = "file:///work";

function offered(
  step: DraftStep,
  typed: string,
  answers: DraftAnswers = {},
  catalog = "",
): readonly string[] | undefined {
  const workspace = new Workspace();
  if (catalog !== "") workspace.set(`${FOLDER}/company.training.yaml`, `version: 1\nkind: catalog\nid: c\n${catalog}`);
  const today = parseDay("2026-11-22") ?? 0;
  return draftChoices(workspace.snapshot(today), step, typed, answers, FOLDER)?.map(({ label }) => render(label));
}

test("a problem ranks the templates and may stand alone", () => {
  const labels = offered("problem", "Too many accidents with forklifts {0}") ?? [];
  assert.deepEqual(labels.slice(0, 2), ["“Too many accidents with forklifts {0}”", "Safety"]);
  assert.equal(labels.length, 8);
  assert.equal(offered("problem", "")?.[0], "An empty draft");
});

test("metrics of the organization come first, then the usual ones, then those that the problem speaks of", () => {
  const metrics = 'metrics:\n  churn: { name: Lost customers, kind: proportion, unit: "%" }\n';
  const labels =
    offered("metric", "", { problem: "Customers complain about wait times", template: "service" }, metrics) ?? [];
  assert.equal(labels[0], "Lost customers");
  assert.ok(labels.indexOf("Complaint rate") < labels.indexOf("Customer churn"));
  assert.equal(labels.at(-1), "Not known yet");
  assert.equal(new Set(labels).size, labels.length);
  assert.deepEqual(offered("metric", "lost cust", {}, metrics)?.slice(0, 1), ["Lost customers"]);
  assert.deepEqual(offered("metric", "TRIR")?.slice(0, 1), ["Total recordable incident rate"]);
  assert.equal(offered("metric", "Smiles per mile")?.at(-1), "“Smiles per mile”");
});

test("an exempt program is asked for no metric", () => {
  assert.equal(offered("metric", "", { template: "compliance" }), undefined);
});

test("people of the organization are offered, line managers first, and a new name is taken", () => {
  const people = "people:\n  a: { name: Ann Lee, role: finance }\n  b: { name: Bo Ek, role: business }\n";
  assert.deepEqual(offered("owner", "", {}, people), ["Bo Ek", "Ann Lee", "Not known yet"]);
  assert.deepEqual(offered("owner", "ann", {}, people), ["Ann Lee", "“ann”"]);
});

test("days are offered and read", () => {
  assert.deepEqual(offered("launch", ""), ["2026-12-21", "2027-01-25", "2027-02-22", "2027-05-24", "Not known yet"]);
  assert.deepEqual(offered("launch", "1 Feb 2027"), ["2027-02-01", "Not known yet"]);
  assert.deepEqual(offered("launch", "soon"), ["Not known yet"]);
});

test("a day is read where it can be but one", () => {
  const read = (text: string) => {
    const day = readWrittenDay(text);
    return day === undefined ? undefined : formatDay(day);
  };
  for (const text of [
    "2027-02-01",
    "2027/2/1",
    "1.2.2027",
    "01. 02. 2027",
    "1 Feb 2027",
    "February 1st, 2027",
    "1. Februar 2027",
    "2027-02-01 00:00:00",
  ])
    assert.equal(read(text), "2027-02-01", text);
  assert.equal(read("25/12/2027"), "2027-12-25");
  assert.equal(read("12/25/2027"), "2027-12-25");
  assert.equal(read("3/3/2027"), "2027-03-03");
  for (const text of ["1/2/2027", "2027-02-30", "31/31/2027", "1.2.27", "Q1 2027", "", "May", "1-2-3", "in 90 days"])
    assert.equal(read(text), undefined, text);
});

test("a problem finds the metrics that its words are about", () => {
  const first = (problem: string) => metricsAbout(problem, 3).map(({ id }) => id);
  assert.ok(first("Nurses give the wrong medication").includes("medication-error-rate"));
  assert.ok(first("New employees quit in their first 90 days").includes("ninety-day-retention"));
  assert.ok(first("We lose half of our customers within a year").includes("customer-churn"));
  assert.ok(first("Salespeople give too much discount").includes("average-discount"));
  assert.deepEqual(first("xyzzy"), []);
});
