import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyEdits } from "../../server/src/base/edit.ts";
import { render } from "../../server/src/base/message.ts";
import { pasteTable } from "../../server/src/features/paste-table.ts";
import { cellValue, decimalsOf } from "../../server/src/features/table-cell.ts";
import { columnNamed, TABLE_SECTIONS } from "../../server/src/features/table-columns.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const URI = "file:///work/a.training.yaml";
const HEAD = "version: 1\nkind: program\nid: a\ntitle: A\nstatus: draft\nlaunch: 2027-02-01\n";

/** Pastes a table where `|` stands. */
function pasted(spec: string, table: string, head = HEAD) {
  const marked = head + spec;
  const offset = marked.indexOf("|");
  const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  const workspace = new Workspace();
  workspace.set(URI, text);
  const found = pasteTable(workspace.snapshot(0), URI, offset < 0 ? text.length : offset, table);
  if (!found || "why" in found) return { why: found ? render(found.why) : undefined, text: "", notes: [], errors: [] };
  const after = applyEdits(text, [found.edit]);
  workspace.set(URI, after);
  const findings = lint(workspace.snapshot(0), URI);
  const errors = findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  return { text: after.slice(head.length), notes: found.notes.map((note) => render(note)), errors, why: undefined };
}

describe("a table becomes entries", () => {
  test("metrics, with units split from numbers and days made plain", () => {
    const { text, errors, notes } = pasted(
      "metrics:\n  |\n",
      'KPI\tFormula\tType of number\tBaseline\tTarget\tBy\tOwner\nWin rate\twon / all\tpercentage\t31,5 %\t36 %\t31.12.2027\tAnn Lee\n"Time to\r\nquote"\t\taverage\t4,2 days\t\t\t\n',
    );
    assert.equal(
      text,
      `metrics:
  win-rate:
    name: Win rate
    definition: won / all
    kind: proportion
    unit: "%"
    owner: ann-lee
    baseline: { value: 31.5 }
    target: { value: 36, by: 2027-12-31 }
  time-to-quote:
    name: Time to quote
    kind: mean
    unit: days
    baseline: { value: 4.2 }
  
`,
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(errors, ["undefined-reference"], "the owner that nobody knows");
  });

  test("objectives behind the entry that holds the cursor, with what they refer to by its words", () => {
    const spec = `behaviors:
  ask-first:
    does: Asks before offering
objectives:
  first:|
    can: sort reasons
  last:
    can: offer
`;
    const { text, errors } = pasted(
      spec,
      'Learning objective\tCondition\tCriterion\tBloom\'s level\tBehavior\tPrerequisite\r\nask two questions\ta played call\t4 of 5: "fits"\tApplying\tasks before offering\tfirst\r\n',
    );
    assert.deepEqual(errors, []);
    assert.equal(
      text.slice(text.indexOf("    can: sort")),
      `    can: sort reasons
  ask-two-questions:
    given: a played call
    can: ask two questions
    to: '4 of 5: "fits"'
    level: apply
    enables: [ask-first]
    requires: [first]
  last:
    can: offer
`,
    );
  });

  test("rows of a plan, with times counted from launch", () => {
    const { text, errors } = pasted(
      "measurement:\n  design: before-after\n  points:  # the plan\n|",
      "Milestone\tMeasure\tData collection method\tTiming\tResponsible\nBaseline\twin-rate; nps\tCRM report\t2 weeks before launch\t\nMonth 6\twin-rate\tCRM report\t180 days after launch\t-\n",
    );
    assert.equal(
      text.split("\n").slice(2).join("\n"),
      `  points:  # the plan
    baseline:
      phase: before
      when: launch - 2 weeks
      measures: [win-rate, nps]
      how: CRM report
    month-6:
      when: launch + 180 days
      measures: [win-rate]
      how: CRM report
`,
    );
    assert.deepEqual(
      errors.filter((rule) => rule !== "undefined-reference"),
      [],
    );
  });

  test("at the margin the header says which section, and a missing one is written in its place", () => {
    const { text } = pasted(
      "need:\n  problem: x\nactivities:\n  a: { title: A }\n|",
      "Objective\tCondition\tCriterion\nfind it\ta case\t4 of 5\n",
    );
    assert.equal(
      text,
      "need:\n  problem: x\nobjectives:\n  find-it:\n    given: a case\n    can: find it\n    to: 4 of 5\nactivities:\n  a: { title: A }\n",
    );
    const plan = pasted("|", "Measurement point\tTiming\tMeasures\nWeek 6\tlaunch + 42 days\tx\n");
    assert.match(
      plan.text,
      /^measurement:\n {2}points:\n {4}week-6:\n {6}when: launch \+ 42 days\n {6}measures: \[x\]\n$/m,
    );
  });

  test("a table without a header is taken in the usual order, and that is said", () => {
    const { text, notes } = pasted("behaviors:|\n", "Asks first\tevery call\nWrites it down\tevery case\n");
    assert.equal(
      text,
      "behaviors:\n  asks-first:\n    does: Asks first\n    how-often: every call\n  writes-it-down:\n    does: Writes it down\n    how-often: every case\n",
    );
    assert.deepEqual(notes, ["The table has no header; its columns were taken as `does`, `how-often`."]);
  });

  test("nothing of a row is lost: unknown columns, unclear days, ids that are taken", () => {
    const { text, notes, errors } = pasted(
      "metrics:\n  größe:\n    name: x\n  groesse:\n    role: primary\n|",
      'Metric\tTarget\tTarget date\tRemarks\nGröße\t1.234,5 €\t1/2/2027\tsee # 4: "new"\n',
    );
    assert.ok(
      text.endsWith(
        '  groesse-2:\n    name: Größe\n    unit: currency\n    target: { value: 1234.5, by: 1/2/2027 }\n    # Remarks: see # 4: "new"\n',
      ),
      text,
    );
    assert.ok(errors.length > 0, "the day is marked");
    assert.deepEqual(notes, [
      "Kept as comments, because no field is called so: `Remarks`.",
      "Left as they were, because they can be read in more than one way or in none: `1/2/2027`.",
    ]);
  });

  test("line breaks of the file are kept, and braces that are empty go", () => {
    const head = HEAD.replaceAll("\n", "\r\n");
    const { text } = pasted("assessments: {}|\r\n", "Assessment\tPass mark\nRole play\t80 %\n", head);
    assert.equal(text, 'assessments:\r\n  role-play:\r\n    pass: { at-least: 80, unit: "%" }\r\n');
  });

  test("people and goals go into a catalog", () => {
    const head = "version: 1\nkind: catalog\nid: c\n";
    assert.match(
      pasted("people:|\n", "Name\tRole\nZoë Größl\tfinance\n", head).text,
      / {2}zoe-groessl:\n {4}name: Zoë Größl/,
    );
    assert.match(
      pasted("|", "Metric\tUnit\nNPS\tpoints\n", head).text,
      /^metrics:\n {2}nps:\n {4}name: NPS\n {4}unit: points/,
    );
  });
});

describe("what cannot become entries is said", () => {
  for (const [what, spec, table, why] of [
    ["no rows", "metrics:|", "", "There is no table on the clipboard"],
    ["a header alone", "metrics:|", "Metric\tTarget\n", "no rows below it"],
    ["nobody knows which section", "|", "a\tb\n1\t2\n", "put the cursor into a section"],
    ["braces", "metrics: { a: { role: primary } }|\n", "x\t1\n", "between braces"],
    ["a list", "metrics:\n  - a|\n", "x\t1\n", "cannot be read as a section"],
  ] as const)
    test(what, () => assert.ok(pasted(spec, table).why?.includes(why), pasted(spec, table).why));
});

test("names of columns are found in many spellings", () => {
  const field = (section: string, header: string) => {
    const found = TABLE_SECTIONS.find(({ name }) => name === section);
    return found && columnNamed(found, header)?.field;
  };
  for (const [section, header, wanted] of [
    ["metrics", "Baseline value", "baseline.value"],
    ["metrics", "BASELINE (in %)", "baseline.value"],
    ["metrics", "baseline_n", "baseline.n"],
    ["metrics", "Kind of number", "kind"],
    ["objectives", "Bloom’s Level", "level"],
    ["behaviors", "Häufigkeit", "how-often"],
    ["points", "Data Collection Method", "how"],
    ["metrics", "Favorite color", undefined],
    ["metrics", "()", undefined],
  ] as const)
    assert.equal(field(section, header), wanted, header);
});

test("numbers are read with the decimals of the table", () => {
  const column = { field: "x", type: "number", choices: [], refersTo: undefined, list: false, unit: undefined };
  const read = (text: string, all: readonly string[] = []) => {
    const { yaml, unit, unread } = cellValue(column, text, decimalsOf([...all, text]), true);
    return unread ? "unread" : `${yaml}${unit === undefined ? "" : ` ${unit}`}`;
  };
  for (const [text, wanted] of [
    ["72 %", "72 %"],
    ["72%", "72 %"],
    ["69,5", "69.5"],
    ["1,234", "1234"],
    ["1,234.5", "1234.5"],
    ["1.234,5", "1234.5"],
    ["1 234", "1234"],
    ["12'500", "12500"],
    ["-3.5 points", "-3.5 points"],
    ["$1,200", "1200 currency"],
    ["1200 EUR", "1200 currency"],
    ["4.2 per 1000 calls", "4.2 per 1000 calls"],
    [".5", "0.5"],
    ["70-75", "unread"],
    ["about 70", "unread"],
    ["1,2,3", "unread"],
  ] as const)
    assert.equal(read(text), wanted, text);
  assert.equal(read("1.234", ["69,5"]), "1234");
  assert.equal(read("1.234"), "1.234");
});
