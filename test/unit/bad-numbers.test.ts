import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import type { Message } from "../../server/src/base/message.ts";
import { render } from "../../server/src/base/message.ts";
import { evaluationJson } from "../../server/src/cli/report/evaluation-json.ts";
import { evaluationMarkdown } from "../../server/src/cli/report/evaluation-markdown.ts";
import { reportEvaluation } from "../../server/src/cli/report/evaluation-report.ts";
import { forecastJson } from "../../server/src/cli/report/forecast-json.ts";
import { forecastMarkdown } from "../../server/src/cli/report/forecast-markdown.ts";
import { reportForecast } from "../../server/src/cli/report/forecast-report.ts";
import { hover } from "../../server/src/features/hover.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { previewEvaluation } from "../../server/src/features/preview-evaluation.ts";
import { previewForecast } from "../../server/src/features/preview-forecast.ts";
import { drawEvaluation } from "../../server/src/pictures/evaluation.ts";
import { drawForecastRange } from "../../server/src/pictures/forecast-range.ts";
import { drawTornado } from "../../server/src/pictures/forecast-tornado.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { some } from "../support/effort.ts";

// Each bad number, one at a time, through everything that reads numbers: something is said, and never NaN.

const SPEC = "file:///p/a.training.yaml";
const TABLE = "file:///p/a.results.csv";
const TODAY = parseDay("2026-11-22") ?? 0;

const PROGRAM = `version: 1
kind: program
id: a
status: live
launch: 2026-03-02
audience: { agents: { role: Agent, size: 240 } }
metrics:
  m:
    kind: proportion
    unit: "%"
    direction: higher
    role: primary
    baseline: { value: 60, sd: 40, n: 480, from: 2025-09-01, to: 2026-02-28 }
    target: { value: 70, by: 2026-12-31 }
    volume: 96000
    value: { amount: 180, per: customer kept }
measurement:
  design: control-group
  compare: { group: the others, assigned: random, by: team, clusters: 24, icc: 0.02, n: 480, same-people: no }
  analysis: { alpha: 0.05, power: 0.8 }
  points:
    start: { phase: before, when: 2026-03-01, measures: [m] }
    month-6: { phase: after, when: launch + 190 days, measures: [m] }
money:
  currency: USD
  horizon: 12 months
  expected-change: { m: { low: 1, likely: 6, high: 9 } }
  contribution: { low: 0.4, likely: 0.6, high: 0.8 }
  confidence: 1
  reach: 0.9
  costs: { development: { low: 9000, likely: 12000, high: 20000 }, participant-time: { people: 240, hours: 6, hourly-rate: 31 } }
decisions:
  scale: { if: m >= 72 % at month-6 and m difference > 2 % at month-6, then: Train the rest }
results: a.results.csv
`;
const HEAD = "point,measure,group,from,to,value,n,sd";
const ROWS = [
  "start,m,trained,2025-09-01,2026-02-28,60,480,40",
  "start,m,comparison,2025-09-01,2026-02-28,61,470,41",
  "month-6,m,trained,2026-03-02,2026-08-31,72,475,40",
  "month-6,m,comparison,2026-03-02,2026-08-31,62,460,40",
];
const KINDS = [
  ["proportion", '"%"'],
  ["mean", "s"],
  ["rate", "per 1000 h"],
] as const;
const DESIGNS = ["control-group", "staggered-rollout", "before-after", "trend-line", "estimate"];
const NUMBERS = ["0", "-1", "1", "100", "1e400", "-1e400", "1e308", "1e-320", ".nan", ".inf", "60,5", "many"];

