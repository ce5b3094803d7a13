import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import { preview } from "../../server/src/features/preview.ts";
import { drawTimeline } from "../../server/src/pictures/timeline.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { readXml } from "../support/strict-xml.ts";

const HOSTILE = "</svg><script>alert(1)</script> & \"quoted\" 'too' \u202e ]]>";
const URI = "file:///p/spec.training.yaml";

/** Many points, some on the same day, names that are long and hostile. */
const SPEC = `version: 1
kind: program
launch: 2027-02-01
metrics:
  rate: { name: ${JSON.stringify(HOSTILE)}, role: primary, baseline: { value: 4, from: 2026-01-01, to: 2026-06-30 }, target: { value: 5, by: 2028-01-01 } }
  other: { name: A metric whose name is much longer than the place that a picture has for it }
measurement:
  points:
${Array.from({ length: 40 }, (_, index) => `    point-with-a-long-name-${index}: { phase: ${index < 3 ? "during" : "after"}, when: launch + ${(index >> 1) * 9} days, measures: [rate] }`).join("\n")}
decisions:
  go: { if: rate > 4 at point-with-a-long-name-9, then: Go }
`;

function draw(text: string, today = "2027-03-01") {
  const workspace = new Workspace();
  workspace.set(URI, text);
  const snapshot = workspace.snapshot(parseDay(today) ?? 0);
  const timeline = preview(snapshot, URI)?.timeline;
  assert.ok(timeline);
  const tree = snapshot.files.get(URI)?.tree;
  assert.ok(tree);
  return drawTimeline(timeline, {
    rangeOf: (span) => {
      const { start, end } = tree.offsetOf(span);
      return { start: tree.lines.positionAt(start), end: tree.lines.positionAt(end) };
    },
  });
}

test("a timeline of hostile text is well-formed, nothing in it runs, and each class of it has a color", () => {
  const elements = readXml(draw(SPEC).svg);
  const css = readFileSync("server/src/pictures/picture.css", "utf8");
  const plain = new Set(["ts-node", "ts-point", "ts-stand-to-come", "ts-stand-past", "ts-stand-undated"]);
  for (const { name, attributes } of elements) {
    assert.ok(["svg", "title", "desc", "g", "rect", "text", "path", "circle"].includes(name), name);
    for (const key of Object.keys(attributes)) assert.doesNotMatch(key, /^(on|style|href|xlink)/);
    for (const each of attributes.class?.split(" ") ?? [])
      assert.ok(plain.has(each) || css.includes(`.${each}`), `no rule for ${each}`);
  }
});

test("every measurement is there, says how it stands, and leads to its place in the text", () => {
  const nodes = readXml(draw(SPEC).svg).filter(({ attributes }) => attributes["data-range"] !== undefined);
  const marks = nodes.filter(({ attributes }) => /: point-with-a-long-name-\d+,/.test(attributes["aria-label"] ?? ""));
  assert.equal(marks.length, 40);
  const lines = SPEC.split("\n");
  for (const { attributes } of marks) {
    assert.equal(attributes.tabindex, "0");
    const label = attributes["aria-label"] ?? "";
    const name = /: (point-with-a-long-name-\d+),/.exec(label)?.[1] ?? "";
    const line = Number(attributes["data-range"]?.split(":")[0]);
    assert.ok(lines[line]?.includes(`${name}:`), `${label} leads to ${lines[line]}`);
    assert.match(label, /overdue: no result yet$|due today$|to come$/);
  }
  assert.ok(marks.some(({ attributes }) => attributes["aria-label"]?.endsWith("overdue: no result yet")));
  assert.ok(marks.some(({ attributes }) => attributes["aria-label"]?.endsWith("to come")));
});

test("nothing lies outside of the picture, and no two names of points on each other", () => {
  for (const today of ["2020-01-01", "2027-03-01", "2040-01-01"]) {
    const { svg } = draw(SPEC, today);
    const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
    const boxes = [
      ...svg.matchAll(/<rect class="ts-hit" x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g),
    ].map((found) => found.slice(1).map(Number));
    for (const [x = 0, y = 0, wide = 0, high = 0] of boxes)
      assert.ok(x >= 0 && y >= 0 && x + wide <= width && y + high <= height, `${today}: ${[x, y, wide, high]}`);
    const names = [...svg.matchAll(/ts-point".*?<rect class="ts-hit" x="([^"]+)" y="([^"]+)" width="([^"]+)"/g)].map(
      (found) => found.slice(1).map(Number),
    );
    assert.ok(names.length > 3);
    for (const [index, [x = 0, y = 0, wide = 0]] of names.entries())
      for (const [left = 0, top = 0, room = 0] of names.slice(index + 1))
        assert.ok(y !== top || x + wide <= left || left + room <= x, `${today}: names at ${x} and ${left}`);
  }
});
