import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluateSeries } from "../../../server/src/analysis/evaluation/evaluate-series.ts";
import { evaluateSummary } from "../../../server/src/analysis/evaluation/evaluate-summary.ts";

function methodsOf(found: ReturnType<typeof evaluateSummary>) {
  return found.kind === "not-estimable" ? found.because : [found.interval, found.test];
}

test("large tables get a z test, small ones mid-P", () => {
  const large = { first: { events: 45, cases: 300 }, second: { events: 21, cases: 280 } };
  const small = { first: { events: 3, cases: 40 }, second: { events: 5, cases: 41 } };
  assert.deepEqual(methodsOf(evaluateSummary({ kind: "two-proportions", ...large }, 0.95)), ["Newcombe", "pooled z"]);
  assert.deepEqual(methodsOf(evaluateSummary({ kind: "two-proportions", ...small }, 0.95)), ["Newcombe", "mid-P"]);
});

test("a table without variation has an interval and no p-value", () => {
  const none = { events: 0, cases: 10 };
  const found = evaluateSummary({ kind: "two-proportions", first: none, second: none }, 0.95);
  assert.equal(found.kind, "estimate");
  assert.ok(!("p" in found) && !("test" in found) && "low" in found);
});

test("people who never change have an interval and no p-value", () => {
  const table = { yesYes: 10, yesNo: 0, noYes: 0, noNo: 10 };
  const found = evaluateSummary({ kind: "paired-proportions", ...table }, 0.95);
  assert.ok(found.kind === "estimate" && !("p" in found) && "low" in found);
});

test("under 20 events the rate ratio is conditional, unless counts are over-dispersed", () => {
  const counts = { first: { events: 24, exposure: 6 }, second: { events: 13, exposure: 6 } };
  const conditional = evaluateSummary({ kind: "two-rates", phi: 1, ...counts }, 0.95);
  const wald = evaluateSummary({ kind: "two-rates", phi: 1.4, ...counts }, 0.95);
  assert.deepEqual(methodsOf(conditional), ["conditional mid-P", "conditional mid-P"]);
  assert.deepEqual(methodsOf(wald), ["log Wald", "log Wald"]);
});

test("a rate that rose from nothing has a lower bound only", () => {
  const counts = { first: { events: 0, exposure: 6 }, second: { events: 13, exposure: 6 } };
  const found = evaluateSummary({ kind: "two-rates", phi: 1, ...counts }, 0.95);
  assert.equal(found.kind, "lower-bound");
  assert.ok(found.kind === "lower-bound" && found.low > 1);
});

test("a short series says what must not be read into it", () => {
  const values = [5, 6, 5.5, 7, 6.2, 6.9, 7.4, 9, 8.5, 9.9];
  const found = evaluateSeries({ values, before: 7 }, 0.95);
  assert.ok(found.kind === "series-evaluation");
  assert.deepEqual(found.cautions, ["no-slope", "no-seasonality"]);
  assert.ok(found.averageEffect.kind === "estimate" && found.averageEffect.df === values.length - 5);
});

test("a series exactly on its lines is not estimable", () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const found = evaluateSeries({ values, before: 6 }, 0.95);
  assert.deepEqual(found.kind === "series-evaluation" && found.averageEffect, {
    kind: "not-estimable",
    because: "no-variation",
  });
});
