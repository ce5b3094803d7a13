import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { say } from "../../server/src/base/message.ts";
import { preview } from "../../server/src/features/preview.ts";
import type { Graph, GraphEdge, GraphNode } from "../../server/src/features/preview-graph.ts";
import { layOut } from "../../server/src/pictures/layout.ts";
import { drawResultsChain } from "../../server/src/pictures/results-chain.ts";
import { escapeXml } from "../../server/src/pictures/svg.ts";
import { textWidth } from "../../server/src/pictures/text-width.ts";
import { wrap } from "../../server/src/pictures/wrap.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { times } from "../support/effort.ts";
import { readXml } from "../support/strict-xml.ts";

const HOSTILE = `</svg><script>alert(1)</script> & "quoted" 'too' <![CDATA[x]]> \u0000\u001b\u202e\ud800 ]]>`;
const URI = "file:///p/spec.training.yaml";

const SPEC = `version: 1
kind: program
title: ${JSON.stringify(HOSTILE)}
need: { problem: ${JSON.stringify(HOSTILE)}, goal: nowhere }
metrics:
  rate: { name: ${JSON.stringify(HOSTILE)}, unit: "<b>", baseline: { value: 4 }, target: { value: 5, by: 2027-01-01 } }
  arabic: { name: نسبة العملاء الذين بقوا بعد طلب الإلغاء في كل شهر من السنة, role: secondary }
  emoji: { name: "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦" }
behaviors:
  "<script>": { does: ${JSON.stringify(HOSTILE)}, how-often: ${JSON.stringify(HOSTILE)}, moves: [rate, "</g>"] }
objectives:
  a: { can: do a, requires: [b], enables: ["<script>"] }
  b: { can: do b, requires: [a, b] }
assessments:
  quiz: { assesses: [a], type: quiz, when: launch + 1 days }
measurement:
  points:
    start: { phase: before, measures: [rate] }
`;

test("the picture of hostile text is well-formed, and nothing in it runs, loads or styles", () => {
  const { svg, rows, caption } = draw(SPEC);
  const elements = readXml(svg);
  const allowed = new Set(["svg", "title", "desc", "g", "rect", "text", "path", "circle"]);
  for (const { name, attributes } of elements) {
    assert.ok(allowed.has(name), `an element ${name}`);
    for (const [key, value] of Object.entries(attributes)) {
      assert.doesNotMatch(key, /^(on|style|href|xlink)/);
      assert.doesNotMatch(key === "xmlns" ? "" : value, /url\(|javascript:/i);
    }
  }
  assert.doesNotMatch(svg, /[\u0000-\u001f\u202e]/);
  assert.doesNotMatch(svg, /\p{Surrogate}/u);
  assert.ok(rows.length > 0);
  assert.ok(caption.length > 0);
});

test("every part says where it stands, what it is, and can be reached by keyboard", () => {
  const elements = readXml(draw(SPEC).svg);
  const nodes = elements.filter(({ attributes }) => attributes.class?.startsWith("ts-node"));
  const lines = SPEC.split("\n");
  assert.ok(nodes.length >= 10);
  for (const { attributes } of nodes) {
    assert.ok(attributes["aria-label"]);
    const range = attributes["data-range"];
    assert.equal(attributes.tabindex, range === undefined ? undefined : "0");
    assert.equal(attributes.role, range === undefined ? "graphics-symbol" : "button");
    if (range === undefined) continue;
    const found = /^(\d+):(\d+)-(\d+):(\d+)$/.exec(range);
    assert.ok(found, range);
    const [startLine = 0, start = 0, endLine = 0, end = 0] = found.slice(1).map(Number);
    assert.ok(start <= (lines[startLine] ?? "").length && end <= (lines[endLine] ?? "").length, range);
    assert.ok(startLine < endLine || (startLine === endLine && start < end), range);
  }
  const classes = nodes.map(({ attributes }) => attributes.class);
  assert.ok(classes.includes("ts-node ts-metric ts-undefined"));
  assert.ok(classes.includes("ts-node ts-assessment ts-absent"));
});

test("without places in a text nothing can be clicked", () => {
  const { svg, rows } = drawResultsChain(randomGraph(3, 20));
  assert.doesNotMatch(svg, /data-range|tabindex/);
  assert.ok(rows.every((row) => row.every(({ range }) => range === undefined)));
});

test("the same spec gives the same picture", () => {
  assert.equal(draw(SPEC).svg, draw(SPEC).svg);
});

test("a stylesheet has a rule for every class", () => {
  const css = readFileSync("server/src/pictures/picture.css", "utf8");
  const used = new Set(readXml(draw(SPEC).svg).flatMap(({ attributes }) => attributes.class?.split(" ") ?? []));
  const plain = new Set(["ts-edges", "ts-edge-same", "ts-node", "ts-sound", "ts-incomplete", "ts-heading"]);
  for (const name of used) assert.ok(plain.has(name) || css.includes(`.${name}`), name);
});

test("no box of a random picture lies over another or outside", () => {
  for (let seed = 1; seed <= times(60, 12); seed++) {
    const { svg } = drawResultsChain(randomGraph(seed, 10 + seed));
    const boxes = boxesIn(svg);
    assert.ok(boxes.length > 0);
    const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
    for (const [index, one] of boxes.entries()) {
      assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height, `seed ${seed}`);
      for (const other of boxes.slice(index + 1)) {
        const apart = one.x !== other.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
        assert.ok(apart, `seed ${seed}: ${JSON.stringify([one, other])}`);
      }
    }
  }
});

