import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Priorities } from "../../server/src/appraisal/priorities.ts";
import { rankingNotes, reasonWords, unrankedWords } from "../../server/src/appraisal/priority-words.ts";
import { rankPrograms, valueStep } from "../../server/src/appraisal/rank-programs.ts";
import { render } from "../../server/src/base/message.ts";
import { PriorityAppraiser, type Progress } from "../../server/src/features/priorities.ts";
import { portfolioSections } from "../../server/src/pictures/portfolio-sections.ts";
import { FOLDER, prioritiesFor, programText, workspaceOf } from "../support/portfolio.ts";
import { readXml } from "../support/strict-xml.ts";

describe("rank", () => {
  const ranked = (...all: readonly (readonly [net: number, certainty: number, toFix: number])[]) =>
    rankPrograms(all, ([net, certainty, toFix]) => ({ net, certainty, toFix })).map(({ of, rank, by }) => [
      rank,
      by,
      ...of,
    ]);

  test("the step of the value comes first, then certainty, then what is left to fix, then net", () => {
    assert.deepEqual(ranked([190_000, 4, 0], [210_000, 0, 9], [110_000, 4, 1], [180_000, 4, 1], [120_000, 3, 0]), [
      [1, "value", 210_000, 0, 9],
      [2, "value", 190_000, 4, 0],
      [3, "readiness", 180_000, 4, 1],
      [4, "net", 110_000, 4, 1],
      [5, "certainty", 120_000, 3, 0],
    ]);
  });

  test("what looks equal shares a rank, and the next is left out", () => {
    const ranks = ranked([1001, 2, 0], [1004, 2, 0], [900, 2, 0]).map(([rank, by]) => [rank, by]);
    assert.deepEqual(ranks, [
      [1, "none"],
      [1, "none"],
      [3, "value"],
    ]);
  });

  test("losses come last, the smaller one first, and one alone is first", () => {
    assert.deepEqual(
      ranked([-5, 4, 0], [-1, 4, 0], [1, 0, 3]).map(([, , net]) => net),
      [1, -1, -5],
    );
    assert.deepEqual(ranked([7, 1, 1]), [[1, "none", 7, 1, 1]]);
  });

  test("steps are 1, 2, 5, 10, and an amount belongs to the step it is shown in", () => {
    const steps = [0.3, 1, 1.999, 2, 4.99, 5, 9.99, 9.996, 999_600, 1e15].map((net) => valueStep(net)?.from);
    assert.deepEqual(steps, [0.2, 1, 2, 2, 2, 5, 5, 10, 1e6, 1e15]);
    assert.deepEqual(valueStep(6_000), { from: 5_000, to: 10_000 });
    assert.equal(valueStep(0), undefined);
    assert.equal(valueStep(-10), undefined);
  });
});

