import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import examples from "@octokit/webhooks-examples";
import { parseDay } from "../../server/src/base/date.ts";
import { folderWith } from "../support/cli.ts";
import { repositoryWith, runGit } from "../support/git-repository.ts";
import { commentOf, type StandInApi, standInApi, TOKEN } from "../support/github-api.ts";
import { actionManifest, type Job, runStep } from "../support/runner.ts";

const REPOSITORY = "Codertocat/Hello-World";
const MARK = "<!-- training-spec diff -->\n";
const NUMBER = 2;
const DAY = parseDay("2027-06-15") ?? 0;
const PROGRAM = readFileSync("test/review/repository/programs/save-the-customer.training.yaml", "utf8");
const CATALOG = readFileSync("test/review/repository/company.training.yaml", "utf8");

const files = (program: string) =>
  new Map([
    ["company.training.yaml", CATALOG],
    ["programs/save-the-customer.training.yaml", program],
  ]);
const LOWERED = PROGRAM.replace("value: 73.0", "value: 71.0");
const AGAIN = PROGRAM.replace("value: 73.0", "value: 70.5");
const LAYOUT = `# A remark changes nothing.\n${PROGRAM}`;

/** The repository that pull requests go to, with the branches of some. */
function origin(): string {
  return repositoryWith([
    { branch: "main", day: DAY - 60, files: files(PROGRAM) },
    { branch: "changes", from: "main", day: DAY - 2, files: files(LOWERED) },
    { branch: "again", from: "changes", day: DAY - 1, files: files(AGAIN) },
    { branch: "layout", from: "main", day: DAY - 1, files: files(LAYOUT) },
    { branch: "torn", from: "main", day: DAY - 1, files: files(`${PROGRAM}\nneed: [\n`) },
  ]);
}

/** What `actions/checkout` leaves for a pull request: the merge of a branch into `main`, with no branch checked out. */
function checkout(from: string, branch: string, depth = 0): string {
  runGit(from, ["checkout", "--quiet", "--detach", "main"]);
  runGit(from, ["merge", "--quiet", "--no-ff", "-m", `Merge ${branch} into main`, branch]);
  runGit(from, ["update-ref", "refs/pull/2/merge", "HEAD"]);
  const folder = folderWith({});
  runGit(folder, ["init", "--quiet"]);
  runGit(folder, ["remote", "add", "origin", `file://${from}`]);
  const refs = ["+refs/heads/*:refs/remotes/origin/*", "+refs/pull/2/merge:refs/remotes/pull/2/merge"];
  runGit(folder, [
    "fetch",
    "--quiet",
    ...(depth > 0 ? [`--depth=${depth}`, "origin", refs[1] ?? ""] : ["origin", ...refs]),
  ]);
  runGit(folder, ["checkout", "--quiet", "--detach", "refs/remotes/pull/2/merge"]);
  return folder;
}

/** An event as GitHub sends it, about our commits. */
function pullRequest(head: string, options: { readonly fork?: boolean } = {}): object {
  const real = examples
    .find(({ name }) => name === "pull_request")
    ?.examples.find((example) => "action" in example && example.action === "synchronize");
  assert.ok(real && "pull_request" in real);
  const event = structuredClone(real) as {
    pull_request: { base: { ref: string }; head: { sha: string; repo: { full_name: string } } };
  };
  event.pull_request.base.ref = "main";
  event.pull_request.head.sha = head;
  if (options.fork) event.pull_request.head.repo.full_name = "somebody/Hello-World";
  return event;
}

