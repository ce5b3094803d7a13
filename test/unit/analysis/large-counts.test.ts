import assert from "node:assert/strict";
import { test } from "node:test";
import { exactProportionTest } from "../../../server/src/analysis/evaluation/proportions.ts";
import { garwood } from "../../../server/src/analysis/evaluation/rates.ts";
import { gammaCdf, gammaQuantile, poissonCdf } from "../../../server/src/analysis/numeric/distributions.ts";

// Values of R 4.2: qgamma(0.025, s), qgamma(0.999999, s), pgamma(s + sqrt(s), s).

const near = (value: number, expected: number, relative: number) =>
  assert.ok(Math.abs(value - expected) <= relative * Math.abs(expected), `${value} instead of ${expected}`);

const REFERENCE: readonly (readonly [shape: number, low: number, high: number, below: number])[] = [
  [199, 172.31029341278168, 273.38966615153123, 0.84153769579075899],
  [200, 173.24088268145735, 274.55761900238389, 0.84153675401397088],
  [1242.5, 1174.3649829261376, 1417.3091224267816, 0.84137656227903279],
  [100000, 99381.152663744724, 101510.36958867917, 0.84134514844832498],
  [1000000000, 999938021.44392788, 1000150323.6734234, 0.84134474610878152],
  [100000000000, 99999380205.914856, 100001503171.94846, 0.84134474607268839],
];

for (const [shape, low, high, below] of REFERENCE) {
  test(`gamma of shape ${shape}`, () => {
    near(gammaQuantile(0.025, shape), low, 1e-12);
    near(gammaQuantile(0.999999, shape), high, 1e-12);
    near(gammaCdf(shape + Math.sqrt(shape), shape), below, 1e-9);
    near(gammaCdf(gammaQuantile(1e-9, shape), shape), 1e-9, 1e-4);
  });
}

test("a Poisson sum is the other tail of a gamma", () => {
  near(poissonCdf(9003, 8540.8994240990742), 0.9999996532428026, 1e-10);
  near(poissonCdf(1524446, 1530749.9668986921), 1.7147612431527505e-7, 1e-6);
});

test("the interval of a rate of very many events", () => {
  const found = garwood({ events: 1e11, exposure: 1e11 }, 0.95);
  assert.ok(found.kind === "estimate" && found.low !== undefined && found.high !== undefined);
  near(1 - found.low, 1.96 / Math.sqrt(1e11), 1e-3);
  near(found.high - 1, 1.96 / Math.sqrt(1e11), 1e-3);
});

test("a mid-p value far out keeps its digits and is not below zero", () => {
  const groups = { first: { events: 200, cases: 10000 }, second: { events: 188, cases: 900 } };
  const found = exactProportionTest(groups, "mid-p");
  assert.ok(found.kind === "estimate" && found.p !== undefined);
  near(found.p, 1.9287150218178031e-103, 1e-6);
});
