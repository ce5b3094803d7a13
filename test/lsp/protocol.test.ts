import assert from "node:assert/strict";
import { mkdirSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { RequestType } from "vscode-jsonrpc/node";
import type {
  CodeAction,
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
  Location,
  LocationLink,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import type { FileContent } from "../../server/src/lsp/protocol.ts";
import { withServer, workspace } from "../support/served.ts";

const PULL = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const CATALOG = `version: 1
kind: catalog
id: company
metrics:
  customer-save-rate: { name: Customer save rate, unit: "%" }
`;
const PROGRAM = `version: 1
kind: program
id: save
title: Save
status: draft
catalogs: [company.training.yaml]
metrics:
  save-rate:
    use: customer-save-rat
    role: primary
behaviors:
  ask:
    does: Asks two questions
    moves: [save-rate]
`;

const codesOf = (report: DocumentDiagnosticReport): unknown[] =>
  report.kind === "full" ? report.items.map(({ code }) => code) : [report.kind];

withServer("answers a handshake, says who it is and leaves with code 0", async (client) => {
  const result = await client.initialize({});
  assert.equal(result.serverInfo?.name, "training-spec");
  assert.equal(result.capabilities.diagnosticProvider, undefined);
  assert.equal(await client.stop(), 0);
});

withServer("leaves when nobody can ask it anything any more, with code 1 where nobody said goodbye", async (client) => {
  await client.initialize({});
  client.process.stdin?.end();
  assert.equal(await client.exit, 1);
});

withServer("leaves with code 0 where it was told to shut down, and its streams end", async (client) => {
  await client.initialize({});
  await client.connection.sendRequest("shutdown");
  client.process.stdin?.end();
  assert.equal(await client.exit, 0);
});

withServer("pushes diagnostics to a client that does not pull, and again after an incremental edit", async (client) => {
  const { uri, of } = workspace({ "company.training.yaml": CATALOG, "save.training.yaml": PROGRAM });
  const first = client.nextPublished(of("save.training.yaml"));
  await client.initialize({ folder: uri });
  const wrong = (await first).find(({ code }) => code === "undefined-reference");
  assert.deepEqual(wrong?.range, { start: { line: 8, character: 9 }, end: { line: 8, character: 26 } });
  assert.match(String(wrong?.codeDescription?.href), /\/undefined-reference\.md$/);
  await client.open(of("save.training.yaml"), PROGRAM);
  const second = client.nextPublished(of("save.training.yaml"));
  await client.change(of("save.training.yaml"), 2, [
    { range: { start: { line: 8, character: 26 }, end: { line: 8, character: 26 } }, text: "e" },
  ]);
  assert.ok(!(await second).some(({ code }) => code === "undefined-reference"));
});

withServer("leaves alone what an editor takes for YAML and is no spec", async (client) => {
  const files = { "company.training.yaml": CATALOG, "save.training.yaml": PROGRAM, "compose.yaml": "services: [" };
  const { uri, of } = workspace(files);
  await client.initialize({ folder: uri });
  const yaml = (name: string, text: string) =>
    client.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: of(name), languageId: "yaml", version: 1, text },
    });
  const first = client.nextPublished(of("save.training.yaml"));
  await yaml("compose.yaml", "services: [");
  await yaml("save.training.yaml", PROGRAM);
  assert.ok((await first).some(({ code }) => code === "undefined-reference"));
  const textDocument = { uri: of("compose.yaml") };
  const position = { line: 0, character: 1 };
  const at = { textDocument, position, range: { start: position, end: position }, context: { diagnostics: [] } };
  for (const request of ["hover", "completion", "codeAction", "documentSymbol", "foldingRange", "definition"]) {
    const answer = await client.request<object | null>(`textDocument/${request}`, at);
    const items = answer && "items" in answer ? answer.items : answer;
    assert.ok(items === null || (Array.isArray(items) && items.length === 0), `${request}: ${JSON.stringify(answer)}`);
  }
  await client.connection.sendNotification("textDocument/didClose", { textDocument });
  assert.ok(!client.published.has(of("compose.yaml")));
});

