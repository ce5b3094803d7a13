import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { outcomesOf } from "../../server/src/appraisal/decision-outcome.ts";
import { evaluationOf } from "../../server/src/appraisal/evaluation.ts";
import type { MeasureEvaluation } from "../../server/src/appraisal/evaluation-types.ts";
import { parseDay } from "../../server/src/base/date.ts";
import { render } from "../../server/src/base/message.ts";
import { previewEvaluation } from "../../server/src/features/preview-evaluation.ts";
import { drawEvaluation } from "../../server/src/pictures/evaluation.ts";
import type { Context } from "../../server/src/workspace/context.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { some } from "../support/effort.ts";
import { readXml } from "../support/strict-xml.ts";

const TODAY = parseDay("2026-11-22") ?? 0;
const HEAD = "point,measure,group,from,to,value,n,sd";

function contextOf(spec: string, rows: readonly string[]): Context {
  const workspace = new Workspace();
  workspace.set("file:///p/s.training.yaml", spec);
  workspace.set("file:///p/s.results.csv", [HEAD, ...rows].join("\n"));
  const context = workspace.snapshot(TODAY).context("file:///p/s.training.yaml");
  assert.ok(context);
  return context;
}

function specOf(kind: string, unit: string, measurement: string, rest = ""): string {
  return `version: 1
kind: program
launch: 2026-03-02
metrics:
  m: { kind: ${kind}, unit: "${unit}", direction: lower, role: primary, target: { value: 5, by: 2026-12-31 } }
measurement:
${measurement}
  points:
    start: { phase: before, when: 2026-03-01, measures: [m] }
    month-6: { phase: after, when: launch + 190 days, measures: [m] }
${rest}
results: s.results.csv
`;
}

function evaluated(spec: string, rows: readonly string[]): MeasureEvaluation {
  const [first] = evaluationOf(contextOf(spec, rows));
  assert.ok(first);
  return first;
}

const BEFORE = "start,m,trained,2025-09-01,2026-02-28";
const AFTER = "month-6,m,trained,2026-03-02,2026-08-31";
const BEFORE_OTHER = BEFORE.replace("trained", "comparison");
const AFTER_OTHER = AFTER.replace("trained", "comparison");
const ALONE = "  design: before-after";
const COMPARED = "  design: control-group\n  compare: { group: others, assigned: random, n: 100 }";

describe("the headline of each design and kind", () => {
  test("before and after, shares: Newcombe in points", () => {
    const { effect, verdict } = evaluated(specOf("proportion", "%", ALONE), [`${BEFORE},20,500,`, `${AFTER},12,500,`]);
    assert.ok(effect.kind === "effect");
    assert.equal(effect.design, "before-after");
    assert.ok(Math.abs(effect.estimate + 8) < 1e-9);
    // Newcombe 1998, method 10, of 100/500 and 60/500.
    assert.ok(Math.abs(effect.interval.low + 12.53) < 0.05 && Math.abs(effect.interval.high + 3.44) < 0.05);
    assert.equal(verdict, "improved");
  });

  test("two groups, means: the change of one less that of the other", () => {
    const rows = [`${BEFORE},10,50,4`, `${AFTER},8,50,4`, `${BEFORE_OTHER},10,50,4`, `${AFTER_OTHER},9.5,50,4`];
    const { effect, verdict, mayNot } = evaluated(specOf("mean", "h", COMPARED), rows);
    assert.ok(effect.kind === "effect");
    assert.equal(effect.design, "difference-in-differences");
    assert.ok(Math.abs(effect.estimate + 1.5) < 1e-9);
    assert.equal(verdict, "not-shown");
    assert.match(mayNot.map((each) => render(each)).join(" "), /not excluded/);
  });

  test("rates: a ratio; under five events nothing is claimed", () => {
    const spec = specOf("rate", "per 1000 h", ALONE);
    const many = evaluated(spec, [`${BEFORE},10,10000,`, `${AFTER},5,10000,`]).effect;
    assert.ok(many.kind === "effect" && many.scale === "ratio" && Math.abs(many.estimate - 0.5) < 1e-9);
    const few = evaluated(spec, [`${BEFORE},2,2000,`, `${AFTER},0,200000,`]).effect;
    assert.ok(few.kind === "effect" ? few.refused !== undefined : few.because);
  });

  test("a trend line takes a row a month", () => {
    const months = Array.from({ length: 16 }, (_, index) => {
      const month = ((index + 6) % 12) + 1;
      const year = index + 6 < 12 ? 2025 : 2026;
      const day = `${year}-${String(month).padStart(2, "0")}`;
      const point = `${day}-01` < "2026-03-01" ? "start" : "month-6";
      return `${point},m,trained,${day}-01,${day}-28,${(point === "start" ? 10 : 6) + (index % 3) * 0.1},100,`;
    });
    const spec = specOf("mean", "h", "  design: trend-line").replace("2026-03-02", "2026-03-01");
    const { effect, verdict } = evaluated(spec, months);
    assert.ok(effect.kind === "effect", JSON.stringify(effect));
    assert.equal(effect.design, "trend-line");
    assert.equal(verdict, "improved");
    assert.ok(effect.cautions.length >= 2);
    const short = evaluated(spec, months.slice(3));
    assert.ok(short.effect.kind === "effect" && short.effect.refused);
    const gap = evaluated(
      spec,
      months.filter((_, index) => index !== 4),
    );
    assert.equal(gap.verdict, "not-estimable");
  });

  test("cases of few clusters count less, and under four on a side nothing is claimed", () => {
    const rows = [`${BEFORE},20,4000,`, `${AFTER},15,4000,`, `${BEFORE_OTHER},20,4000,`, `${AFTER_OTHER},20,4000,`];
    const plain = evaluated(specOf("proportion", "%", COMPARED), rows).effect;
    const by = (clusters: number) => COMPARED.replace("n: 100", `by: team, clusters: ${clusters}, icc: 0.02, n: 4000`);
    const some = evaluated(specOf("proportion", "%", by(20)), rows);
    assert.ok(plain.kind === "effect" && some.effect.kind === "effect");
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    assert.ok(width(some.effect.interval) > 2 * width(plain.interval));
    const few = evaluated(specOf("proportion", "%", by(6)), rows);
    assert.equal(few.verdict, "not-shown");
    assert.ok(few.effect.kind === "effect" && few.effect.refused);
  });
});

