import assert from "node:assert/strict";
import { test } from "node:test";
import { completion } from "../../server/src/features/completion.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const HEAD = `version: 1
kind: program
launch: 2027-02-01
catalogs: [company.training.yaml]
audience:
  agents: { role: Agent, size: 10 }
metrics:
  save-rate: { use: saves, role: primary, baseline: { value: 69 }, target: { value: 73 } }
  speed: { name: Speed, unit: s, role: guardrail, limit: { at-most: 3 } }
behaviors:
  ask: { does: Asks, moves: [save-rate] }
measurement:
  points:
    week-6: { phase: during, when: launch + 42 days, measures: [ask] }
objectives:
  asking: { can: ask, enables: [ask] }
`;
const CATALOG = `version: 1
kind: catalog
people:
  ana: { name: Ana, role: finance }
goals:
  grow: { statement: Grow }
metrics:
  saves: { name: Saves, unit: "%" }
rates:
  agent-hour: 31
`;

/** A place in half-written text (`⁞` is the cursor, behind the program above), and what has to be offered there. */
const PLACES: readonly (readonly [text: string, ...offered: string[]])[] = [
  // Sections and their skeletons, also where letters are missing or an indentation fits no level.
  ["mon⁞", "money"],
  ["⁞", "owners", "need", "money", "decisions"],
  ["decisions:\n  ⁞", "new decision"],
  ["need:\n  ⁞", "problem", "causes", "goal"],
  ["need:\n   pro⁞", "problem"],
  ["need:\n  problem: x\n    ⁞"],
  ["activities:\n  lab:\n    ⁞", "title", "practices", "hours"],
  ["activities:\n  lab: { ti⁞", "title"],
  ["activities:\n  lab: { title: Lab, ⁞ }", "practices", "hours"],
  ["money:\n  costs:\n    ⁞", "delivery", "participant-time"],
  ["money:\n  costs: { participant-time: { people: 3, hourly-rate: ⁞", "agent-hour"],
  ["money:\n  expected-change:\n    ⁞", "save-rate"],
  // Ids of what exists, in lists, braces and half of either.
  ["owners:\n  finance: ⁞", "ana"],
  ["owners: { finance: ⁞", "ana"],
  ["owners: { finance: an⁞ }", "ana"],
  ["need:\n  goal: ⁞", "grow"],
  ["activities:\n  lab:\n    practices: [⁞", "asking"],
  ["activities:\n  lab:\n    practices: [asking, ⁞]"],
  ["activities:\n  lab:\n    practices:\n      - ⁞", "asking"],
  ["activities:\n  lab:\n    practices:\n    - as⁞", "asking"],
  ["assessments:\n  quiz: { assesses: [⁞] }", "asking"],
  ["assessments:\n  quiz:\n    type: si⁞", "simulation"],
  ["assessments:\n  quiz:\n    type: ⁞", "survey", "quiz", "observation"],
  // Times, with what is typed of them.
  ["assessments:\n  quiz:\n    when: ⁞", "launch", "launch + 14 days"],
  ["assessments:\n  quiz:\n    when: launch + 30⁞", "launch + 30 days", "launch + 30 weeks"],
  ["assessments:\n  quiz:\n    when: 6 w⁞", "launch + 6 weeks"],
  ["assessments:\n  quiz: { when: launch - 1⁞ }", "launch - 1 months"],
  ["assessments:\n  quiz:\n    when: 2027-0⁞"],
  // Conditions.
  ["decisions:\n  go:\n    if: ⁞", "save-rate", "ask"],
  ["decisions:\n  go:\n    if: speed ⁞", ">=", "within limit"],
  ["decisions:\n  go: { if: save-rate >= 3 % at ⁞", "week-6"],
  ['decisions:\n  go:\n    if: "save-rate >= 3 % at week-6 and ⁞', "speed"],
  // Waivers and files.
  ["waivers:\n  - { rule: ⁞", "missing-baseline"],
  ["waivers:\n  - rule: missing-base⁞", "missing-baseline"],
  ["waivers:\n  - { rule: missing-source, at: ⁞ }", "metrics.save-rate"],
  ["results: ⁞", "spec.results.csv"],
  // Behind slips: an open quote, an open bracket, a tab, a missing colon.
  ['title: "half a title\nneed:\n  goal: ⁞', "grow"],
  ["owners: { learning: ana\nneed:\n  goal: ⁞", "grow"],
  ["need\nactivities:\n  lab:\n    practices: [⁞]", "asking"],
  ["need:\n\tproblem: x\nassessments:\n  quiz:\n    type: ⁞", "survey"],
  ["assessments:\n  quiz:\n    type: [\nactivities:\n  lab:\n    ⁞", "title"],
];

for (const eol of ["\n", "\r\n"]) {
  for (const [place, ...offered] of PLACES) {
    test(`${JSON.stringify(place)}${eol === "\n" ? "" : " with CRLF"} offers ${offered.join(", ") || "nothing wrong"}`, () => {
      const marked = (HEAD + place).replaceAll("\n", eol);
      const cursor = marked.indexOf("⁞");
      const text = marked.replace("⁞", "");
      const workspace = new Workspace();
      workspace.set("file:///w/company.training.yaml", CATALOG);
      workspace.set("file:///w/spec.training.yaml", text);
      const { items } = completion(workspace.snapshot(20_779), "file:///w/spec.training.yaml", cursor);
      const labels = items.map(({ label }) => label);
      for (const label of offered) {
        assert.ok(labels.includes(label), `offered: ${labels.slice(0, 20).join(" | ")}`);
      }
      for (const { insertText, replace } of items) {
        assert.ok(replace.start <= cursor && cursor <= replace.end);
        if (eol === "\r\n") assert.ok(!/(?<!\r)\n/.test(insertText), `line breaks become others: ${insertText}`);
      }
    });
  }
}

test("a bracket left open does not make the lines behind it part of the word at the cursor", () => {
  const text = `version: 1
kind: program
audience:
  agents: { role: Agent, starts-using-it: within 7
    source: { system: ACD`;
  const workspace = new Workspace();
  workspace.set("file:///w/spec.training.yaml", text);
  const { items } = completion(workspace.snapshot(20_779), "file:///w/spec.training.yaml", text.length);
  for (const { replace, label } of items)
    assert.ok(!text.slice(replace.start).includes("\n"), `${label} takes a line away`);
});
