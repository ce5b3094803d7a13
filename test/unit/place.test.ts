import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { LineIndex } from "../../server/src/base/line-index.ts";
import { placeAt } from "../../server/src/features/place.ts";
import { times } from "../support/effort.ts";

/** What is expected at `$0`, as `key metrics.save-rate "ro" +use +role` (siblings) and the text that an answer replaces. */
function told(marked: string): string {
  const offset = marked.indexOf("$0");
  const text = marked.replace("$0", "");
  const place = placeAt({ text, lines: new LineIndex(text) }, offset);
  if (place.expects === "nothing") return "nothing";
  const parts = [place.expects, place.path.join(".") || "(root)", JSON.stringify(place.typed)];
  for (const key of place.siblings.keys()) parts.push(`+${key}`);
  if (place.items.length > 0) parts.push(`[${place.items.join()}]`);
  const { start, end } = place.replace;
  if (text.slice(start, end) !== place.typed || end !== offset)
    parts.push(`over ${JSON.stringify(text.slice(start, end))}`);
  if (place.prefix) parts.push(`prefix ${JSON.stringify(place.prefix)}`);
  if (place.suffix) parts.push(`suffix ${JSON.stringify(place.suffix)}`);
  if (place.flow) parts.push("flow");
  if (!place.flow && place.expects !== "value") parts.push(`@${place.column}`);
  if (place.colon) parts.push("colon");
  else if (place.body) parts.push("body");
  return parts.join(" ");
}

