import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { FORMATS } from "../../server/src/cli/report/reporter.ts";
import { callCli, folderWith } from "../support/cli.ts";
import { annotationsIn, assertFits, elementsOf } from "../support/formats.ts";

/** A name, and keys, that every format has to escape in its own way. */
const ODD = "sub/a, b: 50 % ü.training.yaml";
const ODD_TEXT =
  'version: 1\nkind: catalog\nid: company\n"<b>&|@\\u0001 ]]> `x` :://[a](b)": 1\npeople:\n  é: { "ü😀": 1, roll: x }\n';

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly severity: "error" | "warning" | "hint";
  readonly rule: string;
  readonly message: string;
}

const cwd = folderWith({
  ".git/HEAD": "",
  [`specs/${ODD}`]: ODD_TEXT,
  "specs/clean.training.yaml": "version: 1\nkind: catalog\nid: clean\n",
  "specs/fire.training.yaml": readFileSync("test/cli/fixtures/findings/programs/fire-safety.training.yaml", "utf8"),
  "specs/draft.training.yaml": readFileSync("test/cli/fixtures/findings/programs/draft.training.yaml", "utf8"),
});
const here = path.join(cwd, "specs");
const lint = async (format: string, ...args: string[]) =>
  (await callCli(["lint", "--today", "2026-11-22", "--format", format, ...args], { cwd: here })).stdout;

let expected: { findings: Finding[]; waived: Finding[] };
before(async () => {
  expected = JSON.parse(await lint("json"));
  assert.ok(expected.findings.length > 5 && expected.waived.length > 0);
});

