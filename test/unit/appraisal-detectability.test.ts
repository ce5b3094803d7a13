import assert from "node:assert/strict";
import { test } from "node:test";
import { roundedUp } from "../../server/src/appraisal/amount-words.ts";
import { casesNeeded, detectabilityOf, powerAtTarget, seesTarget } from "../../server/src/appraisal/detectability.ts";
import { scaleOf } from "../../server/src/appraisal/scale.ts";
import { waysOut } from "../../server/src/appraisal/ways-out.ts";
import { render } from "../../server/src/base/message.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const URI = "file:///case/spec.training.yaml";

function read(metric: string, measurement: string) {
  const text = `version: 1
kind: program
launch: 2027-02-01
audience: { agents: { role: Agent, size: 240 } }
metrics:
  m: { role: primary, ${metric} }
measurement: { ${measurement} }
`;
  const workspace = new Workspace();
  workspace.set(URI, text);
  const snapshot = workspace.snapshot(20779);
  const context = snapshot.context(URI);
  const measure = context?.measures[0];
  assert.ok(context && measure);
  return { text, snapshot, context, measure, found: detectabilityOf(context, measure) };
}

const SHARE = 'kind: proportion, unit: "%", direction: higher';
const CLUSTERED =
  "design: control-group, compare: { group: x, assigned: random, by: team, clusters: 48, icc: 0.005, n: 48000 }, analysis: { test: difference-in-differences }";

test("the example of the language sees its target, narrowly", () => {
  const { found } = read(`${SHARE}, baseline: { value: 69, n: 48000 }, target: { value: 73 }`, CLUSTERED);
  assert.ok(found.kind === "detectable");
  assert.ok(Math.abs(found.designEffect - 10.995) < 1e-9);
  // z: (1.96 + 0.8416) × √(4 · 0.21 / 4365.6), with the variance at the target in one of the four cells.
  assert.ok(Math.abs((found.change ?? 0) - 3.885) < 0.002);
  assert.ok(Math.abs((powerAtTarget(found) ?? 0) - 0.823) < 0.001);
  assert.equal(seesTarget(found, 0), "yes");
});

test("two shares need what the tables say: 70 to 75 % takes 1,251 in each group", () => {
  const { found } = read(
    `${SHARE}, baseline: { value: 70, n: 1000 }, target: { value: 75 }`,
    "design: control-group, compare: { group: x, assigned: random, n: 1000 }, analysis: { test: two-proportion }",
  );
  assert.ok(found.kind === "detectable");
  assert.equal(Math.ceil(casesNeeded(found) ?? 0), 1251);
});

test("two means need what the tables say: half a standard deviation takes 64 in each group", () => {
  const { found } = read(
    "kind: mean, unit: s, direction: higher, baseline: { value: 10, sd: 2, n: 64 }, target: { value: 11 }",
    "design: control-group, compare: { group: x, assigned: random, n: 64 }, analysis: { test: two-mean }",
  );
  assert.ok(found.kind === "detectable");
  assert.equal(Math.ceil(casesNeeded(found) ?? 0), 64);
  assert.ok((powerAtTarget(found) ?? 0) >= 0.8);
});

test("guesses carry a range, and decide only where they matter", () => {
  const metric = (n: number) =>
    `kind: mean, unit: days, direction: lower, baseline: { value: 21, sd: 8, n: ${n} }, target: { value: 17 }`;
  const plan = (n: number) =>
    `design: control-group, compare: { group: x, assigned: random, n: ${n}, same-people: yes }`;
  const few = read(metric(60), plan(60)).found;
  const many = read(metric(160), plan(160)).found;
  assert.ok(few.kind === "detectable" && many.kind === "detectable");
  assert.deepEqual(few.guessed, ["correlation"]);
  assert.ok((few.best ?? 0) < (few.change ?? 0) && (few.change ?? 0) < (few.worst ?? 0));
  assert.equal(seesTarget(few, 0), "depends");
  assert.equal(seesTarget(many, 0), "yes");
});

test("a way out that is offered is enough", () => {
  const { context, measure, found } = read(
    `${SHARE}, baseline: { value: 69, n: 4000, from: 2026-05-01, to: 2026-10-31 }, target: { value: 73 }`,
    CLUSTERED.replaceAll("48000", "4000"),
  );
  assert.ok(found.kind === "detectable");
  assert.equal(seesTarget(found, 0.05), "no");
  const ways = waysOut(context, measure, found);
  const more = ways.find(({ kind }) => kind === "clusters");
  assert.ok(more?.kind === "clusters");
  const larger = CLUSTERED.replace("clusters: 48", `clusters: ${more.clusters}`).replaceAll(
    "48000",
    String(Math.ceil((4000 / 24) * (more.clusters / 2))),
  );
  const n = Math.ceil((4000 / 24) * (more.clusters / 2));
  const again = read(`${SHARE}, baseline: { value: 69, n: ${n} }, target: { value: 73 }`, larger).found;
  assert.ok(again.kind === "detectable");
  assert.equal(seesTarget(again, 0.01), "yes");
});

