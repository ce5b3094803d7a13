import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { forecastOf } from "../../server/src/appraisal/forecast.ts";
import { oddsOf } from "../../server/src/appraisal/forecast-odds.ts";
import { render } from "../../server/src/base/message.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { assertFinite, contextOf, forecast, SPEC, spec, value, why } from "../support/forecast.ts";

describe("what is not known is not invented", () => {
  const cases: readonly (readonly [name: string, text: string, because: RegExp])[] = [
    ["no volume", spec(["    volume: 96000\n", ""]), /`save-rate` has no `volume`/],
    ["no value", spec(["    value: { amount: 180, per: customer kept, basis: margin }\n", ""]), /worth/],
    ["no unit", spec(['    unit: "%"\n', ""]), /no unit/],
    ["no horizon", spec(["  horizon: 12 months\n", ""]), /horizon/],
    ["a horizon of nothing", spec(["12 months", "0 months"]), /horizon/],
    ["a contribution that is no number", spec(["{ low: 0.4, likely: 0.6, high: 0.8 }", "most of it"]), /contribution/],
    [
      "a contribution above 1",
      spec(["{ low: 0.4, likely: 0.6, high: 0.8 }", "60"]),
      /share from 0 to 1|cannot be read/,
    ],
    ["a range out of order", spec(["low: 1, likely: 3", "low: 5, likely: 3"]), /out of order/],
    ["an expected change that cannot be read", spec(["{ low: 1, likely: 3, high: 4.5 }", "some"]), /cannot be read/],
    ["numbers beyond all bounds", spec(["amount: 180", "amount: 1e300"], ["96000", "1e300"]), /too large/],
    [
      "a catalog that is not there",
      spec(["id: save", "id: save\ncatalogs: [gone.training.yaml]"]),
      /catalog cannot be/,
    ],
  ];
  for (const [name, text, because] of cases) {
    test(name, () => {
      const made = forecast(text);
      assert.match(why(made.net), because);
      assert.equal(oddsOf(made).kind, "not-estimable");
      assertFinite(made);
    });
  }

  test("an infinite number is no number", () => {
    const made = forecast(spec(["amount: 180", "amount: 1e400"]));
    assert.equal(made.net.kind, "not-estimable");
    assertFinite(made);
  });

  test("a cost that cannot be computed leaves the benefit", () => {
    const made = forecast(spec([", hourly-rate: 31", ""]));
    assert.equal(value(made.benefit), 311_040);
    assert.match(why(made.cost), /`participant-time` has no `hourly-rate`/);
  });

  test("no cost is no ratio, and no benefit no payback", () => {
    const free = forecast(spec(["development: 46000", "development: 0"], ["people: 240", "people: 0"]));
    assert.match(why(free.bcr), /cost is 0/);
    assert.equal(value(free.net), 311_040);
    const none = forecast(spec(["{ low: 1, likely: 3, high: 4.5 }", "0"]));
    assert.match(why(none.payback), /no benefit/);
  });

  test("another currency is not added", () => {
    const catalog = `version: 1
kind: catalog
currency: EUR
metrics:
  kept: { kind: proportion, unit: "%", direction: higher, value: { amount: 180, per: customer kept } }
`;
    const text = spec(
      ["id: save", "id: save\ncatalogs: [company.training.yaml]"],
      ['    kind: proportion\n    unit: "%"\n    direction: higher\n', "    use: kept\n"],
      ["    value: { amount: 180, per: customer kept, basis: margin }\n", ""],
    );
    assert.match(why(forecast(text, catalog).benefit), /in EUR and the money case in USD/);
    assert.equal(value(forecast(text, catalog.replace("EUR", "USD")).benefit), 311_040);
  });

  test("exempt programs have none; tactical ones need none", () => {
    const noMoney = SPEC.slice(0, SPEC.indexOf("money:"));
    const exempt = forecastOf(contextOf(`${noMoney}need: { exempt: compliance, reason: Law }\n`));
    assert.ok(exempt?.kind === "none" && /exempt/.test(render(exempt.because)));
    const tactical = forecastOf(contextOf(`${noMoney}tier: tactical\n`));
    assert.ok(tactical?.kind === "none" && /tactical/.test(render(tactical.because)));
    const missing = forecastOf(contextOf(noMoney));
    assert.ok(missing?.kind === "none" && /missing/.test(render(missing.because)));
    assert.equal(forecastOf(contextOf("version: 1\nkind: catalog\n")), undefined);
  });
});

describe("odds", () => {
  test("the same text gives the same odds", () => {
    assert.deepEqual(oddsOf(forecast(SPEC)), oddsOf(forecast(SPEC)));
  });

  test("lie around the exact mean, and the drivers come widest first", () => {
    const odds = oddsOf(forecast(SPEC), 40_000);
    assert.ok(odds.kind === "odds");
    const { net, mean, sd, chanceOfPayback, drivers } = odds;
    // Means of PERT: (1 + 12 + 4.5) / 6 and 0.6.
    assert.ok(Math.abs(mean - ((17.5 / 6) * 0.01 * 96_000 * 180 * 0.6 - 83_944)) < 1e-6);
    assert.ok(net.p10 < net.p50 && net.p50 < net.p90 && Math.abs(net.p50 - mean) < 0.2 * sd);
    assert.ok(chanceOfPayback > 0.9 && chanceOfPayback <= 1);
    assert.deepEqual(
      drivers.map(({ name }) => render(name)),
      ["change of `save-rate`", "contribution"],
    );
    assert.ok(drivers.every(({ span }) => span !== undefined));
  });

  test("a reach with a range moves the cost of the participants alone", () => {
    const odds = oddsOf(forecast(spec(["reach: 0.85", "reach: { low: 0.5, likely: 0.85, high: 1 }"])));
    assert.ok(odds.kind === "odds");
    const reach = odds.drivers.find(({ name }) => render(name) === "reach");
    assert.ok(reach && Math.abs(reach.swing - 0.5 * 240 * 6 * 31) < 1e-6);
  });

  test("single numbers give no odds", () => {
    const made = forecast(
      spec(["{ low: 1, likely: 3, high: 4.5 }", "3"], ["{ low: 0.4, likely: 0.6, high: 0.8 }", "0.6"]),
    );
    const odds = oddsOf(made);
    assert.ok(odds.kind === "not-estimable" && /single number/.test(render(odds.because)));
    assert.equal(made.singlePoints.length, 4);
  });
});

test("no sample holds a number that is none", () => {
  const workspace = new Workspace();
  const files = readdirSync("samples", { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".training.yaml"));
  for (const file of files)
    workspace.set(`file:///samples/${file.replaceAll("\\", "/")}`, readFileSync(`samples/${file}`, "utf8"));
  for (const uri of workspace.wanted()) workspace.setUnreadable(uri, "missing");
  const snapshot = workspace.snapshot(20_779);
  for (const file of files) {
    const context = snapshot.context(`file:///samples/${file.replaceAll("\\", "/")}`);
    const made = context && forecastOf(context);
    if (made?.kind !== "forecast") continue;
    assertFinite(made);
    assertFinite(oddsOf(made, 1000));
  }
});
