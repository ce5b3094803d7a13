import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Draft, DraftChoice, PastedTable } from "../../server/src/lsp/protocol.ts";
import { LspClient } from "../support/lsp.ts";

const CATALOG = "version: 1\nkind: catalog\nid: company\npeople:\n  ann: { name: Ann Lee, role: business }\n";

test("a program is begun by question and answer", { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "training-spec-"));
  const client = new LspClient();
  try {
    writeFileSync(path.join(folder, "company.training.yaml"), CATALOG);
    const uri = pathToFileURL(folder).href;
    await client.initialize({ folder: uri });
    const ask = (step: string, typed: string) =>
      client.request<readonly DraftChoice[] | null>("trainingSpec/draftChoices", {
        step,
        typed,
        answers: {},
        folder: uri,
      });
    const [person] = (await ask("owner", "")) ?? [];
    assert.equal(person?.label, "Ann Lee");
    const metric = (await ask("metric", "win rate"))?.[0]?.answers;
    const answers = { ...person.answers, ...metric };
    const draft = await client.request<Draft>("trainingSpec/draft", { answers, folder: uri });
    assert.equal(draft.uri, `${uri}/raise-win-rate.training.yaml`);
    assert.match(draft.text, /^catalogs: \[company\.training\.yaml\]/m);
    assert.match(draft.text.split("\n")[draft.cursor.line] ?? "", /^ {2}problem:/);
    const next = await client.request<Draft>("trainingSpec/draft", { answers: metric, avoid: ["raise-win-rate"] });
    assert.deepEqual([next.id, next.uri], ["raise-win-rate-2", undefined]);
    assert.equal(await client.stop(), 0);
  } finally {
    client.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a table is pasted into a spec that is no file yet", { timeout: 20_000 }, async () => {
  const client = new LspClient();
  try {
    await client.initialize({});
    const uri = "untitled:Untitled-1";
    await client.open(uri, "version: 1\nkind: program\nobjectives:\n");
    const paste = (text: string) =>
      client.request<PastedTable>("trainingSpec/pasteTable", { uri, position: { line: 2, character: 11 }, text });
    const pasted = await paste("Objective\tCriterion\tNote\nfind it\t4 of 5\tasap\n");
    assert.ok(!("why" in pasted));
    assert.deepEqual(pasted.range, { start: { line: 2, character: 11 }, end: { line: 2, character: 11 } });
    assert.equal(pasted.text, "\n  find-it:\n    can: find it\n    to: 4 of 5\n    # Note: asap");
    assert.deepEqual([pasted.count, pasted.header, pasted.notes.length], [1, true, 1]);
    const refused = await paste("");
    assert.ok("why" in refused && refused.why.includes("There is no table"));
    assert.equal(await client.stop(), 0);
  } finally {
    client.kill();
  }
});
