import assert from "node:assert/strict";
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { callCli, folderWith } from "../support/cli.ts";

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

function kept(cwd: string): { reports: { findings: { message: string }[] }[] } {
  return JSON.parse(readFileSync(path.join(cwd, ".training-spec-cache/lint.json"), "utf8"));
}

test("a run over the same files says the same again, whatever the times of the files", async () => {
  const cwd = folderWith({ "company.training.yaml": CATALOG, "sale.training.yaml": PROGRAM });
  const first = await both(cwd);
  assert.match(first.stdout, /hint/);
  // What is said comes from what was kept: a word that is changed there is said.
  const record = path.join(cwd, ".training-spec-cache/lint.json");
  const finding = kept(cwd).reports[1]?.findings[0];
  assert.ok(finding);
  writeFileSync(record, readFileSync(record, "utf8").replaceAll(finding.message, "As it was kept."));
  utimesSync(path.join(cwd, "sale.training.yaml"), new Date(), new Date());
  assert.match((await lint(cwd, "--cache")).stdout, /As it was kept\./);
  assert.match((await lint(cwd, "--cache", "-f", "github")).stdout, /As it was kept\./);
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

test("a cache that is broken or cannot be written costs only its gain", async () => {
  const cwd = folderWith({ "company.training.yaml": CATALOG, blocked: "a file" });
  await both(cwd);
  writeFileSync(path.join(cwd, ".training-spec-cache/lint.json"), "{ broken");
  await both(cwd);
  const { exit, stderr } = await lint(cwd, "--cache", "--cache-location", "blocked");
  assert.equal(exit, 0);
  assert.match(stderr, /cache could not be written/);
});

test("what makes a run another one does not go with a cache", async () => {
  const cwd = folderWith({ "company.training.yaml": CATALOG });
  for (const option of ["--fix", "--changed", "--watch"]) assert.equal((await lint(cwd, "--cache", option)).exit, 2);
  assert.equal((await lint(cwd, "--cache-location", "x")).exit, 2);
});
