import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { parseDay } from "../../server/src/base/date.ts";
import { uriOfPath } from "../../server/src/host/file-uri.ts";
import { stateOf, stateOnDisk } from "../../server/src/host/git-head.ts";
import { historyOf } from "../../server/src/host/git-history.ts";
import { buildCli, folderWith, runCli } from "../support/cli.ts";
import { GIT_ENV, repositoryWith, runGit } from "../support/git-repository.ts";

const CATALOG = readFileSync("test/review/repository/company.training.yaml", "utf8");
const PROGRAM = readFileSync("test/review/repository/programs/save-the-customer.training.yaml", "utf8");
const day = (text: string): number => parseDay(text) ?? 0;
const at = (file: string, text: string) =>
  new Map([
    ["company.training.yaml", CATALOG],
    [file, text],
  ]);
const [OLD, NEW] = ["programs/save.training.yaml", "programs/2027.training.yaml"];

/** Written, lowered before launch, moved, lowered after launch. */
const repository = () =>
  repositoryWith([
    { branch: "main", day: day("2026-11-11"), files: at(OLD, PROGRAM) },
    {
      branch: "main",
      from: "main",
      day: day("2027-01-10"),
      files: at(OLD, PROGRAM.replace("value: 73.0", "value: 72.5")),
    },
    {
      branch: "main",
      from: "main",
      day: day("2027-03-01"),
      files: at(NEW, PROGRAM.replace("value: 73.0", "value: 72.5")),
    },
    {
      branch: "main",
      from: "main",
      day: day("2027-04-01"),
      files: at(NEW, PROGRAM.replace("value: 73.0", "value: 71.0")),
    },
  ]);

test("lint holds a program against what it promised at launch, and an approval against what it approved", async () => {
  const [cli, folder] = [await buildCli(), repository()];
  const lint = async (cwd: string, ...args: string[]) => {
    const { stdout } = await runCli(cli, ["lint", "--format", "json", "--today", "2027-06-15", ...args], {
      cwd,
      env: GIT_ENV,
    });
    return JSON.parse(stdout)
      .findings.filter(({ rule }: { rule: string }) =>
        ["moved-target", "moved-baseline", "outdated-approval"].includes(rule),
      )
      .map(({ message }: { message: string }) => message);
  };
  assert.deepEqual(await lint(folder), [
    "The target of `save-rate` was 72.5 by 2027-10-31 at launch on 2027-02-01, and is 71 by 2027-10-31 now.",
    "The money case was approved on 2026-11-10, and has changed since: Target of `save-rate`.",
  ]);
  assert.deepEqual(await lint(folder, "--no-history"), []);
  const shallow = folderWith({});
  runGit(shallow, ["clone", "--quiet", "--depth", "1", pathToFileURL(folder).href, "."]);
  assert.deepEqual(await lint(shallow), []);
});

test("the past of a file is followed through its move, the oldest first", async () => {
  const folder = repository();
  const file = uriOfPath(path.join(folder, NEW));
  const versions = (await historyOf([file, uriOfPath(path.join(folder, "gone.training.yaml"))])).get(file);
  assert.deepEqual(
    versions?.map((version) => [version.day, /value: (7[\d.]+), by/.exec(version.text)?.[1]]),
    [
      [day("2026-11-11"), "73.0"],
      [day("2027-01-10"), "72.5"],
      [day("2027-03-01"), "72.5"],
      [day("2027-04-01"), "71.0"],
    ],
  );
  assert.equal(
    (await historyOf([uriOfPath(path.join(folderWith({ "a.training.yaml": "" }), "a.training.yaml"))])).size,
    0,
  );
});

test("a file that was moved away, removed and written again has the past of its name", async () => {
  const folder = repository();
  const old = path.join(folder, OLD);
  writeFileSync(old, PROGRAM);
  const versions = (await historyOf([uriOfPath(old)])).get(uriOfPath(old));
  assert.deepEqual(
    versions?.map((version) => version.day),
    [day("2026-11-11"), day("2027-01-10")],
  );
});

test("what stands in the folder of Git is what Git says, or nothing", async () => {
  const folder = repository();
  const beside = folderWith({});
  const both = async (top: string) => {
    const said = await stateOf(top);
    assert.equal(stateOnDisk(top), said);
    return said;
  };
  const first = await both(folder);
  assert.match(first, /^[0-9a-f]{40}$/);
  runGit(folder, ["pack-refs", "--all"]);
  assert.equal(await both(folder), first);
  runGit(folder, ["worktree", "add", "--quiet", "-b", "feature/one", path.join(beside, "linked"), "HEAD~1"]);
  assert.notEqual(await both(path.join(beside, "linked")), first);
  runGit(folder, ["checkout", "--quiet", "--detach", "HEAD~2"]);
  assert.notEqual(await both(folder), first);
  runGit(beside, ["clone", "--quiet", "--depth", "1", pathToFileURL(folder).href, "shallow"]);
  assert.match(await both(path.join(beside, "shallow")), / shallow$/);
  runGit(beside, ["init", "--quiet", "empty"]);
  assert.equal(stateOnDisk(path.join(beside, "empty")), undefined);
  assert.equal(await stateOf(path.join(beside, "empty")), "");
});

test("a branch that is kept in another way than in files is asked of Git", async (t) => {
  const folder = folderWith({ "a.training.yaml": "" });
  try {
    runGit(folder, ["init", "--quiet", "--ref-format=reftable"]);
  } catch {
    return t.skip("this Git has no reftables");
  }
  runGit(folder, ["add", "."]);
  runGit(folder, ["commit", "--quiet", "-m", "one"]);
  assert.equal(stateOnDisk(folder), undefined);
  assert.match(await stateOf(folder), /^[0-9a-f]{40}$/);
});