test("bad input is a reason, never a number that is none", () => {
  const cases = [
    "kind: mean, unit: s, direction: lower, baseline: { value: 412, sd: 0, n: 400 }, target: { value: 400 }",
    "kind: mean, unit: s, direction: lower, baseline: { value: 412, sd: 160, n: 1 }, target: { value: 400 }",
    "kind: mean, unit: s, direction: lower, baseline: { value: 1e400, sd: 160, n: 10 }, target: { value: 400 }",
    "kind: mean, unit: s, direction: lower, baseline: { value: 1e308, sd: 1e308, n: 10 }, target: { value: -1e308 }",
    "kind: mean, unit: s, direction: lower, baseline: { value: 4, sd: 1, n: 1e300 }, target: { value: 3 }",
    `${SHARE}, baseline: { value: 0, n: 10 }, target: { value: 100 }`,
    `${SHARE}, baseline: { value: 100, n: 10 }, target: { value: 0 }`,
    `${SHARE}, baseline: { value: 250, n: 10 }, target: { value: 300 }`,
    `${SHARE}, baseline: { value: 50, n: 0.001 }, target: { value: 60 }`,
    "kind: rate, unit: per 0 h, direction: lower, baseline: { value: 0, n: 10 }, target: { value: 0 }",
    "kind: rate, unit: per 200000 h, direction: lower, baseline: { value: 6, n: 10 }, target: { value: 0 }",
    "kind: rate, unit: per 200000 h, direction: lower, baseline: { value: -6, n: 10 }, target: { value: -7 }",
  ];
  const plans = [
    "design: before-after",
    "design: before-after, compare: { group: x, n: 10, same-people: yes }",
    "design: control-group, compare: { group: x, n: 10, clusters: 8, icc: 1 }",
    "design: control-group, compare: { group: x, n: 10, clusters: 1, icc: 0.1 }",
    "design: staggered-rollout, compare: { group: x, n: 1e12, clusters: 8, icc: 0.99, same-people: yes }",
    "design: control-group, compare: { group: x, n: 10 }, analysis: { alpha: 0.9, power: 0.1, test: two-proportion }",
    "design: trend-line",
    "design: estimate",
  ];
  for (const metric of cases) {
    for (const plan of plans) {
      const { context, measure, found, snapshot } = read(metric, plan);
      const numbers: (number | undefined)[] = [];
      if (found.kind === "detectable") {
        numbers.push(found.change, found.best, found.worst, found.promised, powerAtTarget(found), casesNeeded(found));
        assert.doesNotMatch(JSON.stringify(waysOut(context, measure, found)), /null/);
      }
      for (const number of numbers)
        assert.ok(number === undefined || Number.isFinite(number), `${metric} ${plan} ${number}`);
      for (const { label, tooltip } of inlayHints(snapshot, URI, { start: 0, end: 1e6 })) {
        assert.doesNotMatch(render(label) + (tooltip ? render(tooltip) : ""), /NaN|Infinity|undefined/);
      }
    }
  }
});

test("hints stand behind the number that they speak of", () => {
  const { text, snapshot } = read(`${SHARE}, baseline: { value: 69, n: 48000 }, target: { value: 73 }`, CLUSTERED);
  const hints = inlayHints(snapshot, URI, { start: 0, end: text.length }).map(
    ({ offset, label }) => `${text.slice(0, offset).split(/[ ,{]/).at(-1)} ${render(label)}`,
  );
  assert.deepEqual(hints, [
    "48000 about 29,000 needed",
    "73 +4 points; can be seen: 3.9 or more",
    "48000 about 29,000 needed",
  ]);
  assert.deepEqual(inlayHints(snapshot, URI, { start: 0, end: 10 }), []);
});

test("units say what a share or a rate is of", () => {
  assert.equal(scaleOf("proportion", "%"), 100);
  assert.equal(scaleOf("proportion", "words"), undefined);
  assert.equal(scaleOf("rate", "per 200,000 h"), 200000);
  assert.equal(scaleOf("rate", "per 1000 bed-days"), 1000);
  assert.equal(scaleOf("rate", "injuries/100 FTE"), 100);
  assert.equal(scaleOf("rate", "per hour"), 1);
});

test("what can be seen is never said to be less than it is", () => {
  assert.equal(roundedUp(3.885), 3.9);
  assert.equal(roundedUp(0.3), 0.3);
  assert.equal(roundedUp(2037), 2100);
  assert.equal(roundedUp(10), 10);
});
