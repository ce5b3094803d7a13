import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseDay } from "../server/src/base/date.ts";
import type { Diagnostic } from "../server/src/base/finding.ts";
import { render } from "../server/src/base/message.ts";
import { lint } from "../server/src/rules/lint.ts";
import { RULES } from "../server/src/rules/registry.ts";
import { resolveUri } from "../server/src/workspace/uri.ts";
import { Workspace } from "../server/src/workspace/workspace.ts";

/** The day for which the samples are written. */
const TODAY = parseDay("2026-11-22") ?? 0;
const FOLDER = "samples";
const REPORTS = /^# Reports: ([a-z-]+(?:, [a-z-]+)*)\n/;
const HEADER = "point,measure,group,from,to,value,n,sd";

/** Rules that no small file can show. */
const NOT_IN_A_SMALL_FILE: Readonly<Record<string, string>> = {
  "oversized-file": "It takes a file of more than 3,000,000 characters.",
  "unreadable-known-findings": "It takes a configuration that counts for no other sample.",
  "moved-baseline": "It takes a history in Git.",
  "moved-target": "It takes a history in Git.",
  "outdated-approval": "It takes a history in Git.",
};

const all = readdirSync(FOLDER, { recursive: true })
  .map((file) => path.posix.join(FOLDER, String(file).split(path.sep).join("/")))
  .filter((file) => /\.training\.ya?ml$/.test(file))
  .sort();
const broken = all.filter((file) => file.startsWith(`${FOLDER}/broken/`));
const whole = all.filter((file) => !broken.includes(file));
const families = new Map(RULES.map((rule) => [rule.id, rule.family]));

const saidOfWhole = findingsIn(whole);
const saidOfBroken = findingsIn(broken);

test("there are samples of both kinds", () => {
  assert.ok(whole.length >= 6 && broken.length >= 20);
});

