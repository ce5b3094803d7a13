import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { fromBuffer } from "yauzl";
import { LspClient } from "../support/lsp.ts";
import { outside } from "../support/runner.ts";

describe("the .vsix, unpacked into an empty folder", () => {
  let folder = "";
  let names: readonly string[] = [];

  before(async () => {
    const files = await unzipped("build/training-spec.vsix");
    names = [...files.keys()];
    folder = path.join(outside(files), "extension");
  });

  test("has all that its manifest names, and no source", () => {
    const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const { languages, grammars } = manifest.contributes;
    const named = [
      manifest.main,
      manifest.browser,
      manifest.icon,
      ...["package.nls.json", "package.nls.de.json", `${manifest.l10n}/bundle.l10n.de.json`, "dist/messages.de.json"],
      ...["form.css", "form.js", "preview.css", "preview.js"].map((file) => `dist/${file}`),
      ...languages.flatMap(({ configuration, icon }: { configuration: string; icon: Record<string, string> }) => [
        configuration,
        ...Object.values(icon),
      ]),
      ...grammars.map(({ path: file }: { path: string }) => file),
    ];
    const missing = named.filter((file) => !existsSync(path.join(folder, file)));
    assert.deepEqual(missing, []);
    assert.deepEqual(
      names.filter((name) => /\.(ts|map|mjs)$|node_modules|test|action|cli\.js/.test(name)),
      [],
    );
  });

  test("its server starts from there", async () => {
    const client = new LspClient(["--stdio"], path.join(folder, "dist/server.node.js"));
    const published = client.nextPublished("file:///a.training.yaml");
    await client.initialize({ initializationOptions: { locale: "de-AT" } });
    await client.open("file:///a.training.yaml", "version: 1\nkind: program\n");
    assert.match((await published).map(({ message }) => message).join("\n"), /Dieses Programm hat keinen Messplan/);
    assert.equal(await client.stop(), 0);
  });
});

/** The files of an archive by name. */
async function unzipped(file: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    fromBuffer(readFileSync(file), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("error", reject);
      zip.on("end", () => resolve(files));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", () => {
            if (!entry.fileName.endsWith("/")) files.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
