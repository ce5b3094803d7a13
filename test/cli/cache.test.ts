import assert from "node:assert/strict";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { callCli, folderWith } from "../support/cli.ts";
import { CATALOG as PORTFOLIO_CATALOG, programText } from "../support/portfolio.ts";

const CATALOG = "version: 1\nkind: catalog\nid: company\npeople:\n  ann: { name: Ann }\n";
const PROGRAM =
  "version: 1\nkind: program\nid: sale\ntitle: Sale\nstatus: draft\nlaunch: 2027-01-01\ncatalogs: [company.training.yaml]\nowners: { learning: ann }\n";

const lint = (cwd: string, ...args: string[]) => callCli(["lint", ...args], { cwd });

/** Says what a cached run and one without a cache say, which has to be the same. */
async function both(cwd: string, ...args: string[]) {
  const cached = await lint(cwd, "--cache", ...args);
  assert.deepEqual(cached, await lint(cwd, ...args));
  return cached;
}

const cacheFile = (cwd: string, name: string) => path.join(cwd, ".training-spec-cache", name);

function kept(cwd: string): { reports: { findings: { message: string }[] }[] } {
  return JSON.parse(readFileSync(cacheFile(cwd, "reports.json"), "utf8"));
}

test("a run over the same files says the same again, whatever the times of the files", async () => {
  const cwd = folderWith({ "company.training.yaml": CATALOG, "sale.training.yaml": PROGRAM });
  const first = await both(cwd);
  assert.match(first.stdout, /hint/);
  // What is said comes from what was kept: a word that is changed there is said.
  const message = kept(cwd).reports[1]?.findings[0]?.message;
  assert.ok(message);
  for (const [name, word] of [
    ["said.txt", "!".repeat(message.length)],
    ["reports.json", "As it was found."],
  ] as const) {
    const file = cacheFile(cwd, name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(message, word));
  }
  utimesSync(path.join(cwd, "sale.training.yaml"), new Date(), new Date());
  assert.match((await lint(cwd, "--cache")).stdout, /!!!!!/);
  // Another format is put together from what was found.
  assert.match((await lint(cwd, "--cache", "-f", "github")).stdout, /As it was found\./);
});

test("whatever a run has read, and whatever it was asked, makes it another run", async () => {
  const cwd = folderWith({
    "company.training.yaml": CATALOG,
    "programs/sale.training.yaml": PROGRAM.replace("company.", "../company."),
  });
  const here = (file: string) => path.join(cwd, file);
  assert.doesNotMatch((await both(cwd, "programs")).stdout, /no person/);
  writeFileSync(here("company.training.yaml"), CATALOG.replace("ann:", "bob:"));
  assert.match((await both(cwd, "programs")).stdout, /no person `ann`/);
  writeFileSync(here("training-spec.config.yaml"), "version: 1\nrules: { undefined-reference: off }\n");
  assert.doesNotMatch((await both(cwd, "programs")).stdout, /no person/);
  writeFileSync(here("programs/other.training.yaml"), PROGRAM.replace("id: sale", "id: other"));
  assert.match((await both(cwd, "programs")).stdout, /other\.training\.yaml/);
  const overdue = "  - { rule: missing-need, reason: asked for, by: ann, until: 2027-01-31 }\n";
  writeFileSync(here("programs/other.training.yaml"), `${PROGRAM}waivers:\n${overdue}`);
  const before = await both(cwd, "programs", "--today", "2027-01-01");
  assert.notEqual((await both(cwd, "programs", "--today", "2027-02-01")).stdout, before.stdout);
});

test("a file that is named is linted where a folder with the same files leaves it out", async () => {
  const cwd = folderWith({
    "company.training.yaml": CATALOG,
    "sale.training.yaml": PROGRAM,
    "training-spec.config.yaml": "version: 1\nignore: [sale.*]\n",
  });
  assert.doesNotMatch((await both(cwd)).stdout, /sale/);
  const all = ["company.training.yaml", "sale.training.yaml", "training-spec.config.yaml"];
  assert.match((await both(cwd, ...all)).stdout, /sale/);
});

