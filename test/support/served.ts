import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { LspClient } from "./lsp.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with files, gone after the tests. */
export function workspace(files: Readonly<Record<string, string>>): {
  path: string;
  uri: string;
  of: (name: string) => string;
} {
  const folder = mkdtempSync(path.join(tmpdir(), "training-spec-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const of = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  return { path: folder, uri: pathToFileURL(folder).href, of };
}

/** Runs with a server that ends with the test, however it ends. */
export function withServer(name: string, run: (client: LspClient) => Promise<void>): void {
  test(name, { timeout: 20_000 }, async () => {
    const client = new LspClient();
    try {
      await run(client);
    } finally {
      client.kill();
    }
  });
}