describe("formats", { concurrency: 4 }, () => {
  test("sarif fits the official schema, with all that GitHub reads", async () => {
    const sarif = JSON.parse(await lint("sarif"));
    assertFits(sarif, "sarif-2.1.0-rtm.5.json");
    const [run] = sarif.runs;
    const open = run.results.filter((result: { suppressions?: unknown }) => !result.suppressions);
    assert.deepEqual(
      open.map((result: Result) => [result.ruleId, placeOf(result)]).sort(),
      expected.findings.map(({ rule, file, line, column }) => [rule, `specs/${file}:${line}:${column}`]).sort(),
    );
    const waived = run.results.filter((result: { suppressions?: unknown[] }) => result.suppressions?.length === 1);
    assert.equal(waived.length, expected.waived.length);
    for (const result of run.results as Result[]) {
      const rule = run.tool.driver.rules[result.ruleIndex];
      assert.equal(rule.id, result.ruleId);
      assert.match(rule.help.markdown, /## Why/);
      assert.ok(rule.help.text && rule.shortDescription.text && rule.fullDescription.text.length <= 1000);
      for (const { id } of result.relatedLocations ?? []) assert.ok(result.message.text.includes(`](${id})`));
    }
    const names = run.results.map((result: Result) => result.partialFingerprints.primaryLocationLineHash);
    assert.equal(new Set(names).size, names.length);
  });

  test("fingerprints survive moved lines, entries in another order and another name of the file", async () => {
    const text = readFileSync("samples/hospital/nurse-residency.training.yaml", "utf8");
    const [head = "", ...blocks] = text.trimEnd().split(/\n(?=\S+:$)/m);
    const company = readFileSync("samples/company.training.yaml", "utf8");
    const folder = folderWith({
      "company.training.yaml": company,
      "a/nurses.training.yaml": text,
      "b/moved.training.yaml": `# moved\n\n${[head, ...blocks.reverse()].join("\n\n")}\n`,
    });
    const named = async (file: string) => {
      const args = ["lint", "--today", "2026-11-22", "--format", "sarif", file];
      const { runs } = JSON.parse((await callCli(args, { cwd: folder })).stdout);
      const results: Result[] = runs[0].results;
      const lines = results.map((result) => placeOf(result).split(":")[1]).join();
      return { lines, names: results.map((each) => each.partialFingerprints.primaryLocationLineHash).sort() };
    };
    const [first, second] = await Promise.all([named("a/nurses.training.yaml"), named("b/moved.training.yaml")]);
    assert.notEqual(second.lines, first.lines);
    assert.ok(first.names.length > 3);
    assert.deepEqual(second.names, first.names);
  });

  test("github annotations carry every finding, read as the runner reads them", async () => {
    const annotations = annotationsIn(await lint("github", "fire.training.yaml", ODD));
    const kinds = { error: "error", warning: "warning", hint: "notice" };
    assert.deepEqual(
      annotations
        .map(({ command, properties }) => [command, properties.file, properties.line, properties.title])
        .sort(),
      expected.findings
        .filter(({ file }) => file !== "draft.training.yaml")
        .map(({ severity, file, line, rule }) => [kinds[severity], `specs/${file}`, `${line}`, rule])
        .sort(),
    );
    for (const { message } of annotations) assert.match(message, /\nhttps:\/\/github\.com\//);
  });

  test("gitlab has what GitLab asks for, and no fingerprint twice", async () => {
    const report = JSON.parse(await lint("gitlab"));
    assertFits(report, "gitlab-code-quality.json");
    assert.deepEqual(
      report.map((each: { check_name: string }) => each.check_name),
      expected.findings.map(({ rule }) => rule),
    );
    const names = report.map((each: { fingerprint: string }) => each.fingerprint);
    assert.equal(new Set(names).size, names.length);
  });

  test("junit counts what it lists; what fails the run fails, clean files pass", async () => {
    for (const failOn of ["error", "hint"] as const) {
      const elements = elementsOf(await lint("junit", "--fail-on", failOn));
      const failures = elements.filter(({ name }) => name === "failure").length;
      const failing = expected.findings.filter(({ severity }) => failOn === "hint" || severity === "error");
      assert.equal(failures, failing.length);
      const suites = elements.filter(({ name }) => name === "testsuite");
      const sum = (name: string) => suites.reduce((total, { attributes }) => total + Number(attributes[name]), 0);
      assert.equal(sum("failures"), failures);
      assert.equal(sum("tests"), elements.filter(({ name }) => name === "testcase").length);
      assert.equal(sum("skipped"), expected.waived.length);
      assert.ok(elements.some(({ attributes }) => attributes.classname === "clean"));
    }
  });

  test("checkstyle", async () => {
    const elements = elementsOf(await lint("checkstyle"));
    assert.equal(elements[0]?.name, "checkstyle");
    assert.equal(elements.filter(({ name }) => name === "file").length, 4);
    const errors = elements.filter(({ name, within }) => name === "error" && within.join() === "checkstyle,file");
    assert.deepEqual(
      errors.map(({ attributes }) => `${attributes.line}:${attributes.column} ${attributes.source}`),
      expected.findings.map(({ line, column, rule }) => `${line}:${column} training-spec.${rule}`),
    );
    const odd = errors.find(({ attributes }) => attributes.message?.includes("]]>"));
    assert.match(odd?.attributes.message ?? "", /<b>&\|@/);
  });

  test("rdjson fits its schema, counts bytes, and suggests what the fix does", async () => {
    const report = JSON.parse(await lint("rdjson"));
    assertFits(report, "rdjson.json");
    assert.equal(report.diagnostics.length, expected.findings.length);
    const line = ODD_TEXT.split("\n")[5] ?? "";
    const roll = report.diagnostics.find(({ message }: { message: string }) => message.startsWith("`roll`"));
    const bytes = Buffer.from(line).subarray(roll.location.range.start.column - 1, roll.location.range.end.column - 1);
    assert.equal(bytes.toString(), "roll");
    assert.ok(report.diagnostics.some(({ suggestions }: { suggestions?: unknown[] }) => suggestions));
  });

  test("markdown keeps its tables whole and lets nothing of a file become markup", async () => {
    const text = await lint("markdown");
    const rows = text.split("\n").filter((line) => /^\| \d/.test(line));
    assert.equal(rows.length, expected.findings.length);
    for (const row of rows) assert.equal(row.replaceAll("\\|", "").split("|").length, 6, row);
    assert.doesNotMatch(text.replace(/`[^`]*`/g, ""), /<b>|\[a\]\(b\)/);
    assert.match(text, /^### Training Spec: \d+ errors/);
  });

  for (const format of Object.keys(FORMATS))
    test(`${format} of a clean folder`, async () => {
      const { exit, stdout } = await callCli(["lint", "--format", format, "clean.training.yaml"], { cwd: here });
      assert.equal(exit, 0);
      if (["json", "sarif", "gitlab", "rdjson"].includes(format)) JSON.parse(stdout);
      if (["junit", "checkstyle"].includes(format)) elementsOf(stdout);
      assert.equal(annotationsIn(stdout).length, 0);
    });
});

describe("several formats in one run", () => {
  test("each to its place, people see the usual where nothing else goes there", async () => {
    const folder = folderWith({ "a.training.yaml": "version: 1\nkind: catalog\nid: a\nx: 1\n" });
    const args = ["lint", "--format", "sarif=out/a.sarif", "-f", "markdown=a.md", "--format=github"];
    const run = await callCli(args, { cwd: folder });
    assert.equal(annotationsIn(run.stdout).length, 1);
    assertFits(JSON.parse(readFileSync(path.join(folder, "out/a.sarif"), "utf8")), "sarif-2.1.0-rtm.5.json");
    assert.match(readFileSync(path.join(folder, "a.md"), "utf8"), /1 error in 1 of 1 file/);
    const usual = await callCli(["lint", "-f", "junit=a.xml"], { cwd: folder });
    assert.match(usual.stdout, /1 error in 1 file/);
    assert.deepEqual([run.exit, usual.exit], [1, 1]);
  });

  test("the summary of a job is added to, not replaced", async () => {
    const folder = folderWith({ "a.training.yaml": "version: 1\nkind: catalog\nid: a\n", "sum.md": "before\n" });
    const env = { GITHUB_STEP_SUMMARY: path.join(folder, "sum.md") };
    await callCli(["lint", "-f", `markdown=${env.GITHUB_STEP_SUMMARY}`], { cwd: folder, env });
    assert.match(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8"), /^before\n### Training Spec/);
  });

  test("an output that cannot be written is exit 2, and costs the others nothing", async () => {
    const folder = folderWith({ "a.training.yaml": "version: 1\nkind: catalog\nid: a\nx: 1\n", file: "" });
    const run = await callCli(["lint", "-f", "sarif=file/out.sarif", "-f", "json"], { cwd: folder });
    assert.match(run.stderr, /`file\/out\.sarif` could not be written \((ENOTDIR|EEXIST)\)/);
    assert.equal(JSON.parse(run.stdout).findings.length, 1);
    assert.equal(run.exit, 2);
  });

  const refused: readonly (readonly [args: string[], says: RegExp])[] = [
    [
      ["-f", "json", "-f", "github"],
      /`json` and `github` would both go to standard output: .*`--format github=report\.txt`/,
    ],
    [["-f", "json=a", "-f", "sarif=a"], /Two formats would be written to `a`/],
    [["-f", "sarif="], /needs a file behind the `=`/],
    [["-f", "sarf=a.sarif"], /Did you mean `sarif`/],
  ];
  for (const [args, says] of refused)
    test(args.join(" "), async () => {
      const { exit, stderr } = await callCli(["lint", ...args], { cwd: here });
      assert.match(stderr, says);
      assert.equal(exit, 2);
    });
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
  readonly relatedLocations?: readonly { readonly id: number }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

function placeOf({ locations }: Result): string {
  const place = locations[0]?.physicalLocation;
  const { startLine, startColumn } = place?.region ?? {};
  return `${decodeURIComponent(place?.artifactLocation.uri ?? "")}:${startLine}:${startColumn}`;
}