/** Everything that a person is shown of the program, rendered; what is drawn too. */
function everythingSaid(spec: string, table: string): { said: string; findings: number } {
  const workspace = new Workspace();
  workspace.set(SPEC, spec);
  workspace.set(TABLE, table);
  const snapshot = workspace.snapshot(TODAY);
  const context = snapshot.context(SPEC);
  assert.ok(context);
  const said: string[] = [];
  const say = (...messages: (Message | undefined)[]) => {
    for (const message of messages) if (message) said.push(render(message));
  };
  const findings = [SPEC, TABLE].flatMap((uri) => lint(snapshot, uri));
  for (const { message, help } of findings) say(message, help);
  for (const { label, tooltip } of inlayHints(snapshot, SPEC, { start: 0, end: spec.length })) say(label, tooltip);
  for (const word of ["baseline:", "target:", "volume:", "value: {", "compare:", "money:", "contribution:", "costs:"])
    say(hover(snapshot, SPEC, spec.indexOf(word) + 1)?.markdown);
  for (const word of ["m >= 72", "72 %", "month-6 and", "difference"])
    say(hover(snapshot, SPEC, spec.indexOf(word) + 1)?.markdown);
  const forecast = reportForecast(snapshot, SPEC, () => "a");
  if (forecast) said.push(forecastMarkdown([forecast]), forecastJson([forecast]));
  const evaluation = reportEvaluation(snapshot, SPEC, () => "a");
  if (evaluation) said.push(evaluationMarkdown([evaluation]), evaluationJson([evaluation]));
  const pictures = previewForecast(snapshot, SPEC);
  if (pictures?.range) said.push(drawForecastRange(pictures.range).svg);
  if (pictures?.tornado) said.push(drawTornado(pictures.tornado).svg);
  const view = previewEvaluation(context);
  if (view) said.push(drawEvaluation(view).svg);
  return { said: said.join("\n"), findings: findings.length };
}

