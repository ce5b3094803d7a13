import assert from "node:assert/strict";
import { test } from "node:test";
import { compareMeans } from "../../../server/src/analysis/evaluation/means.ts";
import { exactProportionTest, newcombe, wilson } from "../../../server/src/analysis/evaluation/proportions.ts";
import { garwood } from "../../../server/src/analysis/evaluation/rates.ts";
import { compareTeamMeans } from "../../../server/src/analysis/evaluation/team-means.ts";
import { tCdf } from "../../../server/src/analysis/numeric/distributions.ts";
import { noncentralTCdf } from "../../../server/src/analysis/numeric/noncentral-t.ts";
import { detectableChange } from "../../../server/src/analysis/planning/detectable-change.ts";
import { powerOf } from "../../../server/src/analysis/planning/power.ts";
import { requiredSize } from "../../../server/src/analysis/planning/required-size.ts";

// Values that were in print or in a manual before the reference vectors were made.

const twoSided = { alpha: 0.05, sides: 2 } as const;
const pooled = { kind: "two-means", method: "pooled", sd1: 1, sd2: 1, ...twoSided } as const;

function near(value: number | undefined, expected: number, digits: number): void {
  assert.equal(value?.toFixed(digits), expected.toFixed(digits));
}

test("Cohen: 64 per group find half a standard deviation with power 0.80", () => {
  const size = requiredSize({ ...pooled, delta: 0.5 }, { power: 0.8, ratio: 1 });
  assert.equal(size.kind, "size");
  if (size.kind !== "size") return;
  assert.deepEqual([size.n1, size.n2], [64, 64]);
  near(size.real.n1, 63.76561, 4);
});

test("R manual: power.t.test(n = 20, delta = 1) is 0.8689528", () => {
  const found = powerOf({ ...pooled, delta: 1 }, { n1: 20, n2: 20 });
  near(found.kind === "power" ? found.power : undefined, 0.8689528, 6);
});

test("Newcombe 1998: score intervals of one proportion", () => {
  for (const [events, cases, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const found = wilson({ events, cases }, 0.95);
    assert.equal(found.kind, "estimate");
    if (found.kind !== "estimate") return;
    near(found.low, low, 4);
    near(found.high, high, 4);
  }
});

test("Newcombe 1998: 56/70 against 48/80 by method 10", () => {
  const found = newcombe({ first: { events: 48, cases: 80 }, second: { events: 56, cases: 70 } }, 0.95);
  assert.equal(found.kind, "estimate");
  if (found.kind !== "estimate") return;
  near(found.low, 0.0524, 4);
  near(found.high, 0.3339, 4);
});

test("Fisher's tea: three of four right has p = 0.4857", () => {
  const found = exactProportionTest({ first: { events: 1, cases: 4 }, second: { events: 3, cases: 4 } }, "fisher");
  near(found.kind === "estimate" ? found.p : undefined, 0.4857, 4);
});

test("Garwood 1936: ten events are 4.80 to 18.39", () => {
  const found = garwood({ events: 10, exposure: 1 }, 0.95);
  assert.equal(found.kind, "estimate");
  if (found.kind !== "estimate") return;
  near(found.low, 4.795, 3);
  near(found.high, 18.39, 2);
});

test("the non-central t without non-centrality is Student's t", () => {
  for (const df of [1, 1.5, 2, 3.3, 7, 30, 1e3, 1e6]) {
    for (const t of [-40, -2, -0.1, 0, 0.5, 2, 12, 600]) {
      assert.ok(Math.abs(noncentralTCdf(t, df, 0) - tCdf(t, df)) < 1e-9, `t ${t}, df ${df}`);
    }
  }
});

test("power at no effect is alpha", () => {
  for (const plan of [
    { ...pooled, delta: 0 },
    { kind: "two-proportions", method: "z-pooled", p1: 0.3, p2: 0.3, ...twoSided },
    { kind: "two-rates", method: "log", rate1: 2, rate2: 2, phi: 1, ...twoSided },
  ] as const) {
    const found = powerOf(plan, { n1: 40, n2: 60 });
    near(found.kind === "power" ? found.power : undefined, 0.05, 8);
  }
});

test("a detectable change is detected with just that power", () => {
  const plan = { kind: "two-rates", method: "log", rate1: 4, rate2: 4, phi: 1.3, ...twoSided } as const;
  const size = { n1: 60, n2: 40 };
  const found = detectableChange(plan, size, { power: 0.9, direction: "decrease" });
  assert.equal(found.kind, "change");
  if (found.kind !== "change") return;
  const back = powerOf({ ...plan, rate2: found.value }, size);
  near(back.kind === "power" ? back.power : undefined, 0.9, 8);
});

test("with two groups of equal size and SD, Welch and the pooled t agree", () => {
  const groups = { first: { mean: 10, sd: 3, n: 20 }, second: { mean: 12, sd: 3, n: 20 } };
  assert.deepEqual(
    JSON.stringify(compareMeans({ ...groups, method: "welch" }, 0.95)).slice(0, 60),
    JSON.stringify(compareMeans({ ...groups, method: "pooled" }, 0.95)).slice(0, 60),
  );
});

test("one team per arm cannot be compared", () => {
  const values = [1, 2, 3].flatMap((value) => [
    { team: "a", trained: false, value },
    { team: "b", trained: true, value: value + 1 },
  ]);
  assert.deepEqual(compareTeamMeans(values, 0.95), { kind: "not-estimable", because: "too-few-clusters" });
});
