import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import { entryId } from "../../server/src/base/entry-id.ts";
import { render } from "../../server/src/base/message.ts";
import { draft } from "../../server/src/features/draft.ts";
import type { DraftAnswers } from "../../server/src/features/draft-answers.ts";
import { DRAFT_TEMPLATES } from "../../server/src/features/draft-templates.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const TODAY = parseDay("2026-11-22") ?? 0;
const FOLDER = "file:///work";
const CATALOG = `version: 1
kind: catalog
id: company
people:
  luis-ortega: { name: Luis Ortega, role: business }
goals:
  keep-customers: { statement: Keep 90 % of the customers, owner: luis-ortega }
metrics:
  save-rate:
    name: Save rate
    definition: cancel calls that end with the customer kept / cancel calls
    kind: proportion
    unit: "%"
    direction: higher
    supports: keep-customers
    source: { system: ACD, report: Cancel outcomes, refreshed: daily }
    owner: luis-ortega
`;

/** A draft beside what is there already, and what is said of it. */
function drafted(answers: DraftAnswers, files: Readonly<Record<string, string>> = {}) {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(files)) workspace.set(`${FOLDER}/${name}`, text);
  const made = draft(workspace.snapshot(TODAY), answers, { folder: FOLDER });
  workspace.set(made.uri ?? "", made.text);
  const findings = lint(workspace.snapshot(TODAY), made.uri ?? "");
  return { ...made, findings };
}

function worse({ findings }: ReturnType<typeof drafted>): readonly string[] {
  return findings
    .filter(({ severity }) => severity !== "hint")
    .map(({ rule, message }) => `${rule}: ${render(message)}`);
}

describe("a draft", () => {
  for (const template of [undefined, ...DRAFT_TEMPLATES.map(({ id }) => id)]) {
    test(`${template ?? "without a template"}: nothing worse than hints of what is to come`, () => {
      const answers = { ...(template ? { template } : {}), launch: "2027-02-01" };
      assert.deepEqual(worse(drafted(answers)), []);
      assert.deepEqual(worse(drafted(template ? { template } : {})), []);
      const all = { ...answers, problem: "Cost: 3 of 10 # leave", owner: { from: "new", name: "Zoë Größl" } } as const;
      assert.deepEqual(worse(drafted(all)), []);
    });
  }

  test("holds the answers, and links to the catalog they come from", () => {
    const uri = `${FOLDER}/company.training.yaml`;
    const made = drafted(
      {
        problem: "31 % of callers who ask to cancel leave.",
        metric: { from: "catalog", uri, id: "save-rate" },
        owner: { from: "catalog", uri, id: "luis-ortega" },
        launch: "2027-02-01",
      },
      { "company.training.yaml": CATALOG, "programs/a.training.yaml": "version: 1\nkind: program\nid: a\n" },
    );
    assert.deepEqual(worse(made), []);
    assert.equal(made.uri, `${FOLDER}/programs/raise-save-rate.training.yaml`);
    for (const line of [
      "id: raise-save-rate ",
      "catalogs: [../company.training.yaml] ",
      "  business: luis-ortega ",
      "  problem: 31 % of callers who ask to cancel leave.\n",
      "  goal: keep-customers ",
      "    use: save-rate\n",
    ])
      assert.ok(made.text.includes(`\n${line}`), `${line} in\n${made.text}`);
    assert.ok(!made.text.includes("source:"), "the catalog has the source already");
    assert.equal(made.text.slice(0, made.cursor).split("\n").at(-1), "      finding: ");
  });

  test("begins with what was not answered", () => {
    const { text, cursor } = drafted({});
    assert.equal(text.slice(0, cursor).split("\n").at(-1), "  problem: ");
  });

  test("has no id and no file name that is taken", () => {
    const other = "version: 1\nkind: program\nid: raise-win-rate\n";
    const metric = { from: "library", id: "win-rate" } as const;
    assert.equal(drafted({ metric }, { "x.training.yaml": other }).id, "raise-win-rate-2");
    assert.equal(drafted({ metric }, { "raise-win-rate.training.yaml": "" }).id, "raise-win-rate-2");
  });
});

describe("an id", () => {
  for (const [name, id] of [
    ["Save the customer", "save-the-customer"],
    ["Größere Aufträge für Österreich", "groessere-auftraege-fuer-oesterreich"],
    ["Año nuevo, à la carte", "ano-nuevo-a-la-carte"],
    ["🚀 Don’t panic 🎉", "dont-panic"],
    ["24-hour response", "thing-24-hour-response"],
    ["客户", "thing"],
    ["  ", "thing"],
    ["a".repeat(60), "a".repeat(40)],
    ["Reduce the time that it takes to answer a customer", "reduce-the-time-that-it-takes-to-answer"],
  ] as const)
    test(`of ${name.trim().slice(0, 40)}`, () => assert.equal(entryId(name, "thing"), id));

  test("is not one that is taken", () => assert.equal(entryId("A b", "x", new Set(["a-b", "a-b-2"])), "a-b-3"));
});