withServer("answers pulled diagnostics, with 'unchanged' where nothing changed", async (client) => {
  const { uri, of } = workspace({ "company.training.yaml": CATALOG, "save.training.yaml": PROGRAM });
  const result = await client.initialize({ folder: uri, capabilities: PULL });
  assert.deepEqual(result.capabilities.diagnosticProvider, {
    identifier: "training-spec",
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  await client.open(of("save.training.yaml"), PROGRAM);
  const textDocument = { uri: of("save.training.yaml") };
  const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument });
  assert.ok(codesOf(report).includes("undefined-reference"));
  const previousResultId = report.resultId;
  const again = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
    textDocument,
    previousResultId,
  });
  assert.equal(again.kind, "unchanged");
});

withServer("reports files that are not open, and tells when one changes or goes", async (client) => {
  const folder = workspace({ "company.training.yaml": CATALOG, "save.training.yaml": PROGRAM });
  await client.initialize({ folder: folder.uri, capabilities: PULL });
  const first = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
  const report = first.items.find(({ uri }) => uri === folder.of("save.training.yaml"));
  assert.ok(report && codesOf(report).includes("undefined-reference"));
  const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
  const second = client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
  unlinkSync(path.join(folder.path, "save.training.yaml"));
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: folder.of("save.training.yaml"), type: 3 }],
  });
  const gone = (await second).items.find(({ uri }) => uri === folder.of("save.training.yaml"));
  assert.deepEqual(gone && codesOf(gone), []);
});

withServer("goes to the definition in a catalog and finds and renames all uses across files", async (client) => {
  const program = PROGRAM.replace("customer-save-rat\n", "customer-save-rate\n");
  const { uri, of } = workspace({
    "company.training.yaml": CATALOG,
    "a.training.yaml": program,
    "b.training.yaml": program,
  });
  await client.initialize({ folder: uri, capabilities: { textDocument: { definition: { linkSupport: true } } } });
  await client.open(of("a.training.yaml"), program);
  const at = { textDocument: { uri: of("a.training.yaml") }, position: { line: 8, character: 12 } };
  const [link] = await client.request<LocationLink[]>("textDocument/definition", at);
  assert.equal(link?.targetUri, of("company.training.yaml"));
  assert.equal(link?.targetSelectionRange.start.line, 4);
  const found = await client.request<Location[]>("textDocument/references", {
    ...at,
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    found.map((location) => location.uri).sort(),
    ["a.training.yaml", "b.training.yaml", "company.training.yaml"].map(of),
  );
  const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...at, newName: "saved-customers" });
  assert.deepEqual(
    Object.keys(edit.changes ?? {}).sort(),
    ["a.training.yaml", "b.training.yaml", "company.training.yaml"].map(of),
  );
  await assert.rejects(
    client.request("textDocument/rename", { ...at, newName: "No Spaces" }),
    /cannot be used as an id/,
  );
});

withServer("offers the nearest name as a quick fix", async (client) => {
  const { uri, of } = workspace({ "company.training.yaml": CATALOG, "save.training.yaml": PROGRAM });
  await client.initialize({ folder: uri, capabilities: PULL });
  await client.open(of("save.training.yaml"), PROGRAM);
  const textDocument = { uri: of("save.training.yaml") };
  await client.request("textDocument/diagnostic", { textDocument });
  const range = { start: { line: 8, character: 12 }, end: { line: 8, character: 12 } };
  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
  const action = actions.find(({ title }) => title.includes("customer-save-rate"));
  assert.equal(action?.edit?.changes?.[textDocument.uri]?.[0]?.newText, "customer-save-rate");
  assert.equal(action?.isPreferred, true);
});

withServer("completes and hovers", async (client) => {
  const { uri, of } = workspace({ "company.training.yaml": CATALOG, "save.training.yaml": PROGRAM });
  await client.initialize({ folder: uri, capabilities: PULL });
  await client.open(of("save.training.yaml"), PROGRAM);
  const textDocument = { uri: of("save.training.yaml") };
  const list = await client.request<CompletionList>("textDocument/completion", {
    textDocument,
    position: { line: 8, character: 9 },
  });
  assert.ok(list.items.some(({ label }) => label === "customer-save-rate"));
  const hover = await client.request<Hover>("textDocument/hover", {
    textDocument,
    position: { line: 9, character: 6 },
  });
  assert.match(JSON.stringify(hover.contents), /primary/);
});