describe("the GitHub Action", { concurrency: 2 }, () => {
  let action = "";
  let from = "";
  let api: StandInApi;
  const tip = (branch: string) => runGit(from, ["rev-parse", branch]).trim();

  before(async () => {
    action = folderWith({});
    cpSync("build/release", action, { recursive: true });
    from = origin();
    api = await standInApi(REPOSITORY, NUMBER, true);
  });
  after(() => api.close());

  const job = (branch: string, more: Partial<Job> = {}): Job => ({
    action,
    workspace: more.workspace ?? checkout(from, branch),
    eventName: "pull_request",
    event: pullRequest(tip(branch)),
    repository: REPOSITORY,
    api: api.url,
    token: TOKEN,
    baseRef: "main",
    ...more,
  });

  test("runs on what the runner of GitHub has", () => {
    assert.match(actionManifest(action).runs.using, /^node2[0-9]$/);
  });

  test("says what a change does: comment, summary, annotations, outputs; then keeps one comment", async () => {
    const others = Array.from({ length: 120 }, (_, index) => commentOf(index + 1, "Nice.", "dana", "User", "MEMBER"));
    const impostor = commentOf(121, `${MARK}All is well.`, "mallory", "User", "NONE");
    api.comments = [...others, impostor];
    const first = await runStep(job("changes"));
    assert.equal(first.exit, 1, first.log);
    const { "comment-url": url, sarif, json, markdown, ...outputs } = first.outputs;
    assert.deepEqual(Object.keys(first.outputs).sort(), Object.keys(actionManifest(action).outputs).sort());
    assert.deepEqual(
      { verdict: outputs.verdict, moves: outputs["goalpost-moves"], change: outputs.change },
      { verdict: "fail", moves: "1", change: "1 goalpost move." },
    );
    assert.equal(JSON.parse(readFileSync(sarif ?? "", "utf8")).version, "2.1.0");
    const { summary } = JSON.parse(readFileSync(json ?? "", "utf8"));
    assert.deepEqual([outputs.errors, outputs.warnings], [String(summary.errors), String(summary.warnings)]);
    assert.equal(JSON.parse(readFileSync(outputs["diff-json"] ?? "", "utf8")).counts.goalpost, 1);
    assert.ok(
      first.annotations.some((text) =>
        /^error: .*`fail-on-change: goalpost` does not allow: 1 goalpost move/.test(text),
      ),
      first.log,
    );
    assert.match(first.summary, /Goalpost move \(weakened\)[\s\S]*### Training Spec: /);
    assert.ok(first.summary.includes(readFileSync(markdown ?? "", "utf8")));

    const [made, ...more] = api.comments.slice(121);
    assert.ok(made && more.length === 0);
    assert.equal(url, made.html_url);
    assert.ok(made.body.startsWith(MARK));
    assert.match(made.body, /73 % \| 71 %[\s\S]*### Training Spec: /);

    api.requests = [];
    const second = await runStep(job("again"));
    assert.deepEqual(
      api.requests.filter((request) => !request.startsWith("GET")),
      [`PATCH /repos/${REPOSITORY}/issues/comments/122`],
    );
    assert.equal(second.outputs["comment-url"], url);
    assert.match(api.comments[121]?.body ?? "", /73 % \| 70\.5 %/);
    assert.deepEqual([api.comments.length, api.comments[120]], [122, impostor]);

    api.requests = [];
    await runStep(job("again", { with: { "fail-on-change": "none" } }));
    assert.ok(api.requests.length > 0 && api.requests.every((request) => request.startsWith("GET")));

    // Nothing of the promises is changed any more: what was said must not stay.
    const last = await runStep(job("layout"));
    assert.equal(last.exit, 0, last.log);
    assert.match(api.comments[121]?.body ?? "", /no change in meaning/);
  });

  test("adds no comment where there is nothing to say", async () => {
    const silent = await standInApi(REPOSITORY, NUMBER, true);
    const { exit, outputs } = await runStep(job("layout", { api: silent.url }));
    silent.close();
    assert.deepEqual([exit, outputs.verdict, outputs.change], [0, "pass", "No change in meaning."]);
    assert.deepEqual(silent.comments, []);
  });

  test("for a fork, whose token may not write, says it in the summary", async () => {
    const readOnly = await standInApi(REPOSITORY, NUMBER, false);
    const event = pullRequest(tip("changes"), { fork: true });
    const { exit, summary, annotations } = await runStep(
      job("changes", { api: readOnly.url, event, with: { "fail-on": "none", "fail-on-change": "none" } }),
    );
    readOnly.close();
    assert.equal(exit, 0);
    assert.ok(readOnly.requests.some((request) => request.startsWith("POST")));
    assert.match(summary, /## Training programs: 1 goalpost move/);
    assert.ok(annotations.some((text) => /^notice: There is no comment, because .* fork.* summary/.test(text)));
  });

  test("without the permission, and without an API, says what to do and goes on", async () => {
    const readOnly = await standInApi(REPOSITORY, NUMBER, false);
    const { annotations } = await runStep(job("changes", { api: readOnly.url }));
    readOnly.close();
    assert.ok(annotations.some((text) => /^warning: .*`permissions: pull-requests: write`/.test(text)));
    const gone = await runStep(job("layout", { api: readOnly.url }));
    assert.equal(gone.exit, 0);
    assert.ok(
      gone.annotations.some((text) => /^warning: .*could not be reached.*summary/.test(text)),
      gone.log,
    );
  });

  test("brings the history that a checkout of one commit lacks", async () => {
    const { outputs, log } = await runStep(job("changes", { workspace: checkout(from, "changes", 1) }));
    assert.equal(outputs.change, "1 goalpost move.", log);
  });

  test("says nothing of a pull request that is not checked out", async () => {
    const workspace = checkout(from, "layout");
    const { exit, outputs, annotations } = await runStep(
      job("changes", { workspace, eventName: "pull_request_target" }),
    );
    assert.deepEqual([exit, outputs.verdict, outputs.change], [1, "fail", ""]);
    assert.ok(annotations.some((text) => /^error: What is checked out does not contain the pull request/.test(text)));
  });

  test("annotates the line of a finding, and fails on what it was told to", async () => {
    const { exit, annotations, outputs } = await runStep(job("torn"));
    assert.deepEqual([exit, outputs.verdict], [1, "fail"]);
    assert.ok(Number(outputs.errors) > 0);
    assert.ok(annotations.some((text) => text.startsWith("error: ")));
    const lax = await runStep(job("torn", { with: { "fail-on": "none", "fail-on-change": "none", comment: "false" } }));
    assert.deepEqual([lax.exit, lax.outputs.verdict], [0, "pass"], lax.log);
  });

  test("outside of a pull request lints, and asks GitHub nothing", async () => {
    const workspace = checkout(from, "layout");
    const nobody = await standInApi(REPOSITORY, NUMBER, true);
    const push = job("layout", { workspace, eventName: "push", event: {}, baseRef: "", api: nobody.url });
    const { exit, outputs, summary } = await runStep(push);
    nobody.close();
    assert.deepEqual([exit, outputs.change, outputs.verdict], [0, "", "pass"]);
    assert.match(summary, /^### Training Spec: /);
    assert.deepEqual(nobody.requests, []);
  });

  test("compares in a merge queue, where there is no comment to write", async () => {
    const event = { action: "checks_requested", merge_group: { base_sha: tip("main"), base_ref: "refs/heads/main" } };
    const nobody = await standInApi(REPOSITORY, NUMBER, true);
    const step = job("changes", { eventName: "merge_group", event, baseRef: "", api: nobody.url });
    const { outputs, log } = await runStep(step);
    nobody.close();
    assert.deepEqual([outputs.verdict, outputs.change], ["fail", "1 goalpost move."], log);
    assert.deepEqual(nobody.requests, []);
  });

  test("takes paths by line and only what changed, and leaves room for what it says itself", async () => {
    const workspace = checkout(from, "changes");
    const unknown = Array.from({ length: 20 }, (_, index) => `key-${index}: {}\n`).join("");
    const text = `version: 1\nkind: catalog\nid: spare\n${unknown}`;
    writeFileSync(path.join(workspace, "with space.training.yaml"), text);
    const paths = "with space.training.yaml\nprograms\n";
    const step = job("changes", { workspace, with: { paths, changed: "true" } });
    const { outputs, log, annotations } = await runStep(step);
    const { findings, summary } = JSON.parse(readFileSync(outputs.json ?? "", "utf8"));
    assert.equal(summary.files, 2, log);
    assert.ok(findings.some(({ rule }: { rule: string }) => rule === "unknown-key"));
    const errors = annotations.filter((each) => each.startsWith("error: "));
    assert.ok(errors.length <= 10 && errors.some((each) => /does not allow: 1 goalpost move/.test(each)), log);
    assert.ok(errors.some((each) => /more errors are in the log of this step/.test(each)));
  });

  test("names an input that is wrong", async () => {
    for (const [wrong, words] of [
      [{ "fail-on": "errors" }, /`fail-on` takes `error`, `warning`, `hint` or `none`, not `errors`/],
      [{ comment: "yes" }, /`comment` takes `true` or `false`, not `yes`/],
      [{ "working-directory": "nowhere" }, /names a folder that is not there: `.*nowhere`/],
      [{ "max-warnings": "few" }, /`--max-warnings` takes a number/],
      [{ paths: "nothing-here" }, /nothing-here/],
    ] as const) {
      const { exit, annotations } = await runStep(job("layout", { with: wrong }));
      assert.equal(exit, 1);
      assert.ok(
        annotations.some((text) => text.startsWith("error: ") && words.test(text)),
        annotations.join("\n"),
      );
    }
  });
});
