import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import type { Diagnostic } from "../../server/src/base/finding.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { RULES } from "../../server/src/rules/registry.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const FOLDER = "test/wording";
const PAGE = "docs/wording.md";
const URI = "file:///wording.training.yaml";
const NEED_RULE = "training-as-problem";

/** Rules that judge how a sentence is worded; others need more than the sentence. */
const WORDING: ReadonlySet<string> = new Set([
  "vague-objective",
  "course-centered-objective",
  "several-performances",
  "vague-criterion",
  "mismatched-level",
  "unobservable-behavior",
  "learning-as-behavior",
  NEED_RULE,
]);

/** One sentence of the corpora, as the program that holds it and nothing else. */
interface Sentence {
  readonly text: string;
  readonly program: string;
  /** The rule that should find it. */
  readonly rule?: string;
}

const sound = [...soundObjectives(), ...soundBehaviors(), ...problems("problems-sound")];
const flawed = [...flawedObjectives(), ...flawedBehaviors()];
const requests = problems("problems-flawed");

const alarms = sound.filter((sentence) => rulesFor(sentence).size > 0);
const missed = flawed.filter((sentence) => !rulesFor(sentence).has(sentence.rule ?? ""));
const missedRequests = requests.filter((sentence) => !rulesFor(sentence).has(NEED_RULE));

test("the rules about wording exist", () => {
  const ids = new Set(RULES.map(({ id }) => id));
  assert.deepEqual(
    [...WORDING].filter((id) => !ids.has(id)),
    [],
  );
});

test("no well-formed sentence is reported", () => {
  assert.ok(sound.length >= 200);
  assert.deepEqual(
    alarms.map((sentence) => `${[...rulesFor(sentence)].join(", ")}: ${sentence.text}`),
    [],
  );
});

test("at least nine in ten flawed sentences are found, by the right rule", () => {
  assert.ok(flawed.length >= 200);
  assert.ok(missed.length <= flawed.length / 10, missed.map(inOneLine).join("\n"));
});

test("at least eight in ten sentences of every kind of flaw are found", () => {
  for (const rule of new Set(flawed.map((sentence) => sentence.rule))) {
    const all = flawed.filter((sentence) => sentence.rule === rule);
    const lost = missed.filter((sentence) => sentence.rule === rule);
    assert.ok(lost.length <= all.length / 5, lost.map(inOneLine).join("\n"));
  }
});

test("at least nine in ten problem statements that ask for training are found", () => {
  assert.ok(requests.length >= 60);
  assert.ok(missedRequests.length <= requests.length / 10, missedRequests.map(inOneLine).join("\n"));
});

test("no sentence stands twice", () => {
  for (const sentences of [sound, flawed, requests]) {
    const programs = sentences.map(({ program, rule }) => `${rule} ${program}`);
    assert.equal(new Set(programs).size, programs.length);
  }
});

test("the page says both figures", (context) => {
  const figures = [
    `| well-formed | ${sound.length} | ${alarms.length} reported |`,
    `| flawed | ${flawed.length} | ${flawed.length - missed.length} found (${percent(flawed, missed)} %) |`,
    `| requests for training as problem statements | ${requests.length} | ${requests.length - missedRequests.length} found (${percent(requests, missedRequests)} %) |`,
  ];
  for (const line of figures) context.diagnostic(line);
  for (const sentence of [...missed, ...missedRequests]) context.diagnostic(`missed: ${inOneLine(sentence)}`);
  const page = readFileSync(PAGE, "utf8");
  const table = figures.join("\n");
  const updated = page.replace(/(\| --- \| --- \| --- \|\n)(?:\|.*\n)+/, `$1${table}\n`);
  if (process.env.UPDATE === "1") writeFileSync(PAGE, updated);
  else assert.equal(page, updated, "run UPDATE=1 node test/run.mjs wording");
});

function soundObjectives(): Sentence[] {
  return linesOf("objectives-sound").map((text) => {
    const [can = "", to, given, level] = text.split(" | ");
    return { text, program: objective({ given, can, to, level }) };
  });
}

function flawedObjectives(): Sentence[] {
  return linesOf("objectives-flawed").map((line) => {
    const [, rule = "", part, text = ""] = /^([a-z-]+)(?: ([a-z]+))?: (.*)$/.exec(line) ?? [];
    if (part === "to") return { text, rule, program: objective({ can: "sort the letters by region", to: text }) };
    if (part === "given") return { text, rule, program: objective({ can: "sort the letters by region", given: text }) };
    return { text, rule, program: objective({ can: text, level: part }) };
  });
}

function soundBehaviors(): Sentence[] {
  return linesOf("behaviors-sound").map((text) => ({ text, program: behavior(text) }));
}

function flawedBehaviors(): Sentence[] {
  return linesOf("behaviors-flawed").map((line) => {
    const [, rule = "", text = ""] = /^([a-z-]+): (.*)$/.exec(line) ?? [];
    return { text, rule, program: behavior(text) };
  });
}

function problems(file: string): Sentence[] {
  return linesOf(file).map((text) => ({ text, program: `need:\n  problem: ${JSON.stringify(text)}\n` }));
}

function objective(parts: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(parts).flatMap(([key, text]) =>
    text === undefined ? [] : [`    ${key}: ${JSON.stringify(text)}`],
  );
  return `objectives:\n  one:\n${pairs.join("\n")}\n`;
}

function behavior(text: string): string {
  return `behaviors:\n  one:\n    does: ${JSON.stringify(text)}\n`;
}

function linesOf(file: string): string[] {
  return readFileSync(`${FOLDER}/${file}.txt`, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** The rules about wording that report something in the sentence. */
function rulesFor({ program }: Sentence): ReadonlySet<string> {
  const workspace = new Workspace();
  workspace.set(URI, `version: 1\nkind: program\n${program}`);
  const found: readonly Diagnostic[] = lint(workspace.snapshot(parseDay("2026-11-22") ?? 0), URI);
  return new Set(found.map(({ rule }) => rule).filter((rule) => WORDING.has(rule)));
}

function inOneLine({ rule, text }: Sentence): string {
  return `${rule ?? NEED_RULE}: ${text}`;
}

function percent(all: readonly Sentence[], lost: readonly Sentence[]): number {
  return Math.round((1 - lost.length / all.length) * 1000) / 10;
}
