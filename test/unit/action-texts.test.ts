import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { commentText } from "../../action/src/comment-text.ts";
import { addSummary, setOutputs } from "../../action/src/job-files.ts";
import { baseOfMergeGroup, pullRequestOf } from "../../action/src/pull-request.ts";
import { folderWith } from "../support/cli.ts";

const RUN = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "a/b", GITHUB_RUN_ID: "7" };

test("findings that a comment does not hold are counted there, and linked", () => {
  const comparison = "<!-- mark -->\n## Nothing\n";
  const findings = (rows: number) => `### Training Spec: many\n\n${"| a row |\n".repeat(rows)}`;
  assert.ok(commentText(comparison, findings(10), RUN).endsWith(findings(10)));
  const short = commentText(`${comparison}${"x".repeat(64_000)}`, findings(10_000), RUN);
  assert.ok(short.length <= 65_536);
  assert.match(
    short,
    /### Training Spec: many\n\n\[All findings\]\(https:\/\/github\.com\/a\/b\/actions\/runs\/7\)\n$/,
  );
});

test("a summary that GitHub would not show gives way to its short form", () => {
  const folder = folderWith({ summary: "Of another step.\n" });
  const env = { GITHUB_STEP_SUMMARY: path.join(folder, "summary") };
  addSummary(env, "é".repeat(600_000), "short");
  addSummary(env, "whole", "short");
  assert.equal(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8"), "Of another step.\nshort\nwhole\n");
  assert.equal(addSummary({}, "nowhere", ""), undefined);
  const lost = addSummary({ GITHUB_STEP_SUMMARY: path.join(folder, "no/such") }, "text", "");
  assert.deepEqual(lost?.values, ["`GITHUB_STEP_SUMMARY`", "ENOENT"]);
});

test("an output holds any text", () => {
  const folder = folderWith({ output: "" });
  const env = { GITHUB_OUTPUT: path.join(folder, "output") };
  setOutputs(env, { change: "a\nEOF\nverdict=pass", verdict: "fail" });
  const [, mark] = /^change<<(\S+)$/m.exec(readFileSync(env.GITHUB_OUTPUT, "utf8")) ?? [];
  assert.equal(
    readFileSync(env.GITHUB_OUTPUT, "utf8"),
    `change<<${mark}\na\nEOF\nverdict=pass\n${mark}\nverdict<<${mark}\nfail\n${mark}\n`,
  );
});

test("events that are about no pull request, and events that are torn", () => {
  const of = (name: string, event: string) => {
    const env = { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path.join(folderWith({ event }), "event") };
    return [pullRequestOf(env), baseOfMergeGroup(env)];
  };
  const pull =
    '{"pull_request":{"number":3,"base":{"ref":"main","repo":{"full_name":"a/b"}},"head":{"sha":"f00","repo":null}}}';
  assert.deepEqual(of("pull_request", pull)[0], { number: 3, base: "main", head: "f00", isFromFork: true });
  assert.deepEqual(of("push", pull), [undefined, undefined]);
  assert.deepEqual(of("merge_group", '{"merge_group":{"base_sha":"f00"}}'), [undefined, "f00"]);
  for (const torn of ["", "[]", "null", '{"pull_request":{}}', '{"pull_request":{"number":1,"base":{},"head":{}}}'])
    assert.deepEqual(of("pull_request", torn), [undefined, undefined]);
});
