import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { LspClient } from "../support/lsp.ts";
import { markedLanguage, unmarked } from "../support/marked-language.ts";

const SAMPLES = [
  "contact-center/save-the-customer.training.yaml",
  "field-service/early-call.training.yaml",
  "company.training.yaml",
];
const BROKEN = readdirSync("samples/broken")
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => `broken/${file}`);

/** Names of fields of answers that hold what a person reads. */
const READ = new Set([
  "message",
  "title",
  "detail",
  "documentation",
  "value",
  "tooltip",
  "label",
  "description",
  "group",
  "why",
  "reason",
  "heading",
  "lines",
  "notes",
  "text",
  "caption",
  "columns",
  "help",
]);

test("in another language nothing of the server is left in English", { timeout: 120_000 }, async () => {
  const client = new LspClient();
  const left = new Map<string, string>();
  const seen = new Set<string>();
  const asked = new Set<string>();
  const look = (where: string, answer: unknown): void => {
    for (const text of textsOf(answer)) {
      // Methods of statistics have their names in every language.
      if (seen.has(text) || text.startsWith("⟦method⟧")) continue;
      seen.add(text);
      for (const part of unmarked(text)) left.set(`${where}: ${part}`, text);
    }
  };
  try {
    await client.initialize({
      folder: pathToFileURL(path.resolve("samples")).href,
      capabilities: { textDocument: { diagnostic: {}, codeAction: { disabledSupport: true } } },
      initializationOptions: { translation: await markedLanguage() },
    });
    for (const file of [...SAMPLES, ...BROKEN]) {
      const textDocument = { uri: pathToFileURL(path.resolve("samples", file)).href };
      const text = readFileSync(path.join("samples", file), "utf8");
      const lines = text.split("\n");
      const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
      const ask = async (method: string, more: object = {}): Promise<void> =>
        look(method, await client.request(method, { textDocument, ...more }));
      await client.open(textDocument.uri, text);
      await ask("textDocument/diagnostic");
      await ask("textDocument/codeAction", { range, context: { diagnostics: [] } });
      await ask("textDocument/codeLens");
      if (!SAMPLES.includes(file)) continue;
      await ask("textDocument/inlayHint", { range });
      await ask("textDocument/documentSymbol");
      await ask("textDocument/documentLink");
      look("preview", await client.request("trainingSpec/preview", { uri: textDocument.uri }));
      look("readiness", await client.request("trainingSpec/readiness", { uri: textDocument.uri }));
      for (const [line, content] of lines.entries()) {
        const key = content.search(/\S/);
        const value = content.search(/(?<=: )\S/);
        for (const character of new Set([key, value])) {
          if (character >= 0) await ask("textDocument/hover", { position: { line, character } });
        }
        if (key >= 0 && !asked.has(content.trim().split(":")[0] ?? "")) {
          asked.add(content.trim().split(":")[0] ?? "");
          await ask("textDocument/completion", { position: { line, character: Math.max(key, value) } });
        }
      }
    }
    look("portfolio", await client.request("trainingSpec/portfolio", {}));
    for (const step of ["problem", "metric", "owner", "launch"])
      look("draft", await client.request("trainingSpec/draftChoices", { step, typed: "", answers: {} }));
    assert.deepEqual([...left], []);
  } finally {
    client.kill();
  }
});

/** All that a person reads of an answer. */
function* textsOf(answer: unknown, name = ""): Iterable<string> {
  if (typeof answer === "string" && READ.has(name)) yield answer;
  if (Array.isArray(answer)) for (const each of answer) yield* textsOf(each, name);
  else if (typeof answer === "object" && answer !== null)
    for (const [key, value] of Object.entries(answer)) yield* textsOf(value, key);
}

test("a client that names its language the way of the protocol is answered in it", { timeout: 30_000 }, async () => {
  const client = new LspClient();
  try {
    const uri = "untitled:a.training.yaml";
    await client.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      locale: "de-CH",
    });
    await client.connection.sendNotification("initialized", {});
    await client.open(uri, "version: 1\nkind: program\nstatus: draft\n");
    const hover = await client.request<{ contents: { value: string } }>("textDocument/hover", {
      textDocument: { uri },
      position: { line: 2, character: 1 },
    });
    assert.match(hover.contents.value, /Wo das Programm in seinem Leben steht\./);
    assert.match(hover.contents.value, /`planned`: Bereit zur Freigabe/);
  } finally {
    client.kill();
  }
});
