import assert from "node:assert/strict";
import { test } from "node:test";
import { LineIndex } from "../../server/src/base/line-index.ts";
import { codeFrame } from "../../server/src/cli/report/code-frame.ts";
import { displayWidth } from "../../server/src/cli/terminal/display.ts";

/** The frame around what stands between `[[` and `]]`. */
function frame(marked: string, columns = 60): string {
  const start = marked.indexOf("[[");
  const end = marked.indexOf("]]") - 2;
  const lines = new LineIndex(marked.replace("[[", "").replace("]]", ""));
  const plain = (text: string) => text;
  const options = { columns, gutter: plain, mark: plain };
  return codeFrame(lines, lines.positionAt(start), lines.positionAt(end), options).join("\n");
}

test("one line", () => {
  assert.equal(frame("a: 1\nmetrics: [[saves]]"), "     2 │ metrics: saves\n       │          ^^^^^");
});

test("nothing to mark still gets a mark", () => {
  assert.match(frame("unit:[[]]\n"), /│ unit:\n.*│ {6}\^$/);
  assert.match(frame("[[]]"), /│\n.*│ \^$/);
});

test("tabs go to the next stop, wide characters take two columns, marks that join none", () => {
  assert.match(frame("a\tb: [[c]]"), /│ a {3}b: c\n.*│ {8}\^$/);
  assert.match(frame("名: [[名前]]"), /│ 名: 名前\n.*│ {5}\^{4}$/);
  assert.match(frame("e\u0301: [[👩‍🏫]]"), /│ e\u0301: 👩‍🏫\n.*│ {4}\^\^$/);
});

test("a long line is cut to the room around what is marked", () => {
  const long = `${"x".repeat(2_000_000)}: [[yes]] ${"z".repeat(2_000_000)}`;
  const [line = "", marks = ""] = frame(long, 50).split("\n");
  assert.ok(displayWidth(line) <= 50, String(displayWidth(line)));
  assert.equal(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1), "yes");
  assert.match(line, /│ …x+: yes z+…$/);
  const [wide = "", under = ""] = frame(`[[${"x".repeat(300)}]]`, 50).split("\n");
  assert.match(wide, /│ x+…$/);
  assert.ok(displayWidth(under) <= 50);
});

test("of a long stretch the first lines", () => {
  assert.equal(frame("a: [[1\n  b: 2\n]]c: 3").split("\n").length, 4);
  assert.match(frame("[[a\nb\nc\nd]]\ne"), /1 │ a\n.*\^\n.*2 │ b\n.*\^\n.*… │ and on to line 4$/);
});
