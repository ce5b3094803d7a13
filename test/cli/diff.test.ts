import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { parseDay } from "../../server/src/base/date.ts";
import { COMMENT_MARKER, MOST_IN_A_COMMENT } from "../../server/src/cli/report/diff-markdown.ts";
import { buildCli, callCli, folderWith, golden, runCli } from "../support/cli.ts";
import { GIT_ENV, repositoryWith, runGit } from "../support/git-repository.ts";

const GOLDEN = path.resolve("test/cli/golden");
const CATALOG = readFileSync("test/review/repository/company.training.yaml", "utf8");
const PROGRAM = readFileSync("test/review/repository/programs/save-the-customer.training.yaml", "utf8");
const OTHER = readFileSync("test/review/repository/programs/keep-the-line.training.yaml", "utf8");
const DAY = parseDay("2027-06-15") ?? 0;

const files = (program: string, catalog = CATALOG) =>
  new Map([
    ["company.training.yaml", catalog],
    ["programs/save-the-customer.training.yaml", program],
    ["programs/keep-the-line.training.yaml", OTHER],
  ]);
const LOWERED = PROGRAM.replace("value: 73.0", "value: 71.0");

/** `main`, a branch of it that lowers a target, and what landed on `main` since. */
function twoBranches(): string {
  return repositoryWith([
    { branch: "main", day: DAY - 60, files: files(PROGRAM) },
    { branch: "lower", from: "main", day: DAY, files: files(LOWERED, CATALOG.replace("amount: 180", "amount: 240")) },
    { branch: "main", from: "main", day: DAY - 1, files: files(PROGRAM.replace("size: 240", "size: 200")) },
  ]);
}

