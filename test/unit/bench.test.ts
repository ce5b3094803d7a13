import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { parseDay } from "../../server/src/base/date.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const load = (file: string) => import(pathToFileURL(path.resolve("scripts/bench", file)).href);

test("a corpus is the same each time, has the lines that were asked for, and its mistakes where it says", async () => {
  const { filesCorpus, sizeCorpus } = await load("corpus/corpora.mjs");
  for (const lines of [60, 300, 3000]) {
    const [{ text }] = sizeCorpus(lines).files;
    assert.equal(text.split("\n").length - 1, lines);
    assert.equal(text, sizeCorpus(lines).files[0].text);
  }
  const { files, planted } = filesCorpus(60);
  assert.deepEqual([...planted], [...filesCorpus(60).planted]);
  const lines = [...planted].map(([name, line]) => textOf(files, name).split("\n")[line - 1]?.trim());
  assert.deepEqual(lines, ["type: simulatino", "hours: four", "in-format: live practice"]);
});

test("a corpus holds no mistakes but the planted ones", async () => {
  const { sizeCorpus, workspaceCorpus } = await load("corpus/corpora.mjs");
  const errorsOf = (files: readonly { path: string; text: string }[]) => {
    const workspace = new Workspace();
    for (const { path: name, text } of files) workspace.set(`file:///bench/${name}`, text);
    const snapshot = workspace.snapshot(parseDay("2026-11-22") ?? 0);
    return files.flatMap(({ path: name }) =>
      lint(snapshot, `file:///bench/${name}`).flatMap(({ severity, rule }) => (severity === "error" ? [rule] : [])),
    );
  };
  for (const lines of [60, 300]) assert.deepEqual(errorsOf(sizeCorpus(lines).files), []);
  assert.deepEqual(errorsOf(workspaceCorpus(21, 3).files).sort(), ["wrong-type", "wrong-value"]);
});

test("a goal is judged by medians, and not where a tool did not find what was planted", async () => {
  const { evaluateGoal } = await load("evaluate-goal.mjs");
  const samples = new Map(Object.entries({ ours: [1, 2, 90], theirs: [300, 220], floor: [1], larger: [250] }));
  const judge = (goal: object, troubles?: Map<string, object>) => evaluateGoal(goal, samples, troubles);
  const faster = { kind: "faster", ours: "ours", theirs: "theirs", least: 100 };
  assert.equal(judge(faster).figure, 130);
  assert.equal(judge(faster).state, "holds");
  assert.equal(judge({ ...faster, without: 200 }).figure, 30);
  assert.equal(judge({ ...faster, without: 200 }).state, "missed");
  assert.equal(judge({ kind: "at-most", ours: "ours", floor: "floor", most: 1.8 }).state, "missed");
  assert.equal(judge({ kind: "at-most", ours: "ours", most: 2 }).state, "holds");
  const growth = judge({ kind: "growth", ours: "ours", larger: "larger", times: 100, most: 1.05 });
  assert.equal(growth.figure.toFixed(2), "1.05");
  const refused = new Map([["elsewhere", { refused: true, reason: "found 1 of 5" }]]);
  assert.deepEqual(judge({ ...faster, theirs: "elsewhere" }, refused), { state: "refused", reason: "found 1 of 5" });
  assert.equal(judge({ ...faster, theirs: "elsewhere" }).state, "not measured");
});

test("output counts only where it names the planted mistakes and no others", async () => {
  const { troubleWithFiles, troubleWithLines } = await load("planted-mistakes.mjs");
  const planted = new Map([["a/program-00001.training.yaml", 7]]);
  const named = "a/program-00001.training.yaml invalid\na/program-00002.training.yaml valid";
  assert.equal(troubleWithFiles(named, planted), undefined);
  assert.match(troubleWithFiles("a/program-00001.training.yaml valid", planted), /0 of 1/);
  assert.match(
    troubleWithFiles(`${named.replace("2.training.yaml valid", "2.training.yaml invalid")}`, planted),
    /1 more/,
  );
  const ours = "a/program-00001.training.yaml\n\n  7:3  error[unknown-key]: No.\n  9:1  warning[x]: Hm.";
  assert.equal(troubleWithLines(ours, planted), undefined);
  assert.match(troubleWithLines(ours.replace("7:3", "8:3"), planted), /0 of 1/);
});

function textOf(files: readonly { path: string; text: string }[], name: string): string {
  return files.find((file) => file.path === name)?.text ?? "";
}