const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
  ["an empty file", "$0", `key (root) "" @0`],
  ["a key being typed", "version: 1\nki$0", `key (root) "ki" +version @0`],
  ["an empty line behind", "version: 1\n$0\nkind: program", `key (root) "" +version +kind @0`],
  [
    "an empty line in an entry",
    "metrics:\n  save-rate:\n    role: primary\n    $0",
    `key metrics.save-rate "" +role @4`,
  ],
  ["a level less", "metrics:\n  save-rate:\n    role: primary\n  $0", `key metrics "" +save-rate @2`],
  [
    "an indentation that is none",
    "metrics:\n    save-rate:\n        role: primary\n      $0",
    `key metrics.save-rate "" +role over "      " prefix "        " @8`,
  ],
  [
    "deeper than a value",
    "metrics:\n  save-rate:\n    role: primary\n        $0",
    `key metrics.save-rate "" +role over "        " prefix "    " @4`,
  ],
  ["below a key with nothing", "metrics:\n  $0", `anything metrics "" @2`],
  ["before what it holds", "metrics:\n$0\n  save-rate:\n    role: primary", `key metrics "" +save-rate prefix "  " @2`],
  [
    "a word between",
    "metrics:\n  save-rate:\n    role: primary\n    ba$0\n    unit: s",
    `key metrics.save-rate "ba" +role +unit @4`,
  ],
  ["behind a colon", "status: $0", `value status ""`],
  ["right behind a colon", "status:$0", `value status "" prefix " "`],
  ["in a value", "status: dra$0ft # why", `value status "dra" over "draft"`],
  ["before a comment", "status: $0 # why", `value status ""`],
  ["in a comment", "status: draft # wh$0y", "nothing"],
  ["in a comment line", "# wh$0y", "nothing"],
  ["behind a list value", "m:\n  a: [x, y]$0", "nothing"],
  ["on a key", "metrics:\n  sa$0ve: {}", `key metrics "sa" over "save" @2 colon`],
  ["in a flow map", "metrics:\n  a:\n    baseline: { value: 69, $0 }", `key metrics.a.baseline "" +value flow`],
  ["in a flow map, no space", "baseline: { value: 69,$0}", `key baseline "" +value prefix " " flow`],
  ["at its start", "baseline: {$0}", `key baseline "" prefix " " flow`],
  ["before another key", "baseline: { $0 value: 69 }", `key baseline "" +value suffix "," flow`],
  ["a flow key with its colon", "baseline: { val$0ue: 69, n: 1 }", `key baseline "val" +n over "value" flow colon`],
  ["a flow value", "baseline: { value: 69, from: $0 }", `value baseline.from "" +value flow`],
  ["a flow value half written", "baseline: { value: 69, from: 20$0", `value baseline.from "20" +value flow`],
  ["an unclosed flow list", "moves: [a, $0\nhow-often: x", `value moves.1 "" [a] flow`],
  [
    "a flow list in a flow map",
    "points:\n  w: { phase: before, measures: [a, b$0], who: x }",
    `value points.w.measures.1 "b" [a] flow`,
  ],
  ["a flow map over lines", "baseline: {\n    value: 69,\n    $0\n  }", `key baseline "" +value flow`],
  ["an unclosed flow above", "moves: [a\nhow-often: x\n$0", `key (root) "" +how-often +moves @0`],
  ["a dash", "causes:\n  - $0", `anything causes.0 "" @4`],
  ["a dash alone", "causes:\n  -$0", `anything causes.0 "" prefix " " @4`],
  ["a word behind a dash", "causes:\n  - type: skill\n  - ty$0", `anything causes.1 "ty" @4`],
  ["below a dash", "causes:\n  - type: skill\n    $0\n  - type: tools", `key causes.0 "" +type @4`],
  ["beside a dash", "causes:\n  - type: skill\n  $0", `item causes.1 "" @2`],
  ["between dashes", "causes:\n  - type: skill\n$0\n  - type: tools", `item causes.1 "" prefix "  " @2`],
  ["dashes at the column of the key", "catalogs:\n- a\n- $0\nid: x", `anything catalogs.1 "" [a] @2`],
  ["below such a list", "catalogs:\n- a\n$0", `key (root) "" +catalogs @0`],
  ["a second item of references", "moves:\n  - a\n  - b$0\n  - c", `anything moves.1 "b" [a,c] @4`],
  ["a value of an item", "causes:\n  - type: $0", `value causes.0.type ""`],
  ["a key before the item's others", "causes:\n  - $0\n    finding: x", `key causes.0 "" +finding @4`],
  ["in double quotes", 'unit: "%$0"', `value unit "%" over "\\"%\\""`],
  ["in open quotes", 'unit: "p$0', `value unit "p" over "\\"p"`],
  ["behind quotes", 'unit: "%"$0', "nothing"],
  ["a condition", "decisions:\n  d:\n    if: save-rate >= $0", `value decisions.d.if "save-rate >= "`],
  ["in a block text", "need:\n  problem: |\n    two $0", "nothing"],
  ["an empty line in a block text", "need:\n  problem: |\n    two\n    $0", "nothing"],
  ["below a block text", "need:\n  problem: |\n    key: two\n  $0", `key need "" +problem @2`],
  ["in a text over lines", "need:\n  problem: one\n    tw$0o", "nothing"],
  ["in quotes over lines", 'need:\n  problem: "one\n    two$0\n    three"', "nothing"],
  ["a tab", "need:\n\t$0", `anything need "" over "\\t" prefix "  " @2`],
  ["a tab and a word", "need:\n  problem: x\n\tgo$0", `key need "go" +problem over "\\tgo" prefix "  " @2`],
  [
    "a key that is indented too far",
    "a:\n  role: primary\n    baseline: { value: 1, $0 }",
    `key a.baseline "" +value flow`,
  ],
  ["CRLF", "metrics:\r\n  a:\r\n    role: primary\r\n    $0\r\nid: x\r\n", `key metrics.a "" +role @4`],
  ["a byte-order mark", "\ufeffversion: 1\n$0", `key (root) "" +version @0`],
  ["quoted keys", "\"metrics\":\n  'a b':\n    $0", `anything metrics.a b "" @4`],
  ["below broken text", "a: [\nneed: }{\nmetrics:\n  a: 'x\n  b:\n    $0", `anything metrics.b "" @4`],
  ["a value with lines below", "baseline: $0\n  value: 69", `value baseline "" body`],
  ["a word with lines below", "metr$0\n  a:\n    role: x", `key (root) "metr" @0 body`],
  ["before the text of a line", "  $0  role: x", "nothing"],
  ["another document marker", "---\nversion: 1\n$0", `key (root) "" +version @0`],
];

for (const [name, text, expected] of cases) {
  test(`a place: ${name}`, () => assert.equal(told(text), expected));
}

test("a place: every word of every sample has one, and whatever is cut off behind it changes nothing before", () => {
  const samples = readdirSync("samples", { recursive: true }).map(String);
  for (const file of samples.filter((each) => each.endsWith(".training.yaml"))) {
    const text = readFileSync(`samples/${file}`, "utf8");
    for (let offset = 0; offset < text.length; offset += times(31, 311)) {
      const cut = text.slice(0, offset);
      const whole = placeAt({ text, lines: new LineIndex(text) }, offset);
      const half = placeAt({ text: cut, lines: new LineIndex(cut) }, offset);
      assert.ok(whole.word.start <= whole.word.end && whole.word.end <= text.length, `${file}: ${offset}`);
      assert.ok(half.replace.start <= offset && half.replace.end <= cut.length, `${file}: ${offset}`);
      if (whole.expects === "value" && half.expects === "value") {
        assert.deepEqual(half.path, whole.path, `${file}: ${offset}`);
      }
    }
  }
});
