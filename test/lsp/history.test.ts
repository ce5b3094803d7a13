import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { DocumentDiagnosticReport } from "vscode-languageserver-protocol";
import { parseDay } from "../../server/src/base/date.ts";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";
import { repositoryWith } from "../support/git-repository.ts";
import { LspClient } from "../support/lsp.ts";

const CATALOG = readFileSync("test/review/repository/company.training.yaml", "utf8");
const PROGRAM = readFileSync("test/review/repository/programs/save-the-customer.training.yaml", "utf8");
const FILE = "programs/save.training.yaml";

test("the editor says while it is typed that a target moves after launch", { timeout: 30_000 }, async () => {
  const { client, uri, moved } = await beginIn({});
  try {
    assert.deepEqual(await moved(), []);
    await client.change(uri, 2, [{ text: PROGRAM.replace("value: 73.0", "value: 71.0") }]);
    assert.deepEqual(await moved(), ["moved-target"]);
    await client.change(uri, 3, [{ text: PROGRAM }]);
    assert.deepEqual(await moved(), []);
  } finally {
    client.kill();
  }
});

test("Git is not run in a folder that nobody trusts", { timeout: 30_000 }, async () => {
  const { client, uri, moved } = await beginIn({ trusted: false });
  try {
    await client.change(uri, 2, [{ text: PROGRAM.replace("value: 73.0", "value: 71.0") }]);
    assert.deepEqual(await moved(), []);
  } finally {
    client.kill();
  }
});

/** A server that shows a program whose launch has passed, as it was committed before. */
async function beginIn(initializationOptions: InitializationOptions) {
  const folder = repositoryWith([
    {
      branch: "main",
      day: parseDay("2026-11-11") ?? 0,
      files: new Map([
        ["company.training.yaml", CATALOG],
        [FILE, PROGRAM],
      ]),
    },
  ]);
  const client = new LspClient();
  const uri = pathToFileURL(path.join(folder, FILE)).href;
  await client.initialize({
    folder: pathToFileURL(folder).href,
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { today: "2027-06-15", ...initializationOptions },
  });
  await client.open(uri, PROGRAM);
  const moved = async () => {
    const params = { textDocument: { uri } };
    const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", params);
    return report.kind === "full" ? report.items.flatMap(({ code }) => (code === "moved-target" ? code : [])) : [];
  };
  return { client, uri, moved };
}
