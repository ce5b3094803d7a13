import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { type CallOptions, callCli, folderWith } from "../support/cli.ts";

const CLEAN = "version: 1\nkind: catalog\nid: company\n";
const WRONG = `${CLEAN}peopel: {}\nrats: {}\n`;

const lint = (args: readonly string[], options: CallOptions) => callCli(["lint", ...args], options);

async function said(cwd: string, ...args: string[]) {
  const { stdout, stderr, exit } = await lint(["-f", "json", ...args], { cwd });
  const { findings, known } = JSON.parse(stdout || "{}");
  const words = (list: { file: string; message: string }[] = []) =>
    list.map(({ file, message }) => `${file}: ${message.split(" ")[0]}`);
  return { findings: words(findings), known: words(known), stderr, exit };
}

describe("known findings", { concurrency: 4 }, () => {
  test("are written once, are then silent, and only get fewer", async () => {
    const cwd = folderWith({
      "training-spec.config.yaml": "version: 1\nknown: known-findings.json\n",
      "a.training.yaml": WRONG,
    });
    const at = (name: string) => path.join(cwd, name);
    const first = await said(cwd, "--update-known");
    assert.deepEqual([first.findings, first.known.length, first.exit], [[], 2, 0]);
    assert.match(first.stderr, /Known from now on: 2 findings of today/);

    writeFileSync(at("a.training.yaml"), `# a new line\n\n${WRONG}metriks: {}\n`);
    const later = await said(cwd);
    assert.deepEqual([later.findings, later.known.length, later.exit], [["a.training.yaml: `metriks`"], 2, 1]);

    writeFileSync(at("a.training.yaml"), `${CLEAN}rats: {}\nmetriks: {}\n`);
    assert.match(
      (await said(cwd)).stderr,
      /1 known finding in `known-findings\.json` occurs no longer: `--update-known`/,
    );
    const shrunk = await said(cwd, "--update-known");
    assert.deepEqual([shrunk.findings, shrunk.known], [["a.training.yaml: `metriks`"], ["a.training.yaml: `rats`"]]);
    assert.match(shrunk.stderr, /because it was fixed: 1 finding; left: 1[\s\S]*because it is new: 1 finding\./);
    const file = readFileSync(at("known-findings.json"), "utf8");
    assert.deepEqual(JSON.parse(file), { version: 1, findings: { company: ["unknown-key at rats"] } });
    assert.equal((await said(cwd, "--update-known")).stderr.includes("all that it lists (1) still occurs"), true);
    assert.equal(readFileSync(at("known-findings.json"), "utf8"), file);
  });

  test("hold for so many of a kind as there were, and for a file with another name", async () => {
    const twice = `${CLEAN}metrics:\n  a: { unit: "%", x: 1 }\n`;
    const cwd = folderWith({ "a.training.yaml": twice });
    await said(cwd, "--known", "known-findings.json", "--update-known");
    const moved = folderWith({
      "b.training.yaml": `${twice}  b: { unit: "%", x: 1 }\n`,
      "known-findings.json": readFileSync(path.join(cwd, "known-findings.json")),
    });
    const { findings, known } = await said(moved, "--known", "known-findings.json", "--fail-on", "error");
    assert.ok(known.length > 0);
    assert.ok(findings.some((words) => words.includes("`x`")));
  });

  test("text that cannot be read is never known", async () => {
    const cwd = folderWith({
      "a.training.yaml": `${CLEAN}<<<<<<< ours\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\n`,
    });
    const { findings } = await said(cwd, "--update-known");
    assert.equal(findings.length, 1);
  });

  const files: readonly (readonly [text: string, says: RegExp])[] = [
    ["{", /`known\.json` cannot be used\. It is no JSON \(.*position/],
    ['{"version": 2, "findings": {}}', /has the version `2`, and this Training Spec reads version 1/],
    ["[]", /It is no file of known findings/],
    ['{"version": 1, "findings": {"a": [1]}}', /`a` holds something that is no finding/],
    ['{\n<<<<<<< ours\n"version": 1\n=======\n>>>>>>> theirs\n}', /A merge left a conflict in it, at line 2/],
  ];
  for (const [text, says] of files)
    test(`a file that holds ${text.slice(0, 20)}`, async () => {
      const cwd = folderWith({ "a.training.yaml": WRONG, "known.json": text });
      for (const args of [
        ["--known", "known.json"],
        ["--known", "known.json", "--update-known"],
      ]) {
        const { stderr, exit } = await lint(args, { cwd });
        assert.match(stderr, says);
        assert.equal(exit, 2);
      }
      assert.equal(readFileSync(path.join(cwd, "known.json"), "utf8"), text);
    });

  test("a file that is not there", async () => {
    const { stderr, exit } = await lint(["--known", "gone.json"], { cwd: folderWith({ "a.training.yaml": WRONG }) });
    assert.match(stderr, /No file is named `gone\.json`. `--update-known` writes one/);
    assert.equal(exit, 2);
  });
});

describe("what changed", { concurrency: 4 }, () => {
  const program = (catalog: string) => `version: 1\nkind: program\nid: p\nstatus: draft\ncatalogs: [${catalog}]\n`;

  function repository(): { cwd: string; git(...args: string[]): void } {
    const cwd = folderWith({
      "c.training.yaml": CLEAN,
      "uses.training.yaml": program("c.training.yaml"),
      "alone.training.yaml": WRONG.replace("company", "alone"),
      "old/training-spec.config.yaml": "version: 1\n",
      "old/x.training.yaml": CLEAN.replace("company", "x"),
    });
    const who = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
    const git = (...args: string[]) => void execFileSync("git", [...who, ...args], { cwd, stdio: "pipe" });
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-qm", "start");
    return { cwd, git };
  }
  const files = async (cwd: string, ...args: string[]) => {
    const { stdout, stderr } = await lint(["-f", "checkstyle", ...args], { cwd });
    return { files: [...stdout.matchAll(/<file name="([^"]+)"/g)].map((match) => match[1]), stderr };
  };

  test("is linted with what depends on it: uncommitted, new, moved, a configuration that is gone", async () => {
    const { cwd, git } = repository();
    assert.match((await files(cwd, "--changed")).stderr, /No spec has changed since `main`/);
    writeFileSync(path.join(cwd, "c.training.yaml"), `${CLEAN}title: Company\n`);
    assert.deepEqual((await files(cwd, "--changed")).files, ["c.training.yaml", "uses.training.yaml"]);
    git("checkout", "-q", "-b", "work");
    git("commit", "-qam", "changed");
    assert.deepEqual((await files(cwd, "--changed", "HEAD")).files, []);
    assert.deepEqual((await files(cwd, "--changed", "main", "-q")).files, ["c.training.yaml", "uses.training.yaml"]);
    git("rm", "-q", "old/training-spec.config.yaml");
    assert.deepEqual((await files(cwd, "--changed=HEAD")).files, ["old/x.training.yaml"]);
    git("mv", "c.training.yaml", "d.training.yaml");
    assert.deepEqual((await files(cwd, "--changed=HEAD", ".")).files, [
      "d.training.yaml",
      "old/x.training.yaml",
      "uses.training.yaml",
    ]);
    const below = await lint(["-f", "checkstyle", "--changed=HEAD", "."], { cwd: path.join(cwd, "old") });
    assert.match(below.stdout, /<file name="x\.training\.yaml"/);
  });

  test("cannot be told outside of Git, from a base that is not there, from a shallow clone", async () => {
    const { cwd, git } = repository();
    git("commit", "-q", "--allow-empty", "-m", "second");
    const shallow = folderWith({});
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${cwd}`, "clone"], { cwd: shallow, stdio: "pipe" });
    const outside = folderWith({ "a.training.yaml": CLEAN });
    const cases: readonly (readonly [string, string, RegExp])[] = [
      [outside, "--changed", /is in no Git repository/],
      [cwd, "--changed=gone", /No commit or branch is named `gone`\. `git fetch origin gone`/],
      [cwd, "--changed=--help", /No commit or branch is named `--help`/],
      [path.join(shallow, "clone"), "--changed=HEAD~1", /shallow clone.*fetch-depth: 0/],
    ];
    for (const [folder, option, says] of cases) {
      const { stderr, exit } = await lint([option], { cwd: folder });
      assert.match(stderr, says);
      assert.equal(exit, 2);
    }
  });
});

describe("fixes", { concurrency: 4 }, () => {
  const NUMBER = "version: 1\nkind: catalog\nid: c\nrates:\n  hour: 12,5\n";

  test("are shown as a diff that Git applies, and written where nothing else changes", async () => {
    const bytes = Buffer.from(`\ufeff${NUMBER.replaceAll("\n", "\r\n")}`, "utf16le");
    const cwd = folderWith({ "a.training.yaml": NUMBER, "w.training.yaml": bytes });
    const dry = await lint(["--fix", "--dry-run", "a.training.yaml"], { cwd });
    assert.match(dry.stderr, /1 finding in 1 file would be fixed; nothing was written/);
    assert.equal(readFileSync(path.join(cwd, "a.training.yaml"), "utf8"), NUMBER);
    const copy = folderWith({ "a.training.yaml": NUMBER });
    execFileSync("git", ["apply", "-"], { cwd: copy, input: dry.stdout });
    const { stderr } = await lint(["--fix"], { cwd });
    assert.match(stderr, /Fixed 2 findings in 2 files/);
    const fixed = NUMBER.replace("12,5", "12.5");
    assert.equal(readFileSync(path.join(cwd, "a.training.yaml"), "utf8"), fixed);
    assert.equal(readFileSync(path.join(copy, "a.training.yaml"), "utf8"), fixed);
    const wide = Buffer.from(`\ufeff${fixed.replaceAll("\n", "\r\n")}`, "utf16le");
    assert.deepEqual(readFileSync(path.join(cwd, "w.training.yaml")), wide);
    assert.match((await lint(["--fix"], { cwd })).stderr, /Nothing can be fixed/);
  });

  test("leave alone what a person has to settle, and what changed meanwhile", async () => {
    const conflict = `${NUMBER}<<<<<<< a\ntitle: a\n=======\ntitle: b\n>>>>>>> b\n`;
    const lost = Buffer.concat([Buffer.from(NUMBER), Buffer.from([0x23, 0xe9, 0x0a])]);
    const cwd = folderWith({ "a.training.yaml": NUMBER, "m.training.yaml": conflict, "l.training.yaml": lost });
    const file = path.join(cwd, "a.training.yaml");
    const read: CallOptions["read"] = (name) => {
      const text = readFileSync(name, "utf8");
      if (name === file) writeFileSync(file, `${NUMBER}# somebody was here\n`);
      return { text };
    };
    const { stderr, exit } = await lint(["--fix"], { cwd, read });
    assert.match(stderr, /`m\.training\.yaml` is not fixed: a merge/);
    assert.match(stderr, /`l\.training\.yaml` is not fixed: some of its letters/);
    assert.match(stderr, /`a\.training\.yaml` is as it was: somebody changed it meanwhile/);
    assert.equal(exit, 2);
    assert.match(readFileSync(file, "utf8"), /12,5[\s\S]*somebody was here/);
    assert.equal(readFileSync(path.join(cwd, "m.training.yaml"), "utf8"), conflict);
    assert.deepEqual(readFileSync(path.join(cwd, "l.training.yaml")), lost);
  });

  test("that cannot be written", { skip: process.getuid?.() === 0 && "the superuser may write anything" }, async () => {
    const cwd = folderWith({ "f/a.training.yaml": NUMBER });
    chmodSync(path.join(cwd, "f"), 0o555);
    const { stderr, exit } = await lint(["--fix"], { cwd });
    assert.match(stderr, /could not be written \(EACCES\)/);
    assert.equal(exit, 2);
  });
});

test("--max-warnings", async () => {
  const cwd = path.resolve("test/cli/fixtures");
  const file = "findings/programs/fire-safety.training.yaml";
  const config = folderWith({
    "training-spec.config.yaml": "version: 1\nrules:\n  unknown-key: warning\n",
    "a.training.yaml": WRONG,
  });
  const allowed = await lint(["--max-warnings", "2"], { cwd: config });
  const over = await lint(["--max-warnings=1"], { cwd: config });
  const broken = await lint(["--max-warnings", "many", file], { cwd });
  assert.deepEqual([allowed.exit, over.exit, broken.exit], [0, 1, 2]);
  assert.match(over.stderr, /There are 2 warnings, and `--max-warnings` allows 1/);
});
