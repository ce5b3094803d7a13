import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { parse, parseAllDocuments } from "yaml";
import * as START from "../../server/src/cli/start-files.ts";
import { folderWith } from "../support/cli.ts";
import { GIT_ENV, runGit } from "../support/git-repository.ts";
import { installPacked } from "../support/packed.ts";

const CLEAN = "version: 1\nkind: catalog\nid: company\n";
const WRONG = `${CLEAN}peopel: {}\n`;

/** A checkout with a remote, in which `npx training-spec` is the packed package. */
async function checkout(): Promise<string> {
  const folder = await installPacked();
  const remote = folderWith({});
  writeFileSync(path.join(folder, ".gitignore"), "node_modules/\n");
  writeFileSync(path.join(folder, "a.training.yaml"), CLEAN);
  for (const args of [
    ["init", "-q", "-b", "main"],
    ["add", "."],
    ["commit", "-q", "-m", "main"],
  ])
    runGit(folder, args);
  runGit(remote, ["clone", "-q", "--bare", folder, "."]);
  runGit(folder, ["remote", "add", "origin", remote]);
  runGit(folder, ["switch", "-q", "-c", "change"]);
  return folder;
}

/** Runs a script as a server of builds does. */
function runScript(folder: string, script: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, npm_config_offline: "true", ...GIT_ENV, ...env },
    encoding: "utf8",
  });
  return { exit: status, said: stdout + stderr };
}

describe("what CI runs, with the packed package", () => {
  let folder = "";
  const at = (name: string) => path.join(folder, name);
  const write = (text: string) => {
    writeFileSync(at("a.training.yaml"), text);
    runGit(folder, ["commit", "-q", "--all", "--allow-empty", "-m", "change"]);
  };

  before(async () => {
    folder = await checkout();
  });

  test("the template of GitLab, with its inputs as they are and with others", () => {
    const template = readFileSync("packages/gitlab/training-spec.yml", "utf8");
    const [header, body] = parseAllDocuments(template).map((document) => {
      assert.deepEqual(document.errors, []);
      return String(document);
    });
    const { inputs } = parse(header ?? "").spec;
    const used = new Set([...(body ?? "").matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name));
    assert.deepEqual([...used].sort(), Object.keys(inputs).sort());
    const jobWith = (values: Record<string, string>) =>
      parse((body ?? "").replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name) => values[name] ?? inputs[name].default));

    const job = jobWith({})["training-spec"];
    const started = parse(START.GITLAB)["training-spec"];
    assert.deepEqual([job.image, job.variables], [started.image, started.variables]);
    assert.equal(job.artifacts.reports.codequality, started.artifacts.reports.codequality);
    assert.match(START.GITLAB, /npx --yes training-spec lint --format gitlab=gl-code-quality-report\.json/);

    write(WRONG);
    const script = job.script.join("\n");
    const wrong = runScript(folder, script, { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" });
    assert.equal(wrong.exit, 1, wrong.said);
    const [finding] = JSON.parse(readFileSync(at(job.artifacts.reports.codequality), "utf8"));
    assert.deepEqual([finding.check_name, finding.location.path], ["unknown-key", "a.training.yaml"]);
    assert.match(readFileSync(at(job.artifacts.paths[0]), "utf8"), /^<!-- training-spec diff -->/);
    const lax = jobWith({
      "job-name": "specs",
      options: "--changed=origin/main --max-warnings 0",
      paths: "a.training.yaml",
    });
    write(`${CLEAN}title: Company\n`);
    runGit(folder, ["fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*"]);
    const clean = runScript(folder, lax.specs.script.join("\n"));
    assert.equal(clean.exit, 0, clean.said);
  });

  test("the job that init writes for GitLab", () => {
    write(WRONG);
    const { script } = parse(START.GITLAB)["training-spec"];
    assert.equal(runScript(folder, script.join("\n")).exit, 1);
  });

  test("the sample of Azure Pipelines, which is what init writes", () => {
    assert.equal(readFileSync("packages/azure/azure-pipelines.yml", "utf8"), START.AZURE);
    const [, lint, publish] = parse(START.AZURE).steps;
    write(WRONG);
    const { exit, said } = runScript(folder, lint.script);
    assert.equal(exit, 1, said);
    assert.match(readFileSync(at(publish.inputs.testResultsFiles), "utf8"), /<testsuites[\s\S]*unknown-key/);
  });

  test("the workflow of GitHub that init writes fits the Action", () => {
    const { permissions, jobs } = parse(START.GITHUB);
    const [checkedOut, step] = jobs["training-spec"].steps;
    const { repository } = JSON.parse(readFileSync("package.json", "utf8"));
    assert.equal(step.uses, `${/github\.com\/(.*)\.git$/.exec(repository.url)?.[1]}@v1`);
    assert.deepEqual([permissions["pull-requests"], checkedOut.with["fetch-depth"]], ["write", 0]);
  });
});

describe("the hook for pre-commit", () => {
  const [hook, ...others] = parse(readFileSync("build/release/.pre-commit-hooks.yaml", "utf8"));
  const ours = new RegExp(hook.files);

  test("is the one that init names, for our files and no others", () => {
    assert.deepEqual(others, []);
    const [named] = parse(START.PRE_COMMIT);
    assert.deepEqual(named.hooks, [{ id: hook.id }]);
    for (const file of ["a.training.yaml", "b/c.training.yml", "b/training-spec.config.yaml"]) assert.match(file, ours);
    for (const file of ["training.yaml", "my-training-spec.config.yaml", "a.training.yaml.bak", "a.results.csv"])
      assert.doesNotMatch(file, ours);
  });

  test("runs what it says on the files that are handed to it", async () => {
    const folder = await checkout();
    writeFileSync(path.join(folder, "a.training.yaml"), WRONG);
    const bin = path.join(folder, "node_modules/.bin");
    const { exit, said } = runScript(folder, `${hook.entry} a.training.yaml`, { PATH: `${bin}:${process.env.PATH}` });
    assert.equal(exit, 1);
    assert.match(said, /error\[unknown-key\]/);
  });

  const isThere = spawnSync("pre-commit", ["--version"]).status === 0;
  test("pre-commit installs it from a release", { skip: !isThere && "no pre-commit here" }, () => {
    const release = folderWith({});
    runGit(release, ["init", "-q"]);
    spawnSync("cp", ["-R", `${path.resolve("build/release")}/.`, release]);
    for (const args of [
      ["add", "--force", "."],
      ["commit", "-q", "-m", "v1"],
      ["tag", "v1"],
    ])
      runGit(release, args);
    const config = `repos:\n${START.PRE_COMMIT.replace(/repo: .*/, `repo: file://${release}`)}`;
    const folder = folderWith({ "a.training.yaml": WRONG, ".pre-commit-config.yaml": config });
    for (const args of [
      ["init", "-q"],
      ["add", "."],
    ])
      runGit(folder, args);
    const env = { PYTHONPATH: process.env.PYTHONPATH ?? "", PRE_COMMIT_HOME: path.join(folder, "home") };
    const { exit, said } = runScript(folder, "pre-commit run", env);
    assert.equal(exit, 1, said);
    assert.match(said, /error\[unknown-key\]/);
    assert.ok(existsSync(path.join(folder, "home")));
  });
});
