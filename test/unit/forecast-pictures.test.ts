import assert from "node:assert/strict";
import { test } from "node:test";
import { say } from "../../server/src/base/message.ts";
import { previewForecast, type RangeChart, type TornadoChart } from "../../server/src/features/preview-forecast.ts";
import { drawForecastRange } from "../../server/src/pictures/forecast-range.ts";
import { drawTornado } from "../../server/src/pictures/forecast-tornado.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { SPEC } from "../support/forecast.ts";
import { readXml } from "../support/strict-xml.ts";

const URI = "file:///p/spec.training.yaml";
const HOSTILE = `</svg><script>alert(1)</script> & "quoted" \u0000\u202e\ud800 ]]>`;

function previewOf(text: string) {
  const workspace = new Workspace();
  workspace.set(URI, text);
  return previewForecast(workspace.snapshot(20_779), URI);
}

test("the preview has figures with their working, a range, a tornado and what has to be said", () => {
  const made = previewOf(SPEC);
  assert.ok(made?.range && made.tornado);
  assert.equal(made.figures.length, 7);
  assert.ok(made.figures.every(({ working }) => working !== undefined));
  assert.ok(made.notes.length >= 3);
  assert.equal(made.tornado.bars.length, 2);
});

test("without ranges it says why there is no picture", () => {
  const made = previewOf(
    SPEC.replace("{ low: 1, likely: 3, high: 4.5 }", "3").replace("{ low: 0.4, likely: 0.6, high: 0.8 }", "0.6"),
  );
  assert.equal(made?.range, undefined);
  assert.match(made?.withoutRange?.key ?? "", /range/);
  assert.equal(previewOf(SPEC.slice(0, SPEC.indexOf("money:"))), undefined);
});

test("pictures are well-formed, the same each time, and stay within their frame", () => {
  const made = previewOf(SPEC);
  assert.ok(made?.range && made.tornado);
  for (const draw of [
    () => drawForecastRange(made.range as RangeChart),
    () => drawTornado(made.tornado as TornadoChart),
  ]) {
    const { svg, caption, columns, rows } = draw();
    assert.equal(svg, draw().svg);
    assert.ok(caption.length > 20);
    assert.ok(rows.length > 0 && rows.every((row) => row.length === columns.length));
    const elements = readXml(svg);
    const width = Number(elements[0]?.attributes.width);
    for (const { name, attributes } of elements) {
      if (name !== "rect") continue;
      const [x, wide] = [Number(attributes.x ?? 0), Number(attributes.width)];
      assert.ok(x >= 0 && x + wide <= width + 0.01, JSON.stringify(attributes));
      assert.ok(Number(attributes.height) >= 0);
    }
    assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
  }
});

test("a bar that stands for a place in the text can be clicked", () => {
  const made = previewOf(SPEC);
  assert.ok(made?.tornado);
  const place = { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } };
  const { svg, rows } = drawTornado(made.tornado, { rangeOf: () => place });
  assert.match(svg, /data-range="1:2-1:9"/);
  assert.ok(rows.every((row) => row[0]?.range === place));
  assert.doesNotMatch(drawTornado(made.tornado).svg, /data-range|tabindex/);
});

test("losses, nothing and words of any kind can be drawn", () => {
  const name = say`${HOSTILE}`;
  const range: RangeChart = {
    title: name,
    caption: name,
    currency: HOSTILE,
    rows: [
      { name, likely: -5, percentiles: { p10: -1e12, p50: -3, p90: -1 } },
      { name, likely: 0, percentiles: undefined },
    ],
  };
  const tornado: TornadoChart = {
    title: name,
    caption: name,
    currency: undefined,
    net: 0,
    bars: [
      { name, low: -1, high: 2, netAtLow: -50, netAtHigh: 50, span: undefined },
      { name, low: 1, high: 2, netAtLow: 0, netAtHigh: 0, span: undefined },
    ],
  };
  const empty: TornadoChart = { ...tornado, bars: [] };
  for (const { svg } of [
    drawForecastRange(range),
    drawForecastRange({ ...range, rows: [] }),
    drawTornado(tornado),
    drawTornado(empty),
  ]) {
    const allowed = new Set(["svg", "title", "desc", "g", "rect", "text", "path", "circle"]);
    for (const { name: element } of readXml(svg)) assert.ok(allowed.has(element), element);
    assert.doesNotMatch(svg, /NaN|Infinity/);
  }
});