describe("training-spec diff", () => {
  let folder = "";
  before(() => {
    folder = twoBranches();
  });

  for (const [name, args] of [
    ["diff-help", ["diff", "--help"]],
    ["diff-pretty", ["diff", "main", "lower"]],
    ["diff-markdown", ["diff", "main", "lower", "-f", "markdown"]],
    ["diff-json", ["diff", "main", "lower", "-f", "json"]],
    ["diff-none", ["diff", "main", "main"]],
  ] as const) {
    test(name, async () => {
      const { actual, expected } = golden(path.join(GOLDEN, `${name}.txt`), args, await callCli(args, { cwd: folder }));
      assert.equal(actual, expected);
    });
  }

  test("the exit code is what is failed on", async () => {
    const exitOf = async (...args: string[]) => (await callCli(["diff", ...args], { cwd: folder })).exit;
    const softer = repositoryWith([
      { branch: "main", day: DAY - 400, files: files(PROGRAM) },
      { branch: "softer", from: "main", day: DAY - 300, files: files(PROGRAM.replace("size: 240", "size: 200")) },
    ]);
    const softExit = async (...args: string[]) =>
      (await callCli(["diff", "main", "softer", ...args], { cwd: softer })).exit;
    assert.deepEqual(
      [
        await exitOf("main", "lower"),
        await exitOf("main", "lower", "--fail-on", "none"),
        await softExit(),
        await softExit("--fail-on", "weakened"),
      ],
      [1, 0, 0, 1],
    );
  });

  test("a page in HTML needs nothing but itself", async () => {
    const { stdout } = await callCli(["diff", "main", "lower", "-f", "html"], { cwd: folder });
    assert.match(stdout, /^<!DOCTYPE html>/);
    assert.match(stdout, /<svg/);
    assert.doesNotMatch(stdout, /<script|<link|src="http/);
  });

  test("the working tree, a path in it, a range, and a path of a commit", async () => {
    const tree = twoBranches();
    writeFileSync(path.join(tree, "programs/save-the-customer.training.yaml"), LOWERED);
    const subjects = async (cwd: string, ...args: string[]) => {
      const { stdout } = await callCli(["diff", "-f", "json", "--today", "2027-06-15", ...args], { cwd });
      return JSON.parse(stdout).documents.flatMap(({ changes }: { changes: { subject: string }[] }) =>
        changes.map(({ subject }) => subject),
      );
    };
    assert.deepEqual(await subjects(tree), ["Target of `save-rate`", "Number of `retention-agents`"]);
    assert.deepEqual(await subjects(tree, "programs/keep-the-line.training.yaml"), []);
    assert.deepEqual(await subjects(path.join(tree, "programs"), "main", "save-the-customer.training.yaml"), [
      "Target of `save-rate`",
      "Number of `retention-agents`",
    ]);
    assert.deepEqual(await subjects(tree, "main..lower"), [
      "Target of `save-rate`",
      "Value per unit of `customer-save-rate`",
    ]);
    assert.deepEqual(await subjects(tree, "main:programs", "lower:programs"), ["Target of `save-rate`"]);
  });

  test("two folders and two files need no repository", async () => {
    const place = folderWith({
      "a/company.training.yaml": CATALOG,
      "a/programs/x.training.yaml": PROGRAM,
      "b/company.training.yaml": CATALOG,
      "b/programs/x.training.yaml": LOWERED,
    });
    const folders = await callCli(["diff", "a", "b"], { cwd: place });
    const two = await callCli(["diff", "a/programs/x.training.yaml", "b/programs/x.training.yaml"], { cwd: place });
    for (const { exit, stdout, stderr } of [folders, two]) {
      assert.deepEqual([exit, stderr], [1, ""]);
      assert.match(stdout, /Target of save-rate: 73 % → 71 %/);
    }
    const mixed = await callCli(["diff", "a", "b/programs/x.training.yaml"], { cwd: place });
    assert.equal(mixed.exit, 2);
    assert.match(mixed.stderr, /compare two files or two folders/);
  });
});

describe("training-spec diff with bad input", () => {
  test("no repository, no commit of that name, one that is a path too, too many operands", async () => {
    const outside = folderWith({ "a.training.yaml": PROGRAM });
    const said = async (cwd: string, ...args: string[]) => {
      const { exit, stdout, stderr } = await callCli(["diff", ...args], { cwd });
      assert.deepEqual([exit, stdout], [2, ""]);
      return stderr;
    };
    assert.match(
      await said(outside, "main"),
      /No file or folder is named `main`. The folder .* is in no Git repository/,
    );
    const folder = twoBranches();
    assert.match(await said(folder, "maain"), /No commit or branch is named `maain`/);
    assert.match(await said(folder, "--", "-x"), /No file or folder is named `-x`/);
    runGit(folder, ["branch", "programs"]);
    assert.match(await said(folder, "programs"), /is a path and a commit: write `.\/programs`/);
    assert.match(await said(folder, "main", "lower", "programs"), /Two states are compared/);
    assert.match(await said(folder, "main", outside), /does not lie in the repository/);
    const empty = folderWith({ "a.training.yaml": PROGRAM });
    runGit(empty, ["init", "--quiet"]);
    assert.match(await said(empty), /HEAD|no commit/);
  });

  test("a shallow clone says what is missing and how to get it", async () => {
    const clone = folderWith({});
    runGit(clone, [
      "clone",
      "--quiet",
      "--depth",
      "1",
      "--branch",
      "lower",
      "--no-single-branch",
      pathToFileURL(twoBranches()).href,
      ".",
    ]);
    const { exit, stderr } = await callCli(["diff", "HEAD~1"], { cwd: clone });
    assert.equal(exit, 2);
    assert.match(stderr, /shallow clone.*git fetch --unshallow.*fetch-depth: 0/);
    const apart = await callCli(["diff", "origin/main", "HEAD"], { cwd: clone });
    assert.equal(apart.exit, 2);
    assert.match(apart.stderr, /no commit in common.*shallow clone/);
  });

  test("a side that cannot be read is named with its place, and the others are compared", async () => {
    const conflict = PROGRAM.replace(
      /( {4}target: \{ value: 73.*\n)/,
      "<<<<<<< ours\n$1=======\n    target: { value: 71.0, by: 2027-10-31 }\n>>>>>>> theirs\n",
    );
    const folder = repositoryWith([
      { branch: "main", day: DAY - 60, files: files(PROGRAM) },
      {
        branch: "conflict",
        from: "main",
        day: DAY,
        files: files(conflict, CATALOG.replace("amount: 180", "amount: 240")),
      },
      { branch: "binary", from: "main", day: DAY, files: files("\u0000\u0001\u0002") },
    ]);
    const { exit, stdout, stderr } = await callCli(["diff", "main", "conflict"], { cwd: folder });
    assert.equal(exit, 2);
    assert.match(stderr, /save-the-customer\.training\.yaml:46 \(conflict\) could not be read/);
    assert.match(stdout, /Value per unit of customer-save-rate: USD 180 → USD 240/);
    assert.match(stdout, /Not everything could be read/);
    const before = await callCli(["diff", "conflict", "main"], { cwd: folder });
    assert.doesNotMatch(before.stdout, /Target of/);
    const binary = await callCli(["diff", "main", "binary"], { cwd: folder });
    assert.equal(binary.exit, 2);
    assert.doesNotMatch(binary.stdout, /weakened|gone/);
  });

  test("Git is not there", async () => {
    const cli = await buildCli();
    const { exit, stderr } = await runCli(cli, ["diff", "main"], { cwd: folderWith({}), env: { PATH: "" } });
    assert.equal(exit, 2);
    assert.match(stderr, /Git is not installed/);
  });

  test("a full disk, a closed pipe and Ctrl-C", { skip: process.platform === "win32" }, async () => {
    const [cli, folder] = [await buildCli(), twoBranches()];
    const env = { ...GIT_ENV };
    const full = await runCli(cli, ["diff", "main", "lower"], {
      cwd: folder,
      env,
      stdoutFile: openSync("/dev/full", "w"),
    });
    assert.equal(full.exit, 2);
    assert.match(full.stderr, /could not be written \(ENOSPC\)/);
    const closed = await runCli(cli, ["diff", "main", "lower", "-f", "html"], { cwd: folder, env, closeStdout: true });
    assert.deepEqual([closed.exit, closed.stderr], [1, ""]);
    // A Git that takes its time.
    const slow = folderWith({ git: "#!/bin/sh\nexec sleep 20\n" });
    runGit(folder, ["--version"]);
    const child = spawn(process.execPath, [cli, "diff", "main", "lower"], {
      cwd: folder,
      env: { ...process.env, ...env, PATH: `${slow}:${process.env.PATH}` },
    });
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.stderr.on("data", (text) => (said += text));
    setTimeout(() => child.kill("SIGINT"), 500);
    const ended = await new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));
    assert.deepEqual([ended, said], ["SIGINT", ""]);
  });
});

