import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Portfolio } from "../../server/src/lsp/protocol.ts";
import { callCli } from "../support/cli.ts";
import { LspClient } from "../support/lsp.ts";
import { CATALOG, programText } from "../support/portfolio.ts";
import { readXml } from "../support/strict-xml.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of programs, and a server that has read it. */
async function withPrograms(ids: readonly string[], run: (client: LspClient, folder: string) => Promise<void>) {
  const folder = mkdtempSync(path.join(tmpdir(), "training-spec-"));
  folders.push(folder);
  writeFileSync(path.join(folder, "company.training.yaml"), CATALOG);
  for (const id of ids) writeFileSync(path.join(folder, `${id}.training.yaml`), programText(id));
  const client = new LspClient();
  try {
    await client.initialize({ folder: pathToFileURL(folder).href });
    await run(client, folder);
    assert.equal(await client.stop(), 0);
  } finally {
    client.kill();
  }
}

const names = ({ sections }: Portfolio) => sections[1]?.pictures[0]?.picture.rows.map((row) => row[1]?.text);

test("the portfolio follows what is typed, and keeps still while a text is broken", { timeout: 20_000 }, () =>
  withPrograms(["a", "b"], async (client, folder) => {
    const ask = () => client.request<Portfolio>("trainingSpec/portfolio", {});
    const first = await ask();
    assert.deepEqual([first.done, first.all, first.broken, names(first)], [2, 2, undefined, ["a", "b"]]);
    const uri = pathToFileURL(path.join(folder, "a.training.yaml")).href;
    assert.equal(first.sections[1]?.pictures[0]?.picture.rows[0]?.[1]?.uri, uri);
    const parts = readXml(first.sections[1]?.pictures[0]?.picture.svg ?? "").filter(
      (each) => each.attributes["data-uri"],
    );
    assert.deepEqual(parts.map(({ attributes }) => [attributes["data-uri"], attributes.tabindex, attributes.role])[0], [
      uri,
      "0",
      "link",
    ]);
    await client.open(uri, programText("a", { change: "{ low: 0.2, likely: 0.5, high: 0.7 }" }));
    assert.deepEqual(names(await ask()), ["b", "a"]);
    await client.open(uri, programText("a").replace("measurement:\n", "measurement:\n}}}\n"));
    assert.equal((await ask()).broken, "a.training.yaml");
  }),
);

test("editor and command line show the same portfolio", { timeout: 20_000 }, () =>
  withPrograms(["a", "b"], async (client, folder) => {
    const portfolio = await client.request<Portfolio>("trainingSpec/portfolio", {});
    const { html } = await client.request<{ html: string }>("trainingSpec/portfolioPage", {});
    const { stdout } = await callCli(["portfolio", "-f", "html"], { cwd: folder });
    const rows = (page: string) => page.match(/<tr>.*<\/tr>|<svg.*<\/svg>/g);
    assert.deepEqual(rows(html), rows(stdout));
    for (const { lines, notes, pictures } of portfolio.sections) {
      const cells = pictures.flatMap(({ picture }) => picture.rows.flat().map(({ text }) => text));
      for (const text of [...lines, ...notes, ...cells]) {
        const shown = text.replace(/`([^`]*)`/g, "<code>$1</code>");
        assert.ok(stdout.includes(`>${shown}<`), shown);
      }
    }
  }),
);

test("hundreds of programs hold nobody up, and arrive bit by bit", { timeout: 60_000 }, () =>
  withPrograms(
    Array.from({ length: 300 }, (_, index) => `p${index}`),
    async (client, folder) => {
      const uri = pathToFileURL(path.join(folder, "p7.training.yaml")).href;
      const done: string[] = [];
      const portfolio = client.request<Portfolio>("trainingSpec/portfolio", {}).finally(() => done.push("portfolio"));
      await client
        .request("textDocument/hover", { textDocument: { uri }, position: { line: 3, character: 2 } })
        .finally(() => done.push("hover"));
      let found = await portfolio;
      assert.deepEqual(done, ["hover", "portfolio"]);
      while (found.done < found.all) {
        const before = found.done;
        found = await client.request<Portfolio>("trainingSpec/portfolio", {});
        assert.ok(found.done > before, "what is done is kept");
      }
      assert.equal(found.all, 300);
      const [picture] = found.sections[1]?.pictures ?? [];
      assert.equal(picture?.picture.rows.length, 200);
      assert.match(picture?.picture.caption ?? "", /100 more rows/);
    },
  ),
);