test("300 parts are laid out in a few milliseconds", () => {
  const graph = randomGraph(7, 300);
  const index = new Map(graph.nodes.map(({ id }, at) => [id, at]));
  const items = graph.nodes.map(({ column }) => ({ column, height: 90 }));
  const links = graph.edges.map(({ from, to }) => [index.get(from) ?? 0, index.get(to) ?? 0] as const);
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    layOut(items, links, 5, 16);
    return performance.now() - start;
  });
  // Below ten on a quiet machine; a busy one may be several times slower.
  assert.ok(Math.min(...times) < 50, `${Math.min(...times)} ms`);
});

test("more paths than anyone can read are not all listed", () => {
  const nodes = Array.from({ length: 150 }, (_, index) => nodeOf(`n${index}`, index % 5));
  const edges = nodes.flatMap((from) =>
    nodes.filter(({ column }) => column === from.column + 1).map((to) => ({ from: from.id, to: to.id, broken: false })),
  );
  const { rows } = drawResultsChain(graphOf(nodes, edges));
  assert.equal(rows.length, 501);
});

test("one to one is drawn as a straight line", () => {
  const nodes = [0, 1, 2, 3, 4].map((column) => nodeOf(`n${column}`, column));
  const edges = [0, 1, 2, 3].map((at) => ({ from: `n${at}`, to: `n${at + 1}`, broken: false }));
  const paths = readXml(drawResultsChain(graphOf(nodes, edges)).svg).filter(
    (each) => each.attributes.class === "ts-edge",
  );
  const heights = paths.flatMap(({ attributes }) =>
    [...(attributes.d ?? "").matchAll(/ ([\d.]+)/g)].map((match) => match[1]),
  );
  assert.equal(paths.length, 4);
  assert.deepEqual(
    new Set(paths.map(({ attributes }) => /^M\d+ ([\d.]+)/.exec(attributes.d ?? "")?.[1])).size,
    1,
    String(heights),
  );
});

test("text is cut between what a reader sees as characters", () => {
  assert.deepEqual(wrap("short", { width: 100, size: 12, lines: 3 }), ["short"]);
  const family = "👩‍👩‍👧‍👦";
  const [line = ""] = wrap(family.repeat(50), { width: 100, size: 12, lines: 1 });
  assert.match(line, /…$/);
  assert.equal(line.slice(0, -1).replaceAll(family, ""), "");
  const lines = wrap("word ".repeat(200), { width: 100, size: 12, lines: 3 });
  assert.equal(lines.length, 3);
  for (const each of lines) assert.ok(textWidth(each, 12) <= 100);
  assert.deepEqual(wrap("", { width: 100, size: 12, lines: 3 }), []);
});

test("XML takes any text", () => {
  assert.equal(escapeXml("a\nb\u0007<&>\"'\ud800x"), "a b&lt;&amp;&gt;&quot;&#39;\ufffdx");
});

function draw(text: string) {
  const workspace = new Workspace();
  workspace.set(URI, text);
  const snapshot = workspace.snapshot(20_000);
  const data = preview(snapshot, URI);
  const tree = snapshot.files.get(URI)?.tree;
  assert.ok(data && tree);
  return drawResultsChain(data.chain, {
    rangeOf: (span) => {
      const { start, end } = tree.offsetOf(span);
      return { start: tree.lines.positionAt(start), end: tree.lines.positionAt(end) };
    },
  });
}

function boxesIn(svg: string) {
  const found = svg.matchAll(
    /translate\((\d+) (\d+)\)" role="[a-z-]+"[^>]*>(?:<title>[^<]*<\/title>)?<rect [^>]*width="(\d+)" height="(\d+)"/g,
  );
  return [...found].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
}

function randomGraph(seed: number, count: number): Graph {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const nodes = Array.from({ length: count }, (_, index) => nodeOf(`n${index}`, random(5), random(9)));
  const edges = Array.from({ length: count * 2 }, (): GraphEdge => {
    const [one, other] = [nodes[random(count)], nodes[random(count)]] as [GraphNode, GraphNode];
    const [from, to] = one.column <= other.column ? [one, other] : [other, one];
    return { from: from.id, to: to.id, broken: random(4) === 0 };
  });
  const near = edges.filter(({ from, to }) => {
    const column = (id: string) => nodes.find((node) => node.id === id)?.column ?? 0;
    return column(to) - column(from) < 2;
  });
  return graphOf(nodes, near);
}

function nodeOf(id: string, column: number, words = 3): GraphNode {
  const text = "several words of text ".repeat(words);
  return {
    id,
    column,
    kind: "metric",
    state: "sound",
    label: "label",
    text,
    facts: [text],
    problems: [],
    span: undefined,
  };
}

function graphOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph {
  const columns = [0, 1, 2, 3, 4].map((column) => ({ heading: say`Column ${column}`, question: say`why` }));
  return { title: say`A picture`, caption: say`Of something.`, columns, nodes, edges };
}