withServer("survives what no spec should hold, and keeps the findings of other files", async (client) => {
  const folder = workspace({
    "company.training.yaml": CATALOG,
    "save.training.yaml": PROGRAM,
    "x.training.yaml/inner.txt": "",
  });
  await client.initialize({ folder: folder.uri, capabilities: PULL });
  const texts = [
    "",
    "\u0000\ud800",
    "[".repeat(20_000),
    `a: &a [x]\nb: &b [${"*a,".repeat(999)}]\nc: [${"*b,".repeat(999)}]`,
    "a:\r\tb: {",
    "\t\t\t",
  ];
  for (const [index, text] of texts.entries()) {
    const uri = folder.of(`bad-${index}.training.yaml`);
    await client.open(uri, text);
    const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
    assert.ok(
      report.kind === "full" && report.items.length > 0,
      `nothing said of ${JSON.stringify(text.slice(0, 20))}`,
    );
  }
  const other = { textDocument: { uri: folder.of("save.training.yaml") } };
  await client.open(other.textDocument.uri, PROGRAM);
  assert.ok(codesOf(await client.request("textDocument/diagnostic", other)).includes("undefined-reference"));
});

withServer("reads files through the client where only the client can", async (client) => {
  const files: Record<string, string> = {
    "vfs:/w/company.training.yaml": CATALOG,
    "vfs:/w/save.training.yaml": PROGRAM,
  };
  client.connection.onRequest("trainingSpec/find", () => Object.keys(files));
  const read = ({ uri }: { uri: string }): FileContent =>
    files[uri] === undefined ? { kind: "missing" } : { kind: "text", text: files[uri] ?? "" };
  client.connection.onRequest<{ uri: string }, FileContent, void>(new RequestType("trainingSpec/read"), read);
  await client.initialize({ folder: "vfs:/w", capabilities: PULL, initializationOptions: { files: "client" } });
  const report = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
  const program = report.items.find(({ uri }) => uri.endsWith("save.training.yaml"));
  assert.ok(program && codesOf(program).includes("undefined-reference"));
  assert.ok(program && !codesOf(program).includes("unreadable-catalog"));
});

withServer("explains a rule", async (client) => {
  await client.initialize({});
  const page = await client.request<{ markdown: string }>("trainingSpec/explain", { rule: "missing-baseline" });
  assert.match(page.markdown, /^# missing-baseline/);
  assert.equal(await client.request("trainingSpec/explain", { rule: "no-such-rule" }), null);
});

withServer("keeps the text of the editor when its file goes, or turns into a folder", async (client) => {
  const folder = workspace({ "company.training.yaml": CATALOG, "save.training.yaml": PROGRAM });
  await client.initialize({ folder: folder.uri, capabilities: PULL });
  const uri = folder.of("save.training.yaml");
  await client.open(uri, PROGRAM);
  const pull = (): Promise<DocumentDiagnosticReport> =>
    client.request("textDocument/diagnostic", { textDocument: { uri } });
  const changed = (type: number): Promise<void> =>
    client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
  unlinkSync(path.join(folder.path, "save.training.yaml"));
  await changed(3);
  assert.ok(codesOf(await pull()).includes("undefined-reference"));
  mkdirSync(path.join(folder.path, "save.training.yaml"));
  await changed(1);
  assert.ok(codesOf(await pull()).includes("undefined-reference"));
  await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  assert.deepEqual(codesOf(await pull()), []);
});

withServer("says that a catalog is gone, and takes it back", async (client) => {
  const program = PROGRAM.replace("customer-save-rat\n", "customer-save-rate\n");
  const folder = workspace({ "company.training.yaml": CATALOG, "save.training.yaml": program });
  await client.initialize({ folder: folder.uri, capabilities: PULL });
  const uri = folder.of("save.training.yaml");
  await client.open(uri, program);
  const codes = async (type?: number): Promise<unknown[]> => {
    const changes = [{ uri: folder.of("company.training.yaml"), type }];
    if (type) await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    return codesOf(await client.request("textDocument/diagnostic", { textDocument: { uri } }));
  };
  assert.ok(!(await codes()).includes("unreadable-catalog"));
  unlinkSync(path.join(folder.path, "company.training.yaml"));
  assert.ok((await codes(3)).includes("unreadable-catalog"));
  writeFileSync(path.join(folder.path, "company.training.yaml"), CATALOG);
  assert.ok(!(await codes(1)).includes("unreadable-catalog"));
});

withServer("answers a text of 20 MB with one finding and goes on", async (client) => {
  await client.initialize({ capabilities: PULL });
  const uri = "file:///huge.training.yaml";
  await client.open(uri, "x".repeat(20_000_000));
  const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
  assert.deepEqual(codesOf(report), ["oversized-file"]);
});
