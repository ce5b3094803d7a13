import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Draft, DraftChoice } from "../../server/src/lsp/protocol.ts";
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