for (const file of whole) {
  test(`${file} has no error and no warning`, () => {
    const serious = saidOf(saidOfWhole, file).filter(({ severity }) => severity !== "hint");
    assert.deepEqual(serious.map(inOneLine), []);
  });

  test(`${file} names its source, and has no hint unless it is a draft`, () => {
    const text = readFileSync(file, "utf8");
    if (!/^kind: program$/m.test(text)) return;
    assert.match(text, /^# Source: /m, "a sample names its source, or says that it has none");
    if (!/^status: draft\b/m.test(text)) assert.deepEqual(saidOf(saidOfWhole, file).map(inOneLine), []);
    const results = /^results: (\S+)/m.exec(text)?.[1];
    if (results === undefined) return;
    const table = path.join(path.dirname(file), results);
    assert.ok(existsSync(table), `${table} does not exist`);
    const [header, ...rows] = readFileSync(table, "utf8").trimEnd().split("\n");
    assert.equal(header, HEADER);
    for (const row of rows) assert.equal(row.split(",").length, HEADER.split(",").length, row);
  });
}

for (const file of broken) {
  test(`${file} reports what its first line announces`, () => {
    const announced = announcedIn(file);
    const said = saidOf(saidOfBroken, file);
    const rules = new Set(said.map(({ rule }) => rule));
    assert.deepEqual(
      announced.filter((rule) => !rules.has(rule)),
      [],
      "announced and not reported",
    );
    // After text that cannot be read, what is said of the rest may vary; elsewhere every error is one that was announced.
    if (announced.some((rule) => families.get(rule) === "syntax")) return;
    const errors = said.filter(({ severity, rule }) => severity === "error" && !announced.includes(rule));
    assert.deepEqual(errors.map(inOneLine), []);
  });
}

test("the broken samples show every rule that a small file can show", () => {
  const shown = new Set([...saidOfBroken.values()].flat().map(({ rule }) => rule));
  const missing = RULES.filter((rule) => !shown.has(rule.id)).map((rule) => rule.id);
  assert.deepEqual(missing.sort(), Object.keys(NOT_IN_A_SMALL_FILE).sort());
});

test("gaps are hints in the broken draft, and no hint in the same program planned", () => {
  const draft = `${FOLDER}/broken/gaps-in-a-draft.training.yaml`;
  const planned = readFileSync(draft, "utf8").replace("status: draft", "status: planned");
  const gaps = new Set(RULES.filter((rule) => rule.kind === "gap").map((rule) => rule.id));
  const inDraft = saidOf(saidOfBroken, draft).filter(({ rule }) => gaps.has(rule));
  const inPlanned = saidOf(findingsIn([draft], new Map([[draft, planned]])), draft).filter(({ rule }) =>
    gaps.has(rule),
  );
  assert.ok(inDraft.length >= 10);
  assert.deepEqual(new Set(inDraft.map(({ severity }) => severity)), new Set(["hint"]));
  assert.deepEqual(new Set(inPlanned.map(({ rule }) => rule)), new Set(inDraft.map(({ rule }) => rule)));
  assert.ok(inPlanned.filter(({ severity }) => severity === "error").length >= 8);
});

test("there is a clean program of every kind, and a complete one that is called a draft has no finding", () => {
  const texts = new Map(whole.map((file) => [file, readFileSync(file, "utf8")]));
  const kinds = [
    /^status: planned\b/m,
    /^status: live\b/m,
    /^status: evaluated\b/m,
    /^tier: strategic\b/m,
    /^tier: tactical\b/m,
    /^ {2}exempt: /m,
  ];
  for (const kind of kinds) {
    const [file] = [...texts].find(([each, text]) => kind.test(text) && saidOf(saidOfWhole, each).length === 0) ?? [];
    assert.ok(file, `no clean sample matches ${kind}`);
  }
  const complete = `${FOLDER}/contact-center/save-the-customer.training.yaml`;
  const draft = texts.get(complete)?.replace("status: planned", "status: draft") ?? "";
  assert.match(draft, /^status: draft/m);
  assert.deepEqual(saidOf(findingsIn([complete], new Map([[complete, draft]])), complete).map(inOneLine), []);
});

test("the configuration keeps the broken samples out of a run over all samples", () => {
  assert.match(readFileSync(`${FOLDER}/training-spec.config.yaml`, "utf8"), /^ignore:\n {2}- broken\/\*\*/m);
});

/** What the engine says of some files in one workspace, with the catalogs they use. */
function findingsIn(
  files: readonly string[],
  texts: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, readonly Diagnostic[]> {
  const workspace = new Workspace();
  for (const file of files) workspace.set(uriOf(file), texts.get(file) ?? readFileSync(file, "utf8"));
  for (let wanted = workspace.wanted(); wanted.length > 0; wanted = workspace.wanted()) {
    for (const uri of wanted) {
      const file = fileURLToPath(uri);
      if (existsSync(file)) workspace.set(uri, readFileSync(file, "utf8"));
      else workspace.setUnreadable(uri, "missing");
    }
  }
  const snapshot = workspace.snapshot(TODAY);
  return new Map(
    files.map((file) => {
      const results = snapshot.context(uriOf(file))?.results;
      const table = results ? [resolveUri(uriOf(file), results.value)] : [];
      const said = [uriOf(file), ...table].flatMap((uri) => lint(snapshot, uri));
      return [file, said.filter(({ waived }) => !waived)];
    }),
  );
}

function saidOf(said: ReadonlyMap<string, readonly Diagnostic[]>, file: string): readonly Diagnostic[] {
  return said.get(file) ?? [];
}

function announcedIn(file: string): readonly string[] {
  const announced = REPORTS.exec(readFileSync(file, "utf8"))?.[1]?.split(", ");
  assert.ok(announced, `${file} has to start with a line "# Reports: rule, rule"`);
  return announced;
}

function inOneLine({ severity, rule, message }: Diagnostic): string {
  return `${severity}[${rule}]: ${render(message)}`;
}

function uriOf(file: string): string {
  return pathToFileURL(path.resolve(file)).href;
}