/** What was written may be repeated in a message; nothing else of the kind is said. */
function checkSaid(said: string, written: string, where: string): string[] {
  const own = said.replaceAll(/`[^`\n]*`/g, "").replaceAll(written, "");
  const found = /.{0,60}\b(NaN|Infinity|undefined|null \(|\[object).{0,40}/.exec(own);
  return found ? [`${where}: ${found[0]}`] : [];
}

const WHOLE = everythingSaid(PROGRAM, [HEAD, ...ROWS].join("\n"));

test("the program itself is fit to be spoiled", () => {
  assert.deepEqual(checkSaid(WHOLE.said, "nothing", "whole"), []);
  assert.match(WHOLE.said, /"kind": "effect"/);
  assert.match(WHOLE.said, /"p10": -?\d/);
});

test("each number of the spec, each bad number, each kind", () => {
  const found: string[] = [];
  for (const [kind, unit] of KINDS) {
    const text = PROGRAM.replace("kind: proportion", `kind: ${kind}`).replace('unit: "%"', `unit: ${unit}`);
    const places = [...text.matchAll(/(?<=[a-z-]: )\d+(\.\d+)?(?=[ ,}\n])/g)].filter(({ index }) => index > 60);
    assert.ok(places.length >= 25);
    for (const [count, { index, 0: number }] of some([...places.entries()], 4)) {
      // In each kind each number meets another bad one; all with all take a minute and say no more.
      for (const [other, bad] of NUMBERS.entries()) {
        if ((count + other) % (2 * NUMBERS.length) !== 4 * KINDS.findIndex(([each]) => each === kind)) continue;
        const spoiled = text.slice(0, index) + bad + text.slice(index + number.length);
        const { said } = everythingSaid(spoiled, [HEAD, ...ROWS].join("\n"));
        found.push(...checkSaid(said, bad, `${kind}: ${text.slice(index - 30, index)}${bad}`));
      }
    }
  }
  assert.deepEqual(found, []);
});

test("each cell of the results, each bad number, each kind and design", () => {
  const found: string[] = [];
  let turn = 0;
  for (const [kind, unit] of KINDS) {
    for (const design of some(DESIGNS, 4)) {
      const text = PROGRAM.replace("kind: proportion", `kind: ${kind}`)
        .replace('unit: "%"', `unit: ${unit}`)
        .replace("control-group", design);
      for (const [other, bad] of ["", ...NUMBERS].entries()) {
        if ((turn++ + other) % 6 !== 0) continue;
        const row = turn % ROWS.length;
        const cell = 3 + (turn % 5);
        const cells = (ROWS[row] ?? "").split(",");
        const spoiled = ROWS.with(row, cells.with(cell, bad.includes(",") ? `"${bad}"` : bad).join(","));
        const { said } = everythingSaid(text, [HEAD, ...spoiled].join("\n"));
        found.push(
          ...checkSaid(said, bad === "" ? "nothing" : bad, `${kind}, ${design}: cell ${cell} of row ${row} is ${bad}`),
        );
      }
    }
  }
  assert.deepEqual(found, []);
});

const CSV: readonly (readonly [what: string, table: string, says: RegExp])[] = [
  ["an empty file", "", /This file is empty/],
  ["a header alone", HEAD, /hold no rows/],
  ["no header", ROWS.join("\n"), /first line does not name/],
  [
    "a byte-order mark, semicolons and decimal commas",
    `\ufeff${[HEAD, ...ROWS].join("\n").replaceAll(",", ";").replace(";72;", ";72,5;")}`,
    /72\.5 %/,
  ],
  ["decimal commas between commas", [HEAD, ...ROWS].join("\n").replace(",72,", ',"72,5",'), /decimal comma/],
  ["1e400", [HEAD, ...ROWS].join("\n").replace(",72,", ",1e400,"), /too large/],
  ["n of 1", [HEAD, ...ROWS].join("\n").replace(",475,", ",1,"), /72 %/],
  ["more events than cases", [HEAD, ...ROWS].join("\n").replace(",72,", ",172,"), /cannot be above 100/],
  ["no sd where a mean needs one", [HEAD, ...ROWS].join("\n").replace("72,475,40", "72,475,"), /72 %/],
  ["days that do not order", [HEAD, ...ROWS].join("\n").replace("2026-08-31,72", "2026-01-31,72"), /before it began/],
  ["no variation at all", [HEAD, ...ROWS].join("\n").replaceAll(/,(60|61|62|72),/g, ",0,"), /not.estimable|not shown/],
  ["everybody", [HEAD, ...ROWS].join("\n").replaceAll(/,(60|61|62|72),/g, ",100,"), /not.estimable|not shown/],
];
for (const [what, table, says] of CSV) {
  test(`results: ${what}`, () => {
    const { said } = everythingSaid(PROGRAM, table);
    assert.deepEqual(checkSaid(said, "1e400", what), []);
    assert.match(said, says);
  });
}

const SPOILED: readonly (readonly [what: string, from: string, to: string, says: RegExp])[] = [
  [
    "a spread of zero",
    'kind: proportion\n    unit: "%"\n    direction: higher\n    role: primary\n    baseline: { value: 60, sd: 40',
    "kind: mean\n    unit: s\n    direction: higher\n    role: primary\n    baseline: { value: 60, sd: 0",
    /spread|standard deviation|`sd`/i,
  ],
  [
    "no spread for a mean",
    'kind: proportion\n    unit: "%"\n    direction: higher\n    role: primary\n    baseline: { value: 60, sd: 40,',
    "kind: mean\n    unit: s\n    direction: higher\n    role: primary\n    baseline: { value: 60,",
    /standard deviation|`sd`|spread/i,
  ],
  ["a sample of 1", "n: 480, from", "n: 1, from", /one|1/],
  ["a share of 0", "value: 60, sd", "value: 0, sd", /0 %/],
  ["a share of all", "value: 70, by", "value: 100, by", /100 %/],
  ["baseline and target in other units", "target: { value: 70,", "target: { value: 70, unit: calls,", /unit/],
  ["an impossible likeness", "icc: 0.02", "icc: 1.7", /`icc`/],
  [
    "days that do not order",
    "from: 2025-09-01, to: 2026-02-28 }\n    target",
    "from: 2026-02-28, to: 2025-09-01 }\n    target",
    /before|after|order/,
  ],
  ["a range that does not order", "low: 1, likely: 6, high: 9", "low: 9, likely: 6, high: 1", /order|`low`|`high`/],
  ["1e400 in the spec", "value: 70, by", "value: 1e400, by", /number|large/],
];
for (const [what, from, to, says] of SPOILED) {
  test(`spec: ${what}`, () => {
    const spec = PROGRAM.replace(from, to);
    assert.notEqual(spec, PROGRAM);
    const { said, findings } = everythingSaid(spec, [HEAD, ...ROWS].join("\n"));
    assert.deepEqual(checkSaid(said, "1e400", what), []);
    assert.match(said, says);
    assert.ok(what.startsWith("a share") || findings > 0);
  });
}
