import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { SHELLS } from "../../server/src/cli/completion-script.ts";
import { buildCli, callCli, folderWith } from "../support/cli.ts";

const CLEAN = "version: 1\nkind: catalog\nid: company\n";

function has(program: string): boolean {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}

describe("completion", () => {
  test("in bash: commands, options, values, rules", { skip: !has("bash") && "no bash here" }, async () => {
    const { stdout, exit } = await callCli(["completion", "bash"]);
    assert.equal(exit, 0);
    const ask = (...words: string[]) =>
      execFileSync(
        "bash",
        [
          "--norc",
          "-c",
          'eval "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _training_spec; printf "%s\\n" "${COMPREPLY[@]}"',
          "-",
          stdout,
          "training-spec",
          ...words,
        ],
        { encoding: "utf8" },
      )
        .trim()
        .split("\n");
    assert.deepEqual(ask("fore"), ["forecast"]);
    assert.ok(ask("lint", "--ma").includes("--max-warnings"));
    assert.deepEqual(ask("lint", "--format", "sa"), ["sarif"]);
    assert.deepEqual(ask("explain", "missing-base"), ["missing-baseline"]);
    assert.ok(ask("lint", "package.j").includes("package.json"));
  });

  for (const shell of SHELLS)
    test(`for ${shell} holds every option`, async () => {
      const { stdout } = await callCli(["completion", shell]);
      for (const word of ["update-known", "stdin-filename", "checkstyle", "portfolio", "missing-baseline"])
        assert.ok(stdout.includes(word), word);
      const file = path.join(folderWith({ script: stdout }), "script");
      if (["bash", "zsh", "fish"].includes(shell) && has(shell)) execFileSync(shell, ["-n", file]);
    });

  test("of an unknown shell", async () => {
    const { stderr, exit } = await callCli(["completion", "tcsh"]);
    assert.match(stderr, /`bash`, `zsh`, `fish` or `powershell`/);
    assert.equal(exit, 2);
  });
});

describe("init", () => {
  const inRepository = (files: Record<string, string>) => {
    const cwd = folderWith(files);
    execFileSync("git", ["init", "-q"], { cwd });
    return cwd;
  };

  test("writes what is missing for what is in use, and nothing twice", async () => {
    const cwd = inRepository({ ".github/CODEOWNERS": "", "a.training.yaml": CLEAN });
    const dry = await callCli(["init", "--dry-run"], { cwd });
    assert.match(dry.stdout, /Would write \.github\/workflows\/training-spec\.yml/);
    assert.ok(!existsSync(path.join(cwd, "training-spec.config.yaml")));
    const first = await callCli(["init"], { cwd });
    assert.equal(first.stdout, "Wrote training-spec.config.yaml\nWrote .github/workflows/training-spec.yml\n");
    const workflow = parse(readFileSync(path.join(cwd, ".github/workflows/training-spec.yml"), "utf8"));
    assert.equal(workflow.jobs["training-spec"].steps[1].uses, "training-spec/training-spec@v1");
    assert.equal((await callCli(["lint"], { cwd })).exit, 0);
    const again = await callCli(["init"], { cwd });
    assert.equal(again.stdout, "");
    assert.match(again.stderr, /is there already, and stays as it is/);
  });

  test("never changes what is there, and says what to add", async () => {
    const own = { ".gitlab-ci.yml": "build: { script: [make] }\n", ".pre-commit-config.yaml": "repos: []\n" };
    const cwd = inRepository(own);
    const { stdout, stderr } = await callCli(["init"], { cwd });
    for (const [name, text] of Object.entries(own)) assert.equal(readFileSync(path.join(cwd, name), "utf8"), text);
    assert.match(stderr, /`\.gitlab-ci\.yml` is yours and stays as it is/);
    assert.match(stdout, /codequality: gl-code-quality-report\.json/);
    assert.match(stdout, /id: training-spec/);
  });
});

describe("doctor", () => {
  test("finds what is in the way, each with its way out", async () => {
    const cwd = folderWith({
      "training-spec.config.yaml":
        "version: 1\nknown: known-findings.json\npaths:\n  - files: [programms/**]\n    profile: strict\n",
      "programs/a.training.yaml": CLEAN,
      "programs/wide.training.yaml": Buffer.from(`\ufeff${CLEAN}`, "utf16le"),
      "programs/latin.training.yaml": Buffer.concat([Buffer.from(`${CLEAN}title: caf`), Buffer.from([0xe9])]),
      "programs/own/training-spec.config.yaml": "version: 1\nruls: {}\n",
    });
    const { stdout, exit } = await callCli(["doctor"], { cwd });
    for (const says of [
      /^✓ Training Spec \S+ on Node/m,
      /^! The folder .* is in no Git repository/m,
      /^✓ Found: 0 programs, 3 catalogs\./m,
      /^✗ `training-spec\.config\.yaml` counts for 3 files and has mistakes/m,
      /^✗ `programs\/own\/training-spec\.config\.yaml` counts for 0 files and has mistakes/m,
      /^✗ `known-findings\.json` is not there/m,
      /^! `programs\/wide\.training\.yaml` is written in UTF-16/m,
      /^✗ `programs\/latin\.training\.yaml` is not written in UTF-8/m,
    ])
      assert.match(stdout, says);
    assert.equal(exit, 1);
    writeFileSync(path.join(cwd, "known-findings.json"), '{"version": 1, "findings": {"gone": ["x at y"]}}');
    const later = (await callCli(["doctor", "programs/a.training.yaml"], { cwd })).stdout;
    assert.match(later, /^! In `training-spec\.config\.yaml` no file matches `programms\/\*\*`/m);
    assert.match(later, /^! `known-findings\.json` lists 1 known finding, and 1 of these occur no longer/m);
  });

  test("of a healthy folder", async () => {
    const cwd = folderWith({ "a.training.yaml": CLEAN });
    execFileSync("git", ["init", "-q"], { cwd });
    const { stdout, exit } = await callCli(["doctor"], { cwd });
    assert.doesNotMatch(stdout, /^[!✗]/m);
    assert.equal(exit, 0);
  });
});

test("--watch lints again after a change, and ends at Ctrl-C with 130", { timeout: 30_000 }, async () => {
  const cli = await buildCli();
  const cwd = folderWith({ "a.training.yaml": CLEAN });
  const child = spawn(process.execPath, [cli, "lint", "--watch"], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => done() && resolve();
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      look();
    });
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  await until(() => stderr.includes("Waiting for changes"));
  assert.match(stdout, /Nothing to report in 1 file/);
  writeFileSync(path.join(cwd, "a.training.yaml"), `${CLEAN}peopel: {}\n`);
  await until(() => /1 error in 1 file/.test(stdout) && stderr.split("Waiting").length === 3);
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  child.kill("SIGINT");
  assert.equal(await ended, 130);
});
