import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver-protocol";
import { withServer, workspace } from "../support/served.ts";

const PROGRAM = `version: 1
kind: program
id: save
metrics:
  save-rate: { name: Save rate, unit: "%", role: primary }
  speed: { role: primary }
status: live
`;
const CREATES = {
  textDocument: { codeAction: { disabledSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } },
};

withServer("offers refactorings with the files they make, and says why one cannot be done", async (client) => {
  const { uri, of } = workspace({ "save.training.yaml": PROGRAM });
  await client.initialize({ folder: uri, capabilities: CREATES });
  await client.open(of("save.training.yaml"), PROGRAM);
  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: of("save.training.yaml") },
    range: { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } },
    context: { diagnostics: [], only: ["refactor"] },
  });
  assert.deepEqual(
    actions.map(({ kind, disabled }) => `${kind}${disabled ? " disabled" : ""}`),
    ["refactor.extract", "refactor.rewrite disabled", "refactor.rewrite"],
  );
  assert.match(actions[1]?.disabled?.reason ?? "", /is not split/);
  const changes = actions[0]?.edit?.documentChanges ?? [];
  assert.deepEqual(changes[0], { kind: "create", uri: of("company.training.yaml") });
  assert.ok(changes[1] && "edits" in changes[1] && JSON.stringify(changes[1].edits).includes("kind: catalog"));
});

withServer("offers a client that makes no files what needs none, and nothing that cannot be done", async (client) => {
  const { uri, of } = workspace({ "save.training.yaml": PROGRAM });
  await client.initialize({ folder: uri });
  await client.open(of("save.training.yaml"), PROGRAM);
  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: of("save.training.yaml") },
    range: { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } },
    context: { diagnostics: [], only: ["refactor"] },
  });
  assert.deepEqual(
    actions.map(({ title }) => title),
    ["Sort the sections into the usual order, from the need to the results"],
  );
});
