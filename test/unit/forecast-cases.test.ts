import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { forecastOf, type MoneyForecast } from "../../server/src/appraisal/forecast.ts";
import type { Derived } from "../../server/src/appraisal/forecast-figure.ts";
import { render } from "../../server/src/base/message.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { ruleById } from "../../server/src/rules/registry.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

/**
 * The published worked cases as specs. `# Expect:` gives figures to the precision in which they are printed (`~`: to a
 * thousandth), `# Reports:` the conflicts that the money rules see in them, and no others.
 */
const FOLDER = "test/cases";
const URI = "file:///cases/case.training.yaml";

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".training.yaml"))) {
  const text = readFileSync(`${FOLDER}/${file}`, "utf8");
  const workspace = new Workspace();
  workspace.set(URI, text);
  const snapshot = workspace.snapshot(20_779);
  const context = snapshot.context(URI);
  const forecast = context && forecastOf(context);

  test(`${file} says where it comes from and can be read`, () => {
    assert.match(text, /^# Case [A-Z][:, ][^\n]*\n# Source: [^\n]+\n# Published: /);
    assert.deepEqual(context?.file.tree.problems, []);
  });

  test(`${file} gives the figures that are expected`, () => {
    assert.ok(forecast?.kind === "forecast");
    for (const [name, expected] of expectationsIn(text)) {
      const value = namedFigure(name, forecast);
      if (expected.startsWith("not estimable")) {
        assert.ok(typeof value !== "number" && value.kind === "not-estimable", name);
        assert.ok(render(value.because).includes(expected.split(": ")[1] ?? ""), render(value.because));
        continue;
      }
      const number = typeof value === "number" ? value : value.kind === "figure" ? value.value : Number.NaN;
      const wanted = Number(expected.replace("~", ""));
      const decimals = /\.(\d+)$/.exec(expected)?.[1]?.length ?? 0;
      const allowed = expected.startsWith("~") ? Math.abs(wanted) * 0.001 : 0.5 / 10 ** decimals;
      assert.ok(Math.abs(number - wanted) <= allowed + 1e-9, `${name} is ${number}, and ${expected} is expected`);
    }
  });

  test(`${file} is flagged for what is wrong in it, and for nothing else`, () => {
    const announced = /^# Reports: (.*)$/m.exec(text)?.[1];
    if (announced === undefined) return;
    const said = lint(snapshot, URI).filter(({ rule }) => ruleById(rule)?.family === "money");
    const wanted = announced === "nothing" ? [] : announced.split(", ");
    const isAnnounced = ({ rule }: { rule: string }) => ruleById(rule)?.kind === "conflict" || wanted.includes(rule);
    assert.deepEqual([...new Set(said.filter(isAnnounced).map(({ rule }) => rule))].sort(), wanted.sort());
  });
}

test("the two parts of case G make the sum that follows", () => {
  const parts = ["g-new-accounts", "g-cross-selling"].map((name) => {
    const workspace = new Workspace();
    workspace.set(URI, readFileSync(`${FOLDER}/${name}.training.yaml`, "utf8"));
    const context = workspace.snapshot(0).context(URI);
    const forecast = context && forecastOf(context);
    return forecast?.kind === "forecast" && forecast.benefit.kind === "figure" ? forecast.benefit.value : Number.NaN;
  });
  assert.ok(Math.abs((parts[0] ?? 0) + (parts[1] ?? 0) - 4_568_700) < 0.01);
});

function expectationsIn(text: string): [string, string][] {
  const line = /^# Expect: (.*)$/m.exec(text)?.[1] ?? "";
  return line
    .split(", ")
    .filter((part) => part !== "")
    .map((part) => [part.split(" ")[0] ?? "", part.slice(part.indexOf(" ") + 1)]);
}

function namedFigure(name: string, forecast: MoneyForecast): Derived | number {
  const [first] = forecast.metrics;
  switch (name) {
    case "change":
    case "did":
      return first?.change?.value ?? Number.NaN;
    case "relative": {
      const { baseline, target } = first?.view.metric ?? {};
      const [from, to] = [baseline?.value?.value ?? Number.NaN, target?.value?.value ?? Number.NaN];
      return (to / from - 1) * 100;
    }
    case "benefit":
    case "cost":
    case "net":
    case "bcr":
    case "roi":
    case "payback":
      return forecast[name];
    default:
      throw new Error(`nobody knows what "${name}" is`);
  }
}
