import assert from "node:assert/strict";
import { closeSync, existsSync, openSync, symlinkSync, truncateSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import {
  buildCli,
  type CallOptions,
  type CliOptions,
  type CliRun,
  callCli,
  folderWith,
  golden,
  runCli,
} from "../support/cli.ts";

const FIXTURES = path.resolve("test/cli/fixtures");
const GOLDEN = path.resolve("test/cli/golden");
const TODAY = ["--today", "2026-11-22"];
const CLEAN = "version: 1\nkind: catalog\nid: company\n";
const WRONG = `${CLEAN}peopel: {}\n`;

let cli = "";
before(async () => {
  cli = await buildCli();
});

/** As a process, from the bundle. */
const start = (args: readonly string[], options?: CliOptions) => runCli(cli, args, options);
const lint = (args: readonly string[], options?: CallOptions) => callCli(["lint", ...args], options);

/** Everything that one run prints, compared with `golden/<name>.txt`. */
function goldenTest(name: string, args: readonly string[], options?: CliOptions): void {
  test(name, async () => {
    const run = await start(args, { cwd: FIXTURES, ...options });
    const { actual, expected } = golden(path.join(GOLDEN, `${name}.txt`), args, run);
    assert.equal(actual, expected);
  });
}

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
  const run = await lint(["--format", "json", ...TODAY, ...args], options);
  return { ...run, json: JSON.parse(run.stdout) };
}

describe("what is printed", { concurrency: 4 }, () => {
  goldenTest("overview", ["--help"]);
  goldenTest("lint-help", ["lint", "--help"]);
  goldenTest("lint-pretty", ["lint", ...TODAY, "findings"]);
  goldenTest("lint-color", ["lint", ...TODAY, "--color", "always", "findings/company.training.yaml"]);
  goldenTest("lint-quiet", ["lint", ...TODAY, "-q", "findings"]);
  goldenTest("lint-json", ["lint", ...TODAY, "--format", "json", "findings"]);
  goldenTest("lint-clean", ["lint", "clean"]);
  goldenTest("lint-clean-quiet", ["lint", "--quiet", "clean"]);
  goldenTest("lint-clean-json", ["lint", "--format=json", "clean"]);
  goldenTest("explain", ["explain", "missing-baseline"]);
  goldenTest("explain-unknown", ["explain", "mising-baseline"]);
});

describe("usage errors", { concurrency: 4 }, () => {
  const cases: readonly (readonly [args: string[], says: RegExp])[] = [
    [[], /Usage:/],
    [["lnit"], /No command is named `lnit`\. Did you mean `lint`\?/],
    [["clean"], /Did you mean `training-spec lint clean`\?/],
    [["--format", "json"], /A command comes first/],
    [["lint", "--formt", "json"], /No option is named `--formt`\. Did you mean `--format`\?/],
    [["lint", "-x"], /No option is named `-x`/],
    [["lint", "--format", "jsn"], /takes `pretty` or `json`, not `jsn`\. Did you mean `json`\?/],
    [["lint", "--format"], /`--format` needs a value/],
    [["lint", "--format", "--quiet"], /`--format` needs a value/],
    [["lint", "--quiet=yes"], /`--quiet` takes no value/],
    [["lint", "--today", "2026-02-30"], /`--today` takes a day such as `2027-02-01`, not `2026-02-30`/],
    [["lint", "--fail-on", "fatal"], /takes `error`, `warning` or `hint`/],
    [["lint", "--stdin-filename", "a.training.yaml", "clean"], /`-` is not among the paths/],
    [["lint", "clean/compny.training.yaml"], /Did you mean `clean\/company\.training\.yaml`\?/],
    [["lint", "clean/**/*.training.yml"], /No file matches `clean\/\*\*\/\*\.training\.yml`/],
    [["lint", "*.cjs"], /No training spec matches `\*\.cjs`/],
    [["lint", "sabotage.cjs"], /`sabotage\.cjs` is left out: it is no YAML file[\s\S]*nothing to lint/],
    [["explain", "missing-baseline", "more"], /One rule at a time/],
  ];
  for (const [args, says] of cases) {
    test(`training-spec ${args.join(" ")}`, async () => {
      const { exit, stdout, stderr } = await callCli(args, { cwd: FIXTURES });
      assert.match(stderr, says);
      assert.equal(stdout, "");
      assert.equal(exit, 2);
    });
  }
});

describe("exit codes", { concurrency: 4 }, () => {
  test("--fail-on decides what fails", async () => {
    const draft = "findings/programs/draft.training.yaml";
    const exits = ["error", "warning", "hint"].map((severity) =>
      lint([draft, "--fail-on", severity], { cwd: FIXTURES }).then(({ exit }) => exit),
    );
    assert.deepEqual(await Promise.all(exits), [0, 0, 1]);
  });

  test("a bug is 3, with what a report needs", async () => {
    const node = ["--require", path.join(FIXTURES, "sabotage.cjs")];
    const { exit, stderr } = await start(["lint", "--format", "json", "findings"], { cwd: FIXTURES, node });
    assert.equal(exit, 3);
    assert.match(stderr, /has a bug[\s\S]*issues[\s\S]*TypeError: sabotaged[\s\S]*at /);
  });

  test("a reader who leaves changes nothing", async () => {
    const { exit, stderr } = await start(["lint", "findings"], { cwd: FIXTURES, closeStdout: true });
    assert.equal(stderr, "");
    assert.equal(exit, 1);
  });

  test("a full disk is 2", { skip: !existsSync("/dev/full") && "this system has no /dev/full" }, async () => {
    const full = openSync("/dev/full", "w");
    const { exit, stderr } = await start(["lint", "findings"], { cwd: FIXTURES, stdoutFile: full });
    closeSync(full);
    assert.match(stderr, /output could not be written \(ENOSPC\)/);
    assert.equal(exit, 2);
  });

  test("the version", async () => {
    const { exit, stdout } = await start(["--version"]);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(exit, 0);
  });
});

describe("color", { concurrency: 4 }, () => {
  const cases: readonly (readonly [env: Record<string, string>, args: string[], colored: boolean])[] = [
    [{}, [], false],
    [{ FORCE_COLOR: "1" }, [], true],
    [{ FORCE_COLOR: "0" }, [], false],
    [{ NO_COLOR: "1" }, ["--color", "always"], true],
    [{ FORCE_COLOR: "1" }, ["--no-color"], false],
    [{ TERM: "dumb", NO_COLOR: "" }, ["--color=always"], true],
  ];
  for (const [env, args, colored] of cases) {
    test(`${JSON.stringify(env)} ${args.join(" ")}`, async () => {
      const { stdout } = await lint([...args, "clean"], { cwd: FIXTURES, env });
      assert.equal(stdout.includes("\u001b["), colored);
    });
  }
});

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
    const node = ["--require", path.join(FIXTURES, "vanish.cjs")];
    const { exit, stdout, stderr } = await start(["lint", "--format", "json"], { cwd, node });
    const json: Json = JSON.parse(stdout);
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
