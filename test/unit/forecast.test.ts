import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { oddsOf } from "../../server/src/appraisal/forecast-odds.ts";
import { assumptionsOf, wordsForField } from "../../server/src/appraisal/forecast-words.ts";
import { render } from "../../server/src/base/message.ts";
import { contextOf, forecast, SPEC, spec, value, why } from "../support/forecast.ts";

test("benefit, cost, net, BCR, ROI, payback and break-even at likely values", () => {
  const made = forecast(SPEC);
  assert.equal(value(made.benefit), 311_040);
  assert.equal(value(made.cost), 46_000 + 240 * 6 * 31 * 0.85);
  assert.equal(value(made.net), 311_040 - 83_944);
  assert.ok(Math.abs(value(made.roi) - (value(made.bcr) - 1) * 100) < 1e-9);
  assert.ok(Math.abs(value(made.payback) - (83_944 / 311_040) * 12) < 1e-9);
  assert.ok(Math.abs(value(made.metrics[0]?.breakEven ?? made.net) - (3 * 83_944) / 311_040) < 1e-9);
  assert.ok(made.benefit.kind === "figure");
  assert.equal(
    render(made.benefit.working),
    "3 points ÷ 100 × 96,000 a year × USD 180 per customer kept × 0.6 contribution = USD 311,040",
  );
  assert.equal(made.benefit.inputs.length, 4);
  assert.ok(made.benefit.inputs.every(({ span }) => span !== undefined));
});

describe("units", () => {
  const proportion = 'kind: proportion\n    unit: "%"';
  const per = "per: customer kept";
  const cases: readonly (readonly [name: string, unit: string, per: string, perUnit: number])[] = [
    ["percentage points by 100", proportion, per, 0.01],
    ["a mean in percent too", 'kind: mean\n    unit: "%"', "per: rostered hour", 0.01],
    ["permille by 1000", 'kind: proportion\n    unit: "‰"', per, 0.001],
    ["a rate by its exposure", "kind: rate\n    unit: per 200,000 h", "per: injury", 1 / 200_000],
    ["a rate in another language", "kind: rate\n    unit: je 1.000 Betttage", "per: Sturz", 1 / 1000],
    ["a rate without a number", "kind: rate\n    unit: per month", "per: incident", 1],
    ["seconds into hours", "kind: mean\n    unit: s", "per: hour", 1 / 3600],
    ["seconds into hours in German", "kind: mean\n    unit: s", "per: Stunde Arbeitszeit", 1 / 3600],
    ["a compound of another language", "kind: mean\n    unit: s", "per: Arbeitsstunde", 1 / 3600],
    ["another script", "kind: mean\n    unit: s", "per: 1時間", 1 / 3600],
    ["minutes into minutes", "kind: mean\n    unit: min", "per: minute", 1],
    ["hours into minutes", "kind: mean\n    unit: h", "per: minute", 60],
    ["days as days", "kind: mean\n    unit: days", "per: vacancy day", 1],
    ["a mean in money", "kind: mean\n    unit: USD", "per: USD of revenue", 1],
    ["a mean of things", "kind: mean\n    unit: lines/h", "per: line", 1],
  ];
  for (const [name, unit, each, perUnit] of cases) {
    test(name, () => {
      const made = forecast(spec([proportion, unit], [per, each]));
      assert.ok(Math.abs(value(made.benefit) - 3 * 96_000 * 180 * 0.6 * perUnit) < 1e-6);
    });
  }

  test("a value for a whole point takes no volume", () => {
    const text = spec([per, "per: percentage point"], ["    volume: 96000\n", ""], ["amount: 180", "amount: 289000"]);
    assert.equal(Math.round(value(forecast(text).benefit)), Math.round(3 * 289_000 * 0.6));
  });

  test("seconds cannot be turned into calls, nor days into hours", () => {
    assert.match(why(forecast(spec([proportion, "kind: mean\n    unit: s"], [per, "per: call"])).benefit), /counts s/);
    assert.match(why(forecast(spec([proportion, "kind: mean\n    unit: days"], [per, "per: hour"])).net), /days/);
  });
});

describe("what is taken", () => {
  test("without an expected change the way to the target, in the good direction", () => {
    const none = ["  expected-change:\n    save-rate: { low: 1, likely: 3, high: 4.5 }\n", ""] as const;
    assert.equal(forecast(spec(none)).metrics[0]?.change?.value, 4);
    const lower = forecast(spec(none, ["direction: higher", "direction: lower"], ["value: 73", "value: 66.5"]));
    assert.equal(lower.metrics[0]?.change?.value, 2.5);
    assert.match(
      assumptionsOf(lower)
        .map((each) => render(each))
        .join(" "),
      /whole way to the target/,
    );
  });

  test("the horizon scales the benefit and not the cost", () => {
    const made = forecast(spec(["12 months", "6 months"]));
    assert.equal(value(made.benefit), 155_520);
    assert.equal(value(made.cost), value(forecast(SPEC).cost));
    assert.equal(value(forecast(spec(["12 months", "52 weeks"])).benefit), 311_040);
  });

  test("several metrics are added, and each has its break-even", () => {
    const second = `  churn:
    kind: proportion
    unit: "%"
    direction: lower
    role: secondary
    baseline: { value: 9 }
    target: { value: 8 }
    volume: 1000
    value: { amount: 500, per: customer kept, basis: margin }
money:`;
    const made = forecast(spec(["money:", second]));
    assert.equal(value(made.benefit), 311_040 + 1000 * 0.01 * 500 * 0.6);
    assert.equal(made.metrics.length, 2);
    const [one, two] = made.metrics.map(({ breakEven }) => value(breakEven));
    assert.ok(Math.abs((one ?? 0) / 3 - (two ?? 0) / 1) < 1e-9);
    const odds = oddsOf(made);
    assert.ok(odds.kind === "odds" && odds.drivers.length === 2);
  });

  test("a guardrail is never turned into money, and what has a target and no value is named as left out", () => {
    const guard = `  quality:
    kind: mean
    unit: points
    role: guardrail
    volume: 100
    value: { amount: 5, per: point }
  complaints:
    kind: mean
    unit: complaints
    role: secondary
    target: { value: 3 }
money:`;
    const made = forecast(spec(["money:", guard]));
    assert.deepEqual(
      made.metrics.map(({ id }) => id),
      ["save-rate"],
    );
    assert.deepEqual(made.leftOut, ["complaints"]);
  });

  test("a confidence beside a range is called what it is", () => {
    const made = forecast(spec(["  reach", "  confidence: 0.8\n  reach"]));
    assert.equal(made.isDiscountedTwice, true);
    assert.match(render(assumptionsOf(made)[0] ?? { key: "", values: [] }), /discounted twice/);
  });
});

test("every number of a hover has words", () => {
  const context = contextOf(SPEC);
  const paths = [
    ["money"],
    ["money", "expected-change"],
    ["money", "expected-change", "save-rate"],
    ["money", "contribution"],
    ["money", "reach"],
    ["money", "horizon"],
    ["money", "costs"],
    ["money", "costs", "participant-time"],
    ["metrics", "save-rate", "volume"],
    ["metrics", "save-rate", "value"],
  ];
  for (const path of paths) assert.ok(wordsForField(context, path).length > 0, path.join("."));
  assert.deepEqual(wordsForField(context, ["need"]), []);
});
