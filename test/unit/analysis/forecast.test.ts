import assert from "node:assert/strict";
import { test } from "node:test";
import { type ForecastPlan, forecast } from "../../../server/src/analysis/forecast/forecast.ts";

const pert = (low: number, likely: number, high: number) => ({ kind: "pert", low, likely, high }) as const;

const plan: ForecastPlan = {
  scale: 1 / 3600,
  multipliers: [
    { name: "change", spread: pert(5, 15, 30) },
    { name: "volume", spread: pert(380_000, 420_000, 450_000) },
    { name: "value", spread: pert(28, 31, 36) },
    { name: "isolation", spread: pert(0.4, 0.6, 0.8) },
  ],
  costs: [{ name: "cost", spread: pert(13_000, 16_000, 22_500) }],
};

const typing = { seed: 7, draws: 10_000 };

function known(made: ReturnType<typeof forecast>) {
  if (made.kind === "not-estimable") throw new Error(made.because);
  return made;
}

test("the same plan, seed and draws give the same forecast", () => {
  assert.deepEqual(forecast(plan, typing), forecast(plan, typing));
});

test("another seed moves percentiles within their noise and leaves the exact numbers alone", () => {
  const [one, two] = [known(forecast(plan, typing)), known(forecast(plan, { ...typing, seed: 8 }))];
  assert.notEqual(one.net.p10, two.net.p10);
  assert.ok(Math.abs(one.net.p10 - two.net.p10) < 0.1 * one.sd);
  assert.deepEqual([one.mean, one.sd, one.tornado], [two.mean, two.sd, two.tornado]);
});

test("the draws are those of this generator, whatever the machine", () => {
  const { net, chanceOfPayback } = known(forecast(plan, { seed: 1, draws: 1000 }));
  assert.deepEqual({ p50: Math.round(net.p50), chanceOfPayback }, { p50: 16424, chanceOfPayback: 0.95 });
});

test("a slightly better input gives a slightly better forecast, not a reshuffled one", () => {
  const better = { ...plan, multipliers: plan.multipliers.map((factor) => ({ ...factor })) };
  better.multipliers[0] = { name: "change", spread: pert(5, 15.1, 30) };
  const [now, then] = [known(forecast(plan, typing)), known(forecast(better, typing))];
  assert.ok(then.net.p10 > now.net.p10 && then.net.p50 > now.net.p50 && then.net.p90 > now.net.p90);
});

test("simulated and exact moments agree", () => {
  const { mean, sd, net } = known(forecast(plan, { seed: 3, draws: 100_000 }));
  assert.ok(Math.abs(net.p50 - mean) < 0.2 * sd);
  const spread = (net.p90 - net.p10) / 2.563;
  assert.ok(Math.abs(spread / sd - 1) < 0.05, `${spread} against ${sd}`);
});

test("a range without width counts as fixed", () => {
  const fixed = {
    scale: 1,
    multipliers: [{ name: "change", spread: pert(2, 2, 2) }],
    costs: [{ name: "cost", spread: { kind: "fixed", value: 1 } }],
  } as const;
  const { net, sd, tornado, benefitCostRatio } = known(forecast(fixed, typing));
  assert.deepEqual(
    { net, sd, tornado, benefitCostRatio },
    {
      net: { p10: 1, p50: 1, p90: 1 },
      sd: 0,
      tornado: [],
      benefitCostRatio: 2,
    },
  );
});

test("without positive costs there is no benefit/cost ratio", () => {
  assert.ok(!("benefitCostRatio" in known(forecast({ ...plan, costs: [] }, typing))));
});

test("bounds out of order are not estimable", () => {
  const wrong = { ...plan, costs: [{ name: "cost", spread: pert(3, 2, 1) }] };
  assert.deepEqual(forecast(wrong, typing), { kind: "not-estimable", because: "values-out-of-order" });
});
