import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import { type Diagnostic, spansOf } from "../../server/src/base/finding.ts";
import { render } from "../../server/src/base/message.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { LintAsCache } from "../../server/src/rules/lint-as-cache.ts";
import { LintCache } from "../../server/src/rules/lint-cache.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { some } from "../support/effort.ts";
import { Random } from "../support/mutate.ts";
import { typing } from "../support/typing.ts";

/** More on demand: `EDITS=1000 SEED=2 node test/run.mjs lint-cache`. */
const EDITS = Number(process.env.EDITS ?? 4);
const TODAY = parseDay("2026-11-22") ?? 0;

const files = new Map(
  readdirSync("samples", { recursive: true })
    .map(String)
    .filter((file) => /\.(ya?ml|csv)$/.test(file) && !file.startsWith("broken"))
    .sort()
    .map((file) => [`file:///w/${file.split(path.sep).join("/")}`, readFileSync(path.join("samples", file), "utf8")]),
);

test("what is kept while somebody types is what is found afresh, in the file and in all that depends on it", () => {
  for (const [uri, text] of some([...files], 5)) {
    if (uri.endsWith(".csv")) continue;
    const random = new Random(uri.length + Number(process.env.SEED ?? 0));
    const workspace = open(files);
    const cache = new LintCache();
    for (const each of files.keys()) cache.lint(workspace.snapshot(TODAY), each);
    for (const edited of typing(text, EDITS, random)) {
      workspace.set(uri, edited);
      const snapshot = workspace.snapshot(TODAY);
      const afresh = open(new Map([...files, [uri, edited]])).snapshot(TODAY);
      for (const each of uri.includes("company") ? files.keys() : [uri]) {
        const kept = cache
          .lint(snapshot, each, { isOpen: each === uri })
          .map((diagnostic) => plain(diagnostic, snapshot));
        const found = lint(afresh, each).map((diagnostic) => plain(diagnostic, afresh));
        assert.deepEqual(kept, found, `${each} after an edit of ${uri}`);
      }
    }
  }
});

test("so is what is kept of another status than the one that is written", () => {
  for (const [uri, text] of some([...files], 5)) {
    if (!/^kind: program/m.test(text)) continue;
    const random = new Random(uri.length + Number(process.env.SEED ?? 0));
    const workspace = open(files);
    const cache = new LintAsCache();
    for (const edited of [text, ...typing(text, EDITS, random)]) {
      workspace.set(uri, edited);
      const snapshot = workspace.snapshot(TODAY);
      for (const status of edited.length % 3 === 0 ? (["evaluated", "live"] as const) : (["live"] as const)) {
        const kept = cache.lint(snapshot, uri, status).map((diagnostic) => plain(diagnostic, snapshot));
        const afresh = open(new Map([...files, [uri, edited]])).snapshot(TODAY);
        const found = lint(afresh, uri, { status }).map((diagnostic) => plain(diagnostic, afresh));
        assert.deepEqual(kept, found, `${uri} as ${status}`);
      }
    }
  }
});

test("a table that changes beside a program that was edited changes what is said of its conclusions", () => {
  const uri = "file:///w/field-service/early-call.training.yaml";
  const table = "file:///w/field-service/early-call.results.csv";
  const workspace = open(files);
  const cache = new LintCache();
  const texts = new Map(files);
  const set = (file: string, text: string) => {
    texts.set(file, text);
    workspace.set(file, text);
    const afresh = open(texts).snapshot(TODAY);
    const snapshot = workspace.snapshot(TODAY);
    const kept = cache.lint(snapshot, uri).map((diagnostic) => plain(diagnostic, snapshot));
    assert.deepEqual(
      kept,
      lint(afresh, uri).map((diagnostic) => plain(diagnostic, afresh)),
    );
    return kept;
  };
  const text = files.get(uri) ?? "";
  for (const title of ["title: A", "title: B", "title: C"]) set(uri, text.replace(/^title: .*$/m, title));
  const rows = (files.get(table) ?? "").split("\n");
  const before = set(table, rows.join("\n"));
  assert.notDeepEqual(set(table, rows.slice(0, 3).join("\n")), before);
});

/** Each text after the one before it, with all that is said of it: kept and afresh. */
function assertSame(uri: string, texts: readonly string[]): void {
  const workspace = new Workspace();
  const cache = new LintCache();
  for (const text of texts) {
    workspace.set(uri, text, { isOpen: true });
    const snapshot = workspace.snapshot(TODAY);
    const afresh = open(new Map([[uri, text]])).snapshot(TODAY);
    const kept = cache.lint(snapshot, uri, { isOpen: true }).map((diagnostic) => plain(diagnostic, snapshot));
    const found = lint(afresh, uri).map((diagnostic) => plain(diagnostic, afresh));
    assert.deepEqual(kept, found, text);
  }
}

test("what is said of a key that may not stand there names those that still may", () => {
  const config = (value: string) => `version: 1\nignore:\n  - broken/**\nelse: ${value}\n`;
  assertSame("file:///w/training-spec.config.yaml", [config("a"), config("ab"), config("abc")]);
});

test("a name that is changed back and forth is defined or not, also after edits elsewhere", () => {
  const uri = "file:///w/field-service/early-call.training.yaml";
  const text = files.get(uri) ?? "";
  const titled = ["A", "B", "C"].map((title) => text.replace(/^title: .*$/m, `title: ${title}`));
  const names = [...text.matchAll(/^ {2}[a-z][a-z-]+:$/gm)].map(({ index }) => index + 3);
  assert.ok(names.length > 10);
  const renamed = names.map((at) => `${text.slice(0, at)}q${text.slice(at)}`);
  assertSame(uri, [text, ...some(renamed, 4).flatMap((each) => [...titled, each, text])]);
});

test("a value that goes and comes back counts for all that looked at it, also after edits elsewhere", () => {
  const uri = "file:///w/field-service/early-call.training.yaml";
  const text = files.get(uri) ?? "";
  const titled = ["A", "B", "C"].map((title) => text.replace(/^title: .*$/m, `title: ${title}`));
  const lines = text.split("\n");
  const without = lines.flatMap((line, at) =>
    /^ {4}[a-z-]+: \S/.test(line) ? [lines.toSpliced(at, 1).join("\n")] : [],
  );
  assert.ok(without.length > 20);
  assertSame(uri, [text, ...some(without, 8).flatMap((each) => [...titled, each, text])]);
});

function open(texts: ReadonlyMap<string, string>): Workspace {
  const workspace = new Workspace();
  for (const [uri, text] of texts) workspace.set(uri, text);
  return workspace;
}

/** All that is shown of a finding, with places as offsets. */
function plain(diagnostic: Diagnostic, snapshot: Snapshot): string {
  const at = [...spansOf(diagnostic)].map((span) => {
    const place = snapshot.place(span);
    return `${place?.at.start}-${place?.at.end}`;
  });
  const words = [diagnostic.message, diagnostic.help, ...(diagnostic.fixes ?? []).map(({ title }) => title)];
  const edits = (diagnostic.fixes ?? []).flatMap((fix) => fix.edits.map(({ text }) => text));
  const texts = words.map((message) => message && render(message));
  return JSON.stringify([diagnostic.rule, diagnostic.severity, diagnostic.waived, at, texts, edits]);
}
