import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { folderWith, runCli } from "../support/cli.ts";
import { LspClient } from "../support/lsp.ts";
import { installPacked } from "../support/packed.ts";

/** Bytes of the installed package; more is a decision, not an accident. */
const BUDGET = 5_100_000;

describe("the npm package, installed into an empty folder", () => {
  let folder = "";
  let installed = "";
  const bin = (name: string) => path.join(folder, "node_modules/.bin", name);

  before(async () => {
    folder = await installPacked();
    installed = path.join(folder, "node_modules/training-spec");
    cpSync("test/cli/fixtures/findings", path.join(folder, "specs"), { recursive: true });
  });

  test("brings no other package, and nothing that does not belong there", () => {
    const manifest = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8"));
    for (const kind of ["dependencies", "optionalDependencies", "peerDependencies", "devDependencies", "scripts"])
      assert.equal(manifest[kind], undefined, kind);
    const packages = readdirSync(path.join(folder, "node_modules")).filter((name) => !name.startsWith("."));
    assert.deepEqual(packages, ["training-spec"]);
    const source = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(
      [manifest.version, manifest.bin, manifest.engines.node],
      [source.version, source.bin, source.engines.node],
    );
    const files = filesBelow(installed);
    for (const needed of ["LICENSE", "README.md", "CHANGELOG.md"]) assert.ok(files.includes(needed), needed);
    const strange = files.filter(
      (file) => !/^(LICENSE|README\.md|CHANGELOG\.md|package\.json|dist\/[\w./-]+)$/.test(file),
    );
    assert.deepEqual(strange, []);
    assert.deepEqual(
      files.filter((file) => /extension|preview|action|test|\.map$/.test(file)),
      [],
    );
    const size = files.reduce((sum, file) => sum + statSync(path.join(installed, file)).size, 0);
    assert.ok(size <= BUDGET, `${size} bytes`);
  });

  test("training-spec lints what it lints here, byte for byte", async () => {
    const args = ["lint", "specs", "--today", "2026-11-22"];
    const [there, here] = await Promise.all([
      runCli(path.join(installed, "dist/cli.js"), args, { cwd: folder }),
      runCli(path.resolve("dist/cli.js"), args, { cwd: folder }),
    ]);
    assert.equal(there.exit, 1);
    assert.match(there.stdout, /9 errors, 3 warnings, 4 hints/);
    assert.deepEqual(there, here);
    const german = await runCli(path.join(installed, "dist/cli.js"), [...args, "--language", "de"], { cwd: folder });
    assert.match(german.stdout, /9 Fehler, 3 Warnungen, 4 Hinweise/);
  });

  test("its bins can be started by name", () => {
    const version = JSON.parse(readFileSync("package.json", "utf8")).version;
    const env = { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin` };
    assert.equal(
      execFileSync(bin("training-spec"), ["--version"], { cwd: folder, env, encoding: "utf8" }).trim(),
      version,
    );
  });

  test("training-spec-language-server speaks over stdio", async () => {
    const uri = pathToFileURL(path.join(folder, "specs/programs/draft.training.yaml")).href;
    const client = new LspClient(["--stdio"], bin("training-spec-language-server"));
    const { serverInfo, capabilities } = await client.initialize({ folder: pathToFileURL(folder).href });
    assert.ok(serverInfo?.name && capabilities.hoverProvider);
    const text = "version: 1\nkind: program\n";
    const published = client.nextPublished(uri);
    await client.open(uri, text);
    assert.ok((await published).length > 0);
    assert.equal(await client.stop(), 0);
  });

  test("works where there is no repository", async () => {
    const empty = folderWith({ "a.training.yaml": "version: 1\nkind: catalog\nid: company\n" });
    const { exit, stdout } = await runCli(path.join(installed, "dist/cli.js"), ["lint"], { cwd: empty });
    assert.deepEqual([exit, stdout], [0, "✓ Nothing to report in 1 file\n"]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}