describe("what has to be said with the numbers", () => {
  const notes = (spec: string, rows: readonly string[]) =>
    (previewEvaluation(contextOf(spec, rows))?.notes ?? []).map((each) => render(each)).join("\n");
  const rows = [`${BEFORE},400,60,40`, `${AFTER},371,60,40`];
  const spec = specOf("mean", "s", ALONE);

  test("the same people measured twice are taken for different ones, and it says so", () => {
    const cautions = (measurement: string) => {
      const { effect } = evaluated(specOf("mean", "s", measurement), rows);
      return effect.kind === "effect" ? effect.cautions.map((each) => render(each)).join("\n") : "";
    };
    assert.match(cautions(`${ALONE}\n  compare: { same-people: yes }`), /same people.*too wide/);
    assert.match(cautions(`${ALONE}\n  analysis: { test: paired }`), /same people/);
    assert.equal(cautions(`${ALONE}\n  compare: { same-people: no }`), "");
  });

  test("whether the plan was fixed before the data", () => {
    assert.match(notes(spec, rows), /Not shown to be registered beforehand.*2026-03-02/);
    const approved = (on: string) =>
      spec.replace("results:", `money: { approved: { by: priya, on: ${on} } }\nresults:`);
    assert.match(notes(approved("2026-02-01"), rows), /approved on 2026-02-01, before the first result/);
    assert.match(notes(approved("2026-04-01"), rows), /Not shown to be registered/);
  });

  test("people picked for bad values get better by themselves: by how much, where the spec carries the number", () => {
    const picked = (role: string, baseline = "{ value: 400, sd: 40, n: 60 }") =>
      notes(
        spec
          .replace("metrics:", `audience: { a: { role: ${role}, size: 60 } }\nmetrics:`)
          .replace("target:", `baseline: ${baseline}, target:`),
        rows,
      );
    // 40 · φ(z)/Φ(z) at the lower quartile is 50.8; half of it at a correlation of 0.5.
    assert.match(picked("Sellers in the bottom quartile"), /`m`, at least 25 s \(15 to 36 s/);
    assert.match(picked("Sellers in the bottom 25 %"), /at least 25 s/);
    assert.match(picked("Underperforming sellers"), /get better by themselves/);
    assert.doesNotMatch(picked("Underperforming sellers"), /at least/);
    assert.doesNotMatch(picked("Sellers in the bottom quartile", "{ value: 400, sd: 40, n: 4800 }"), /at least/);
    assert.doesNotMatch(picked("All sellers"), /by themselves/);
  });

  test("rows that do not count are counted", () => {
    assert.match(notes(spec, [...rows, rows[0] ?? "", `${AFTER},x,60,40`, "one,two"]), /3 of 5 rows do not count/);
    assert.doesNotMatch(notes(spec, [...rows, "month-6,other,trained,2026-03-02,2026-08-31,1,2,"]), /do not count/);
  });
});

describe("bad input is not estimable, never NaN", () => {
  const hostile = [
    "0,0,0",
    "100,1,0",
    "100,2,0",
    "0,5,",
    ",10,",
    "1e300,10,1",
    "50,,",
    "50,10,1e14",
    "-5,10,1",
    "100,1000000000000,1",
  ];
  for (const kind of ["proportion", "mean", "rate"]) {
    for (const design of [ALONE, COMPARED, "  design: trend-line", "  design: estimate"]) {
      test(`${kind}, ${design.trim().split("\n")[0]}`, () => {
        for (const [index, a] of hostile.entries()) {
          // Each pair once; a rate of very many events takes its time.
          for (const b of some(hostile.slice(index), 4)) {
            const rows = [`${BEFORE},${a}`, `${AFTER},${b}`, `${BEFORE_OTHER},${b}`, `${AFTER_OTHER},${a}`];
            const context = contextOf(specOf(kind, kind === "rate" ? "per 1000 h" : "%", design), rows);
            const view = previewEvaluation(context);
            assert.ok(view);
            const made = view.measures.map(({ evaluation, facts }) => ({
              effect: evaluation.effect,
              intervals: [...evaluation.intervals.values()],
              words: facts.map(({ text }) => render(text)),
            }));
            assert.ok(onlyFinite(made), `${a} | ${b}: ${JSON.stringify(made)}`);
            assert.doesNotMatch(JSON.stringify(made), /NaN|Infinity|undefined/);
            assert.doesNotMatch(drawEvaluation(view).svg, /NaN|Infinity/);
          }
        }
      });
    }
  }
});

describe("decisions", () => {
  const rows = [`${BEFORE},20,500,`, `${AFTER},12,500,`, `${BEFORE_OTHER},20,500,`, `${AFTER_OTHER},19.8,500,`];
  const cases: readonly (readonly [condition: string, fires: boolean | "unknown"])[] = [
    ["m <= 12 % at month-6", true],
    ["m < 12 % at month-6", false],
    ["m change <= -8 % at month-6", true],
    ["m difference <= -7.8 at month-6", true],
    ["m difference > -7.8 at month-6", false],
    ["m < 5 at month-6 and m < 3 at nowhere", false],
    ["m < 13 at month-6 and m < 3 at nowhere", "unknown"],
    ["m within limit at month-6", "unknown"],
    ["m <= 12 h at month-6", "unknown"],
  ];
  for (const [condition, fires] of cases) {
    test(condition, () => {
      const decisions = `decisions:\n  d: { if: ${condition}, then: Do it }`;
      const [outcome] = outcomesOf(contextOf(specOf("proportion", "%", COMPARED, decisions), rows));
      assert.equal(outcome?.fires, fires);
    });
  }
});

describe("the samples", () => {
  test("early-call: improved against those who waited, and the target was missed", () => {
    const context = sample("samples/field-service/early-call.training.yaml");
    const [leave] = evaluationOf(context);
    assert.ok(leave?.effect.kind === "effect");
    assert.equal(leave.verdict, "improved");
    assert.ok(Math.abs(leave.effect.estimate + 0.36) < 1e-9);
    assert.deepEqual([leave.target?.reached, leave.target?.carried], [false, false]);
    assert.deepEqual(
      outcomesOf(context).map(({ decision, fires }) => [decision.id, fires]),
      [
        ["stop-or-fix", false],
        ["scale", true],
        ["end", false],
      ],
    );
  });

  test("the chart is well-formed and says in its table what it shows", () => {
    const view = previewEvaluation(sample("samples/field-service/early-call.training.yaml"));
    assert.ok(view);
    const drawing = drawEvaluation(view);
    assert.equal(readXml(drawing.svg).filter(({ attributes }) => attributes.class?.startsWith("ts-value")).length, 20);
    assert.equal(drawing.rows.length, 20 + view.measures.length);
    assert.equal(drawEvaluation(view).svg, drawing.svg);
  });
});

function onlyFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(onlyFinite);
}

function sample(file: string): Context {
  const workspace = new Workspace();
  const uri = pathToFileURL(path.resolve(file)).href;
  workspace.set(uri, readFileSync(file, "utf8"));
  for (const wanted of workspace.wanted()) workspace.set(wanted, readFileSync(fileURLToPath(wanted), "utf8"));
  const context = workspace.snapshot(TODAY).context(uri);
  assert.ok(context);
  return context;
}
