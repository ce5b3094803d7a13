import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";

const bundles = readdirSync("dist").filter((file) => file.endsWith(".js"));

test("everything that is shipped has been built", () => {
  const expected = [
    "action",
    "cli.again",
    "cli",
    "cli.main",
    "extension.browser",
    "extension.node",
    "form",
    "preview",
    "server.browser",
    "server.node",
    "server.node.main",
  ];
  assert.deepEqual(
    bundles.sort(),
    expected.map((name) => `${name}.js`),
  );
});

test("nothing that is shipped compiles or evaluates text at run time", () => {
  for (const bundle of bundles) {
    const found = readFileSync(`dist/${bundle}`, "utf8").match(/new Function\(|[^\w.$]eval\(|Function\(["'`]/g);
    assert.deepEqual(found ?? [], [], bundle);
  }
});

test("nothing that is shipped reaches for the network", () => {
  for (const bundle of ["cli.js", "cli.again.js", "cli.main.js", "form.js", "preview.js", "server.browser.js"]) {
    const text = readFileSync(`dist/${bundle}`, "utf8");
    assert.doesNotMatch(text, /\bfetch\(|XMLHttpRequest|new WebSocket\(|require\("(node:)?https?"\)/, bundle);
  }
});

/** Bytes that a bundle may have; more is a decision, not an accident. */
const BUDGET: Readonly<Record<string, number>> = {
  "action.js": 40_000,
  "cli.again.js": 120_000,
  "cli.js": 5_000,
  "cli.main.js": 2_400_000,
  "extension.browser.js": 600_000,
  "extension.node.js": 600_000,
  "form.js": 60_000,
  "preview.js": 60_000,
  "server.browser.js": 2_200_000,
  "server.node.js": 5_000,
  "server.node.main.js": 2_200_000,
};

test("bundles keep to their budget", () => {
  for (const bundle of bundles) {
    const { size } = statSync(`dist/${bundle}`);
    assert.ok(size <= (BUDGET[bundle] ?? 0), `${bundle} has ${size} bytes`);
  }
});

test("what is read byte by byte is ASCII", () => {
  for (const name of ["cli.again", "cli.main", "server.node.main"])
    assert.doesNotMatch(readFileSync(`dist/${name}.js`, "utf8"), /[^\0-\x7f]/, name);
});
