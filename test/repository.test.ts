import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { VERSION } from "../server/src/base/version.ts";
import { RULES } from "../server/src/rules/registry.ts";

const ENGINE = "server/src";

/** Folders in the order of ARCHITECTURE.md: each may import itself and those before it, and the packages named. */
const LAYERS: readonly (readonly [folder: string, packages: readonly RegExp[]])[] = [
  ["base", []],
  ["syntax", [/^yaml$/]],
  ["schema", []],
  ["model", []],
  ["analysis", [/^@stdlib\/stats-base-dists-/]],
  ["library", []],
  ["results", []],
  ["workspace", [/^vscode-uri$/, /^picomatch\/posix$/]],
  ["tables", []],
  ["appraisal", []],
  ["review", []],
  ["rules", []],
  ["features", []],
  ["pictures", []],
  ["host", [/^node:/, /^ignore$/]],
  ["lsp", [/^vscode-languageserver/, /^vscode-uri$/, /^node:/]],
  [
    "cli",
    [
      /^node:/,
      /^tinyglobby$/,
      /^chokidar$/,
      /^diff$/,
      /^(ical-generator|write-excel-file|read-excel-file)(\/universal)?$/,
    ],
  ],
];
/** `pictures` draws what `features` gather, and the doors may use each other's neighbors but not each other. */
const NEVER: readonly (readonly [string, string])[] = [
  ["cli", "lsp"],
  ["lsp", "cli"],
];

const sources = filesBelow(ENGINE).filter((file) => file.endsWith(".ts") && !file.includes("/generated/"));

test("imports point up the list of layers, and packages stay where they belong", () => {
  const offences: string[] = [];
  for (const file of sources) {
    const folder = file.split("/")[2] ?? "";
    const level = LAYERS.findIndex(([name]) => name === folder);
    assert.ok(level >= 0, `${file}: the folder stands in no layer`);
    for (const target of importsOf(file)) {
      if (target.startsWith(".")) {
        const other = path.posix.join(path.posix.dirname(file), target).split("/")[2] ?? "";
        const otherLevel = LAYERS.findIndex(([name]) => name === other);
        const forbidden = NEVER.some(([from, to]) => from === folder && to === other);
        if (otherLevel > level || forbidden) offences.push(`${file} imports ${target}`);
      } else if (!LAYERS[level]?.[1].some((allowed) => allowed.test(target)))
        offences.push(`${file} imports ${target}`);
    }
  }
  assert.deepEqual(offences, []);
});

test("the client takes from the server nothing but what they say to each other", () => {
  const offences = filesBelow("client/src")
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => target.includes("server/src") && !target.endsWith("server/src/lsp/protocol.ts"));
  assert.deepEqual(offences, []);
});

test("the GitHub Action takes from the server how words and Git are handled, and needs no package", () => {
  const offences = filesBelow("action/src")
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => !/^(\.\/|node:|\.\.\/\.\.\/server\/src\/(base|host)\/)/.test(target));
  assert.deepEqual(offences, []);
});

test("the engine keeps no state in modules and reads no clock", () => {
  const offences = sources
    .filter((file) => !/\/(lsp|cli|host)\//.test(file))
    .filter((file) => /^(export )?let |Math\.random\(|new Date\(\)|Date\.now\(/m.test(readFileSync(file, "utf8")));
  assert.deepEqual(offences, []);
});

test("every rule has its file and its page, and every page its rule", () => {
  const expected = RULES.map(({ family, id }) => `${family}/${id}`).sort();
  const pages = filesBelow(`${ENGINE}/rules`)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.replace(`${ENGINE}/rules/`, "").replace(/\.md$/, ""))
    .sort();
  assert.deepEqual(pages, expected);
  for (const rule of expected) assert.ok(existsSync(`${ENGINE}/rules/${rule}.ts`), `${rule} has no file`);
  assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length, "two rules share an id");
});

test("a page has the rule's id as title and its headings in order", () => {
  for (const { family, id } of RULES) {
    const page = readFileSync(`${ENGINE}/rules/${family}/${id}.md`, "utf8");
    const headings = page.match(/^#+ .*$/gm) ?? [];
    assert.deepEqual(headings.slice(0, 4), [`# ${id}`, "## Why", "## How to fix it", "## Examples"], id);
    assert.match(page, /^# .*\n\nReports /, `${id}: the first sentence says what is reported`);
  }
});

test("families hold at most 30 rules", () => {
  const sizes = new Map<string, number>();
  for (const { family } of RULES) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  for (const [family, size] of sizes) assert.ok(size <= 30, `${family} has ${size} rules`);
});

test("files stay short", () => {
  const long = [
    ...sources,
    ...filesBelow("action/src"),
    ...filesBelow("client/src"),
    ...filesBelow("test"),
    ...filesBelow("scripts"),
  ]
    .filter((file) => /\.(ts|mjs)$/.test(file) && file !== "server/src/model/spec.ts" && !file.includes("/generated/"))
    .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length }))
    .filter(({ lines }) => lines > 301);
  assert.deepEqual(long, []);
});

test("the version is the same everywhere and stands in the changelog", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  assert.equal(VERSION, manifest.version);
  assert.match(readFileSync("CHANGELOG.md", "utf8"), new RegExp(`^## ${VERSION.replaceAll(".", "\\.")}`, "m"));
});

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const found = text.matchAll(/^(?:import|export) (?:[^;"]*? from )?"([^"]+)"|\bimport\("([^"]+)"\)/gm);
  return [...found].map((match) => match[1] ?? match[2] ?? "");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath.split(path.sep).join("/"), entry.name))
    .filter((file) => !file.includes("node_modules"));
}
