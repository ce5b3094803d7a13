import assert from "node:assert/strict";
import { symlinkSync, truncateSync, unlinkSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { readFile } from "../../server/src/host/read-file.ts";
import { type CallOptions, type CliRun, callCli, folderWith } from "../support/cli.ts";

const CLEAN = "version: 1\nkind: catalog\nid: company\n";
const WRONG = `${CLEAN}peopel: {}\n`;

const lint = (args: readonly string[], options?: CallOptions) => callCli(["lint", ...args], options);

interface Json {
  version: number;
  findings: { file: string; line: number; column: number; severity: string; rule: string; docs: string }[];
  waived: { rule: string; waiver: { by: string } }[];
  summary: {
    errors: number;
    warnings: number;
    hints: number;
    files: number;
    filesWithFindings: number;
    waived: number;
  };
}

async function lintJson(args: readonly string[], options?: CallOptions): Promise<CliRun & { json: Json }> {
  const run = await lint(["--format", "json", ...args], options);
  return { ...run, json: JSON.parse(run.stdout) };
}

describe("files", { concurrency: 4 }, () => {
  test("folders, patterns and .gitignore", async () => {
    const cwd = folderWith({
      ".git/HEAD": "",
      ".gitignore": "ignored/\n*.draft.training.yaml\n",
      "a.training.yaml": CLEAN,
      "b.training.yml": CLEAN,
      "a.draft.training.yaml": WRONG,
      "ignored/i.training.yaml": WRONG,
      "node_modules/n/n.training.yaml": WRONG,
      ".git/g.training.yaml": WRONG,
      "sub/.gitignore": "!kept.draft.training.yaml\nown.training.yaml\n",
      "sub/own.training.yaml": WRONG,
      "sub/kept.draft.training.yaml": CLEAN,
      "sub/x.training.yaml/inside.training.yaml": CLEAN,
      "sub/other.yaml": WRONG,
      "sub/[c].training.yaml": WRONG,
    });
    const files = async (...args: string[]) => {
      const { json, stderr } = await lintJson([...args, "--quiet"], { cwd });
      return { files: json.summary.files, wrong: json.findings.map(({ file }) => file), stderr };
    };
    const [all, pattern, named, below, literal, twice] = await Promise.all([
      files(),
      files("**/*.training.yaml"),
      files("a.draft.training.yaml", "sub/other.yaml"),
      files("ignored"),
      files("sub/[c].training.yaml"),
      files("sub", "./sub/own.training.yaml", path.join(cwd, "sub/own.training.yaml")),
    ]);
    assert.deepEqual(all, { files: 5, wrong: ["sub/[c].training.yaml"], stderr: "" });
    assert.deepEqual(pattern, { files: 4, wrong: ["sub/[c].training.yaml"], stderr: "" });
    assert.deepEqual(named.wrong, ["a.draft.training.yaml", "sub/other.yaml"]);
    assert.match(named.stderr, /^note: `sub\/other\.yaml` is linted because you named it/);
    assert.deepEqual(below.wrong, ["ignored/i.training.yaml"]);
    assert.deepEqual(literal.wrong, ["sub/[c].training.yaml"]);
    assert.deepEqual(twice.wrong, ["sub/[c].training.yaml", "sub/own.training.yaml"]);
  });

  test("a folder without specs", async () => {
    const cwd = folderWith({ "x.training.yaml/readme.md": "" });
    const [here, named] = await Promise.all([lint([], { cwd }), lint(["x.training.yaml"], { cwd })]);
    assert.match(here.stderr, /No training spec is in this folder or below it/);
    assert.match(named.stderr, /No training spec is in the folder `x\.training\.yaml` or below it/);
    assert.deepEqual([here.exit, named.exit, here.stdout, named.stdout], [2, 2, "", ""]);
  });

  test("files that cannot be read cost only themselves", async () => {
    const cwd = folderWith({ "a.training.yaml": WRONG, "huge.training.yaml": "", "vanishing.training.yaml": CLEAN });
    truncateSync(path.join(cwd, "huge.training.yaml"), 50_000_000);
    symlinkSync("loop.training.yaml", path.join(cwd, "loop.training.yaml"));
    symlinkSync("nowhere", path.join(cwd, "dangling.training.yaml"));
    const read = (file: string) => {
      if (file.endsWith("vanishing.training.yaml")) unlinkSync(file);
      return readFile(file);
    };
    const { exit, json, stderr } = await lintJson([], { cwd, read });
    assert.deepEqual(
      json.findings.map(({ file }) => file),
      ["a.training.yaml"],
    );
    assert.match(stderr, /`huge\.training\.yaml` is not read: it has more than \d+ MB/);
    assert.match(stderr, /`vanishing\.training\.yaml` cannot be read: it is not there any more/);
    assert.match(stderr, /`loop\.training\.yaml` cannot be read \(it is a link that leads back to itself\)/);
    assert.match(stderr, /`dangling\.training\.yaml` cannot be read/);
    assert.equal(exit, 2);
  });

  test("encodings and line ends change nothing", async () => {
    const wide = Buffer.from(`\ufeff${WRONG}`, "utf16le");
    const cwd = folderWith({
      "bom.training.yaml": `\ufeff${WRONG}`,
      "crlf.training.yaml": WRONG.replaceAll("\n", "\r\n"),
      "utf16be.training.yaml": Buffer.from(wide).swap16(),
      "utf16le.training.yaml": wide,
    });
    const { json } = await lintJson([], { cwd });
    const places = json.findings.map(({ file, line, column, rule }) => `${file} ${line}:${column} ${rule}`);
    const names = ["bom", "crlf", "utf16be", "utf16le"];
    assert.deepEqual(
      places,
      names.map((name) => `${name}.training.yaml 4:1 unknown-key`),
    );
  });

  test("a file that is no text is a finding", async () => {
    const cwd = folderWith({ "a.training.yaml": Buffer.from([0x76, 0x3a, 0x20, 0xff, 0x00, 0x80]) });
    const { exit, json } = await lintJson([], { cwd });
    assert.ok(json.findings.some(({ rule }) => rule === "unreadable-text"));
    assert.equal(exit, 1);
  });

  test("what a text holds cannot reach the terminal", async () => {
    const cwd = folderWith({ "a.training.yaml": `${CLEAN}"\u001b[2Jx\u202e": 1 # \u001b]0;title\u0007\n` });
    const { stdout } = await lint([], { cwd });
    assert.match(stdout, /␛\[2Jx\ufffd/);
    assert.doesNotMatch(stdout, /[\u001b\u0007\u202e]/);
  });

  test("catalogs outside the paths are read and not reported on", async () => {
    const cwd = folderWith({
      "shared/company.training.yaml": `${WRONG}catalogs: [more.training.yaml, gone.training.yaml]\n`,
      "shared/more.training.yaml": WRONG,
      "programs/local.training.yaml": `${CLEAN}catalogs: [../shared/company.training.yaml]\n`,
    });
    const { exit, json, stderr } = await lintJson(["local.training.yaml"], { cwd: path.join(cwd, "programs") });
    assert.deepEqual([exit, json.summary.files, json.findings, stderr], [0, 1, [], ""]);
    const asked = await lintJson(["../shared", "local.training.yaml"], { cwd: path.join(cwd, "programs") });
    assert.deepEqual(
      new Set(asked.json.findings.map(({ file }) => file)),
      new Set(["../shared/company.training.yaml", "../shared/more.training.yaml"]),
    );
  });
});

describe("configuration", { concurrency: 4 }, () => {
  const config = "version: 1\nrules: { unknown-key: hint }\n";
  const cwd = folderWith({
    "training-spec.config.yaml": config,
    "a.training.yaml": WRONG,
    "near/training-spec.config.yaml": "version: 1\n",
    "near/programs/b.training.yaml": WRONG,
    "wrong/training-spec.config.yaml": "version: 1\nruls: {}\n",
    "wrong/c.training.yaml": CLEAN,
  });

  test("that is nearest counts", async () => {
    const { json } = await lintJson(["a.training.yaml", "near/programs"], { cwd });
    assert.deepEqual(
      json.findings.map(({ file, severity }) => [file, severity]),
      [
        ["a.training.yaml", "hint"],
        ["near/programs/b.training.yaml", "error"],
      ],
    );
  });

  test("that is wrong is reported with the specs it counts for", async () => {
    const { json } = await lintJson(["wrong/c.training.yaml"], { cwd });
    assert.deepEqual(
      json.findings.map(({ file, rule }) => [file, rule]),
      [["wrong/training-spec.config.yaml", "unknown-key"]],
    );
  });
});

describe("standard input", { concurrency: 4 }, () => {
  const cwd = folderWith({
    "shared.training.yaml": CLEAN,
    "sub/a.training.yaml": CLEAN,
  });
  const text = `${CLEAN}catalogs: [../shared.training.yaml, ../gone.training.yaml]\n`;

  test("takes the place of the file, whose catalogs are on disk", async () => {
    const { exit, json } = await lintJson(["-", "--stdin-filename", "sub/a.training.yaml", "sub"], {
      cwd,
      input: text,
    });
    assert.deepEqual(
      json.findings.map(({ file, line, rule }) => [file, line, rule]),
      [["sub/a.training.yaml", 4, "unreadable-catalog"]],
    );
    assert.deepEqual([json.summary.files, exit], [1, 1]);
  });

  test("needs no name, and is decoded like a file", async () => {
    const { json } = await lintJson(["-"], { cwd, input: Buffer.from(`\ufeff${WRONG}`, "utf16le") });
    assert.deepEqual(
      json.findings.map(({ file, rule }) => [file, rule]),
      [["<stdin>", "unknown-key"]],
    );
  });

  test("has the bound of files", async () => {
    const { exit, stderr } = await lint(["-"], { cwd, input: Buffer.alloc(16_000_000, 32) });
    assert.match(stderr, /`<stdin>` is not read: it has more than \d+ MB/);
    assert.equal(exit, 2);
  });
});
