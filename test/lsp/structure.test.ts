import assert from "node:assert/strict";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CodeAction,
  DocumentSymbol,
  SemanticTokens,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { withServer, workspace } from "../support/served.ts";

const PROGRAM = `version: 1
kind: program
id: save
catalogs: [company.training.yaml]
metrics:
  save-rate: { use: saves, role: primary }
behaviors:
  ask: { does: Asks, moves: [save-rate] }
`;
const CATALOG = "version: 1\nkind: catalog\nid: company\nmetrics:\n  saves: { name: Saves }\n";
const FILES = { "save.training.yaml": PROGRAM, "company.training.yaml": CATALOG };
const NESTED = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

withServer("colors by meaning, whole and in part", async (client) => {
  const { uri, of } = workspace(FILES);
  const { capabilities } = await client.initialize({ folder: uri });
  const provider = capabilities.semanticTokensProvider;
  assert.ok(provider?.range && provider.full);
  await client.open(of("save.training.yaml"), PROGRAM);
  const textDocument = { uri: of("save.training.yaml") };
  const behavior = provider.legend.tokenTypes.indexOf("behavior");
  const range = { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } };
  const part = await client.request<SemanticTokens>("textDocument/semanticTokens/range", { textDocument, range });
  assert.deepEqual(part.data.slice(0, 5), [7, 2, 3, behavior, 1]);
  const whole = await client.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
  assert.ok(whole.data.length > part.data.length);
});

withServer("the chain is a call hierarchy, and the outline has an icon for each section", async (client) => {
  const { uri, of } = workspace(FILES);
  await client.initialize({ folder: uri, capabilities: NESTED });
  await client.open(of("save.training.yaml"), PROGRAM);
  const textDocument = { uri: of("save.training.yaml") };
  const position = { line: 5, character: 4 };
  const [item] = await client.request<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", {
    textDocument,
    position,
  });
  assert.equal(item?.name, "save-rate");
  const calls = await client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item });
  assert.deepEqual(
    calls.map(({ from, fromRanges }) => [from.name, fromRanges[0]?.start]),
    [["ask", { line: 7, character: 29 }]],
  );
  const symbols = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
  const kinds = new Map(symbols.map(({ name, kind }) => [name, kind]));
  assert.notEqual(kinds.get("metrics"), kinds.get("behaviors"));
  assert.equal(kinds.get("metrics"), symbols.find(({ name }) => name === "metrics")?.children?.[0]?.kind);
});

withServer("a file that gets another name is found again", async (client) => {
  const { uri, of } = workspace(FILES);
  const { capabilities } = await client.initialize({
    folder: uri,
    capabilities: { workspace: { workspaceEdit: { documentChanges: true }, fileOperations: { willRename: true } } },
  });
  assert.ok(capabilities.workspace?.fileOperations?.willRename);
  await client.open(of("save.training.yaml"), PROGRAM);
  const files = [{ oldUri: of("company.training.yaml"), newUri: of("shared/all.training.yaml") }];
  const edit = await client.request<WorkspaceEdit>("workspace/willRenameFiles", { files });
  const [change] = edit.documentChanges as TextDocumentEdit[];
  assert.equal(change?.textDocument.uri, of("save.training.yaml"));
  assert.deepEqual(
    change.edits.map((each) => "newText" in each && each.newText),
    ["shared/all.training.yaml"],
  );
});

withServer("lines above entries can be turned off, and how ready a spec is can be asked", async (client) => {
  const { uri, of } = workspace(FILES);
  const { capabilities } = await client.initialize({ folder: uri, initializationOptions: { codeLens: false } });
  assert.equal(capabilities.codeLensProvider, undefined);
  const params = { uri: of("save.training.yaml") };
  const found = await client.request<{ text: string; severity: string }>("trainingSpec/readiness", params);
  assert.match(found.text, /^\d+ things before this is live$/);
  assert.equal(found.severity, "error");
});

withServer("all safe fixes come as one action that edits no place twice", async (client) => {
  const text = PROGRAM.replace("kind: program\n", "kind: program\nsource: &a 1\nother: *a\n\ttitle: x\n");
  const { uri, of } = workspace({ ...FILES, "save.training.yaml": text });
  await client.initialize({ folder: uri });
  await client.open(of("save.training.yaml"), text);
  const start = { line: 0, character: 0 };
  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: of("save.training.yaml") },
    range: { start, end: start },
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  assert.deepEqual(
    actions.map(({ kind }) => kind),
    ["source.fixAll.trainingSpec"],
  );
  const edits = actions[0]?.edit?.changes?.[of("save.training.yaml")] ?? [];
  const order = edits.map(({ range }) => [
    range.start.line * 1e4 + range.start.character,
    range.end.line * 1e4 + range.end.character,
  ]);
  order.sort(([a = 0], [b = 0]) => a - b);
  assert.ok(
    order.length > 0 && order.every(([from = 0], index) => index === 0 || (order[index - 1]?.[1] ?? 0) <= from),
  );
});
