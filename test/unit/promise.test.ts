import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import { unitBounds } from "../../server/src/library/unit-bounds.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

/** The rules that report something about the text, in its order. */
function rulesFor(text: string): readonly string[] {
  const workspace = new Workspace();
  workspace.set("file:///a.training.yaml", text);
  const snapshot = workspace.snapshot(parseDay("2026-11-22") ?? 0);
  return lint(snapshot, "file:///a.training.yaml").map(({ rule }) => rule);
}

describe("unitBounds", () => {
  test("a share in percent lies between 0 and 100", () => {
    assert.deepEqual(unitBounds("%", "proportion"), { min: 0, max: 100 });
    assert.deepEqual(unitBounds(" Percent ", "proportion"), { min: 0, max: 100 });
    assert.deepEqual(unitBounds("‰", "proportion"), { min: 0, max: 1000 });
  });

  test("a rate is never negative and has no upper end", () => {
    assert.deepEqual(unitBounds("%", "rate"), { min: 0 });
    assert.deepEqual(unitBounds("per 200000 h", "rate"), { min: 0 });
  });

  test("a mean in percent, money or points can be anything", () => {
    for (const unit of ["%", "USD", "points", "EUR/order", undefined]) assert.deepEqual(unitBounds(unit, "mean"), {});
  });

  test("times and counts are seldom negative", () => {
    for (const unit of ["s", "Days", "calls"]) assert.deepEqual(unitBounds(unit, "mean"), { min: 0, usual: true });
  });

  test("a net promoter score has its scale", () => {
    assert.deepEqual(unitBounds("NPS", undefined), { min: -100, max: 100 });
  });
});

describe("placeholder-text", () => {
  const isReported = (text: string): boolean =>
    rulesFor(`version: 1\nkind: program\nneed:\n  problem: ${JSON.stringify(text)}\n`).includes("placeholder-text");

  const placeholders = [
    "TBD",
    "tbd.",
    " Tbd ",
    "TBC",
    "tba",
    "TODO",
    "TODO: ask Luis",
    "FIXME",
    "xxx",
    "XXXXX",
    "?",
    "???",
    "...",
    "…",
    "____",
    "to be defined",
    "To be confirmed by finance",
    "Owner TBD",
    "<problem>",
    "[insert number here]",
    "Lorem ipsum dolor sit amet",
    "placeholder",
  ];
  for (const text of placeholders) test(`reports ${text}`, () => assert.ok(isReported(text)));

  const answers = [
    "Todo el equipo pierde tiempo",
    "todo",
    "TBC wurde bei drei Personen zu spät erkannt",
    "Uniforms in size XXXL run out",
    "Super Bowl XXX",
    "Agents do not ask why?",
    "31 % of callers leave, most after one offer ...",
    "Nothing is to be defined here by guessing",
    "To be rude to callers costs us contracts",
    "x",
    "-",
    "[1] is the cheapest plan, and nobody offers it",
    "< 50 % of calls are logged",
    "The placeholder page is shown to one visitor in nine",
  ];
  for (const text of answers) test(`is silent on ${text}`, () => assert.ok(!isReported(text)));
});

describe("what is written in the wrong shape", () => {
  const sections: Readonly<Record<string, string>> = {
    need: "missing-need",
    owners: "missing-program-owner",
    metrics: "missing-primary-metric",
    measurement: "missing-measurement",
  };
  for (const [section, rule] of Object.entries(sections)) {
    for (const value of ["later", "[a, b]", "12", "yes"]) {
      test(`${section}: ${value} is not missing`, () => {
        assert.ok(!rulesFor(`version: 1\nkind: program\n${section}: ${value}\n`).includes(rule));
      });
    }
    test(`${section} without a value is missing`, () => {
      assert.ok(rulesFor(`version: 1\nkind: program\n${section}:\n`).includes(rule));
    });
  }

  test("an exemption in the wrong shape is one all the same", () => {
    assert.deepEqual(
      rulesFor("version: 1\nkind: program\nneed: { exempt: [law], reason: The insurer asks for it }\n").filter(
        (rule) => rule === "missing-need" || rule === "missing-primary-metric",
      ),
      [],
    );
  });
});