test("a cache that is broken or cannot be written costs only its gain", async () => {
  const cwd = folderWith({ "company.training.yaml": CATALOG, blocked: "a file" });
  await both(cwd);
  for (const name of ["said.txt", "run.json", "reports.json", "programs.json"]) {
    writeFileSync(cacheFile(cwd, name), "{ broken");
    await both(cwd);
    await both(cwd, "-f", "json");
  }
  const { exit, stderr } = await lint(cwd, "--cache", "--cache-location", "blocked");
  assert.equal(exit, 0);
  assert.match(stderr, /cache could not be written/);
});

test("what makes a run another one does not go with a cache", async () => {
  const cwd = folderWith({ "company.training.yaml": CATALOG });
  for (const option of ["--fix", "--changed", "--watch"]) assert.equal((await lint(cwd, "--cache", option)).exit, 2);
  assert.equal((await lint(cwd, "--cache-location", "x")).exit, 2);
});

test("where one file has changed, the others say what they said, unless they see something else of it", async () => {
  const cwd = folderWith({
    "company.training.yaml": CATALOG,
    "sale.training.yaml": PROGRAM,
    "other.training.yaml": PROGRAM.replace("id: sale", "id: other"),
    "third.training.yaml": PROGRAM.replace("id: sale", "id: third"),
  });
  await both(cwd);
  const record = cacheFile(cwd, "reports.json");
  const reports = kept(cwd).reports as unknown as { file: string; findings: { message: string }[] }[];
  const said = (file: string) => reports.find((each) => each.file === file)?.findings[0]?.message ?? "";
  assert.notEqual(said("third.training.yaml"), "");
  // The same words stand for several files; only those that are said of `third` are changed.
  const tampered = readFileSync(record, "utf8").replace(
    /("file":"third\.training\.yaml","start":[^}]*\},"end":[^}]*\},"severity":"[a-z]*","rule":"[a-z-]*","message":")[^"]*/,
    "$1As it was kept.",
  );
  writeFileSync(record, tampered);
  writeFileSync(path.join(cwd, "sale.training.yaml"), PROGRAM.replace("learning: ann", "learning: eve"));
  const { stdout } = await lint(cwd, "--cache");
  assert.match(stdout, /no person `eve`/);
  assert.match(stdout, /As it was kept\./);
  // Two programs with one id are something that others see.
  writeFileSync(path.join(cwd, "sale.training.yaml"), PROGRAM.replace("id: sale", "id: third"));
  const { stdout: after } = await both(cwd);
  assert.doesNotMatch(after, /As it was kept\./);
  assert.equal(after.match(/Another program has the id/g)?.length, 2);
});

test("however programs of a workspace change, a cached run says what one without a cache says", async () => {
  const names = ["a", "b", "c", "d"].map((id) => `${id}.training.yaml`);
  const cwd = folderWith({
    "company.training.yaml": PORTFOLIO_CATALOG,
    ...Object.fromEntries(names.map((name, index) => [name, programText(`p${index}`, { role: "Clerk" })])),
  });
  let claims = 0;
  const edits: readonly (readonly [string, (text: string) => string])[] = [
    ["a.training.yaml", (text) => `# A line above moves everything below.\n${text}`],
    ["a.training.yaml", (text) => text.replace("p0", "p1")],
    ["b.training.yaml", (text) => text.replace(/launch: .*/, "launch: 2027-03-01")],
    ["c.training.yaml", (text) => text.replace("primary", "primry")],
    ["company.training.yaml", (text) => text.replace(/^/, "# Moved.\n")],
    ["d.training.yaml", (text) => `${text}\nresults: d.results.csv\n`],
    ["d.results.csv", () => "point,measure,group,from,to,value,n,sd\n"],
    ["training-spec.config.yaml", () => "version: 1\nprofile: strict\n"],
    ["b.training.yaml", () => "kind: program\nversion: 1\n  broken: [\n"],
    ["b.training.yaml", () => programText("p1", { role: "Clerk" })],
  ];
  await both(cwd);
  for (const [name, edit] of edits) {
    const file = path.join(cwd, name);
    writeFileSync(file, edit(existsSync(file) ? readFileSync(file, "utf8") : ""));
    const { stdout } = await both(cwd);
    claims += stdout.match(/starts? with the same role|of the change of/g)?.length ?? 0;
  }
  assert.ok(claims > edits.length, "findings that name places in other programs are part of it");
});
