import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { DocumentDiagnosticReport } from "vscode-languageserver-protocol";
import { folderWith } from "../support/cli.ts";
import { LspClient } from "../support/lsp.ts";

test("the editor shows no known finding, and heeds the list as soon as it changes", { timeout: 30_000 }, async () => {
  const known = (lines: string[]) => JSON.stringify({ version: 1, findings: { company: lines } });
  const folder = folderWith({
    "training-spec.config.yaml": "version: 1\nknown: known-findings.json\n",
    "a.training.yaml": "version: 1\nkind: catalog\nid: company\npeopel: {}\nrats: {}\n",
    "known-findings.json": known(["unknown-key at rats"]),
  });
  const client = new LspClient();
  try {
    const uri = pathToFileURL(path.join(folder, "a.training.yaml")).href;
    const list = path.join(folder, "known-findings.json");
    await client.initialize({
      folder: pathToFileURL(folder).href,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { today: "2026-11-22" },
    });
    const said = async () => {
      const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
        textDocument: { uri },
      });
      return report.kind === "full" ? report.items.map(({ message }) => String(message).split(" ")[0]) : undefined;
    };
    const change = (type: number) =>
      client.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: pathToFileURL(list).href, type }],
      });
    assert.deepEqual(await said(), ["`peopel`"]);
    writeFileSync(list, known(["unknown-key at peopel", "unknown-key at rats"]));
    change(2);
    assert.deepEqual(await said(), []);
    rmSync(list);
    change(3);
    assert.deepEqual(await said(), ["`peopel`", "`rats`"]);
  } finally {
    client.kill();
  }
});