describe("the comment", () => {
  test("stays under the limit however much has changed, and says what it leaves out", async () => {
    const many = (target: number) =>
      `${PROGRAM.slice(0, PROGRAM.indexOf("behaviors:"))}behaviors:\n${Array.from({ length: 900 }, (_, index) => `  behavior-${index}:\n    does: ${"Asks before offering ".repeat(4)}\n    target: { value: ${target}, by: 2027-05-02 }\n`).join("")}`;
    const folder = repositoryWith([
      { branch: "main", day: DAY - 60, files: files(many(80)) },
      { branch: "lower", from: "main", day: DAY, files: files(many(60)) },
    ]);
    const { stdout } = await callCli(["diff", "main", "lower", "-f", "markdown"], { cwd: folder });
    assert.ok(stdout.length <= MOST_IN_A_COMMENT, `${stdout.length} characters`);
    assert.ok(stdout.startsWith(`${COMMENT_MARKER}\n`));
    const rows = stdout.match(/^\| \*\*Goalpost/gm)?.length ?? 0;
    const left = Number(/_(\d+) more changes are not shown/.exec(stdout)?.[1]);
    assert.equal(rows + left, 900);
    assert.equal((stdout.match(/<details>/g) ?? []).length, (stdout.match(/<\/details>/g) ?? []).length);
  });

  test("no text of a file is markup, a mention or a link in it", async () => {
    const evil = 'Lower | it <img src=x> @finance #12 [a](https://x.example) **b** `c` <!-- --> ```mermaid "];';
    const folder = repositoryWith([
      { branch: "main", day: DAY - 60, files: files(PROGRAM) },
      {
        branch: "evil",
        from: "main",
        day: DAY,
        files: files(
          PROGRAM.replace("title: Save the customer", `title: '${evil}'`)
            .replace("basis: The best quarter of the teams already keeps 74 %", `basis: '${evil}'`)
            .replace("name: Customer", "name: Customer")
            .replace("does: Asks at least two diagnostic questions before making any offer", `does: '${evil}'`),
        ),
      },
    ]);
    const { stdout } = await callCli(["diff", "main", "evil", "-f", "markdown"], { cwd: folder });
    const outside = stdout.replace(/```mermaid[\s\S]*?\n```/g, "").replace(/`[^`\n]*`/g, "");
    assert.doesNotMatch(outside, /<img|@finance|#12(?!\d*;)|\]\(|\*\*b\*\*|https:\/\/x/);
    for (const line of outside.split("\n").filter((each) => each.startsWith("| ")))
      assert.ok([5, 6].includes(line.split("|").length - 1), line);
    const [, picture = ""] = /```mermaid\n([\s\S]*?)\n```/.exec(stdout) ?? [];
    for (const line of picture.split("\n").filter((each) => each.includes('["')))
      assert.match(line, /^ {2}n\d+\["[^"\][`<>]*(<br\/>[^"\][`<>]*)?"\](:::\w+)?$/);
  });
});