describe("portfolio", () => {
  test("goals by priority, programs by rank, each with its reason", () => {
    const found = prioritiesFor({
      a: { change: "{ low: 0.5, likely: 1, high: 1.2 }" },
      b: {},
      c: { goal: "later" },
      d: { goal: "someday" },
      e: { design: "before-after" },
    });
    assert.deepEqual(
      found.goals.map(({ goal }) => goal?.goal.id),
      ["sooner", "later", "someday"],
    );
    const [sooner] = found.goals;
    assert.deepEqual(namesOf(found), [["b", "e", "a"], ["c"], ["d"]]);
    const [ranking] = sooner?.rankings ?? [];
    assert.ok(ranking);
    assert.deepEqual(
      ranking.programs.map((_, index) => render(reasonWords(ranking.programs, index))),
      [
        "as valuable as the next (EUR 20,000 to 50,000), more certain: 4 of 4 against 3",
        "as valuable as the one above (EUR 20,000 to 50,000), less certain: 3 of 4 against 4",
        "lower value: EUR 5000 to 10,000 against EUR 20,000 to 50,000",
      ],
    );
  });

  test("currencies are neither ranked against each other nor added", () => {
    const [goal] = prioritiesFor({ a: {}, b: { currency: "USD" }, c: {} }).goals;
    assert.deepEqual(
      goal?.rankings.map(({ currency, programs }) => [currency, programs.length]),
      [
        ["EUR", 2],
        ["USD", 1],
      ],
    );
    const [euros] = goal?.rankings ?? [];
    assert.ok(euros && Math.abs(euros.total - 58_000) < 1, String(euros?.total));
    assert.match(
      euros
        ? rankingNotes(euros, 1)
            .map((note) => render(note))
            .join()
        : "",
      /other currencies/,
    );
  });

  test("what has no rank says why, and nothing is left out", () => {
    const found = prioritiesFor(
      {
        live: { status: "live" },
        gone: { status: "retired" },
        unknown: { change: "some" },
        homeless: { goal: "nowhere" },
      },
      {
        "drill.training.yaml": "version: 1\nkind: program\nid: drill\nneed: { exempt: compliance, reason: law }\n",
        "draft.training.yaml": "version: 1\nkind: program\nid: draft\nstatus: draft\n",
        "tactical.training.yaml": "version: 1\nkind: program\nid: tactical\ntier: tactical\n",
        "torn.training.yaml": "%&{{{[\n  nothing: [\n",
      },
    );
    const unranked = found.goals.flatMap(({ unranked: all }) => all);
    assert.deepEqual(
      unranked.map((each) => [each.of.program.program.id?.value, each.why, render(unrankedWords(each))]).sort(),
      [
        ["draft", "not-estimable", "not estimable because `money` is missing"],
        [
          "drill",
          "exempt",
          "the program is exempt from business outcomes: it is built because it has to be, not for its value",
        ],
        ["live", "built", "already built: it is `live`"],
        ["tactical", "not-estimable", "not estimable because a tactical program needs no money case"],
        ["unknown", "not-estimable", "not estimable because the expected change of `returns` cannot be read"],
      ],
    );
    assert.equal(found.retired, 1);
    assert.deepEqual(found.unreadable, [`${FOLDER}torn.training.yaml`]);
    assert.deepEqual(
      found.unserved.map(({ goal }) => goal.id),
      ["later", "someday"],
    );
    // Its metric supports a goal, though the one it names is none.
    assert.deepEqual(namesOf(found)[0], ["homeless"]);
  });

  test("a change that several programs claim is counted once", () => {
    const both = { role: "Seller", contribution: "0.8" };
    const [goal] = prioritiesFor({ a: both, b: both, c: { role: "Packer" } }).goals;
    const [ranking] = goal?.rankings ?? [];
    assert.ok(ranking);
    // Each books 24,000 of a change of which both together can have 30,000.
    assert.ok(Math.abs(ranking.twice - 18_000) < 1, String(ranking.twice));
    const notes = rankingNotes(ranking, 0).map((note) => render(note));
    assert.ok(
      notes.some((note) => note.includes("`a` and `b` together claim 160 %")),
      notes.join("\n"),
    );
    assert.ok(notes.some((note) => note.includes("leaves EUR")));
  });

  test("shares that fit, other roles and later years are no double count", () => {
    const role = "Seller";
    for (const other of [
      { role, contribution: "0.4" },
      { role: "Packer", contribution: "0.6" },
      { role, contribution: "0.6", launch: "2028-03-01" },
    ]) {
      const [goal] = prioritiesFor({ a: { role, contribution: "0.6" }, b: other }).goals;
      assert.equal(goal?.rankings[0]?.twice, 0, JSON.stringify(other));
    }
    const drafts = prioritiesFor({
      a: { role, contribution: "0.6" },
      b: { role, contribution: "0.6", status: "draft" },
    });
    assert.ok((drafts.goals[0]?.rankings[0]?.twice ?? 0) > 0, "a draft claims as well");
  });

  test("values of different kinds are named", () => {
    const [goal] = prioritiesFor({ a: {}, b: { horizon: "24 months" } }).goals;
    const [ranking] = goal?.rankings ?? [];
    const notes = ranking
      ? rankingNotes(ranking, 0)
          .map((note) => render(note))
          .join("\n")
      : "";
    assert.match(notes, /not of one kind/);
    assert.match(notes, /over 24 months/);
  });

  test("after an edit only what it touches is appraised again", () => {
    const workspace = workspaceOf({ a: {}, b: {} });
    const appraiser = new PriorityAppraiser();
    const first = finish(appraiser.steps(workspace.snapshot(20_779)));
    workspace.set(`${FOLDER}a.training.yaml`, programText("a", { cost: 9000 }));
    const second = finish(appraiser.steps(workspace.snapshot(20_779)));
    const appraisal = (found: Priorities, id: string) =>
      found.goals[0]?.rankings[0]?.programs.find(({ of }) => of.program.name === id)?.of.appraisal;
    assert.equal(appraisal(second, "b"), appraisal(first, "b"));
    assert.notEqual(appraisal(second, "a"), appraisal(first, "a"));
    const catalog = workspace.snapshot(20_779).files.get(`${FOLDER}company.training.yaml`)?.tree.source ?? "";
    workspace.set(`${FOLDER}company.training.yaml`, catalog.replace("amount: 10", "amount: 20"));
    const third = finish(appraiser.steps(workspace.snapshot(20_779)));
    assert.notEqual(appraisal(third, "b"), appraisal(first, "b"), "a catalog counts for all who name it");
  });

  test("pictures are well-formed for any name, and can be opened where there is an address", () => {
    const hostile = `"</svg><script>x</script> & \\u202e"`;
    const found = prioritiesFor(
      { a: {}, b: { change: "0.01" } },
      {
        "odd.training.yaml": programText("odd").replace("title: odd", `title: ${hostile}`),
      },
    );
    const pictures = portfolioSections(found, { addressOf: (uri) => uri }).flatMap((section) => section.pictures);
    assert.equal(pictures.length, 1);
    for (const { picture } of pictures) {
      const elements = readXml(picture.svg);
      assert.ok(elements.every(({ name }) => name !== "script"));
      assert.equal(elements.filter(({ attributes }) => attributes["data-uri"]).length, 3);
      assert.ok(picture.rows.every((row) => row.length === picture.columns.length));
      assert.doesNotMatch(picture.svg, /NaN|Infinity|undefined/);
    }
    const short = portfolioSections(found, { mostRows: 1 }).flatMap((section) => section.pictures);
    assert.equal(short[0]?.picture.rows.length, 1);
    assert.match(short[0]?.picture.caption ?? "", /2 more rows/);
  });
});

function namesOf({ goals }: Priorities) {
  return goals.map(({ rankings }) => rankings.flatMap(({ programs }) => programs.map(({ of }) => of.program.name)));
}

function finish(steps: Generator<Progress, Priorities>): Priorities {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
