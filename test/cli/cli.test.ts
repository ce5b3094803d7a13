import assert from "node:assert/strict";
import { closeSync, existsSync, openSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { buildCli, type CallOptions, type CliOptions, callCli, golden, runCli } from "../support/cli.ts";

const FIXTURES = path.resolve("test/cli/fixtures");
const GOLDEN = path.resolve("test/cli/golden");
const TODAY = ["--today", "2026-11-22"];

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
    [["lint", "--format", "jsn"], /takes `pretty`, `json`, .* not `jsn`\. Did you mean `json`\?/],
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
