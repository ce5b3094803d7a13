import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DiagnosticSeverity, type WorkspaceDiagnosticReport } from "vscode-languageserver-protocol";
import { LspClient } from "../support/lsp.ts";

/** A finding as both doors can say it. */
interface Said {
  readonly file: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly severity: string;
  readonly rule: string;
  readonly text: string;
  readonly docs: string;
}

const TODAY = "2026-11-22";
const SEVERITIES: Readonly<Record<number, string>> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "hint",
};

for (const folder of ["samples", "samples/broken", "test/cli/fixtures", ...subfolders("test/cases")]) {
  test(`the editor and the command line say the same of ${folder}`, { timeout: 60_000 }, async () => {
    const [inEditor, inTerminal] = [await saidByServer(folder), saidByCli(folder)];
    assert.ok(inTerminal.length > 0 || folder !== "samples/broken", "nothing was said at all");
    assert.deepEqual(inEditor, inTerminal);
  });
}

function saidByCli(folder: string): Said[] {
  const args = ["dist/cli.js", "lint", folder, "--format", "json", "--today", TODAY];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const { findings } = JSON.parse(stdout) as { findings: readonly Record<string, string & number>[] };
  return sorted(
    findings.map((finding) => ({
      file: path.resolve(String(finding.file)),
      from: [Number(finding.line), Number(finding.column)],
      to: [Number(finding.endLine), Number(finding.endColumn)],
      severity: String(finding.severity),
      rule: String(finding.rule),
      text: finding.help ? `${finding.message}\n${finding.help}` : String(finding.message),
      docs: String(finding.docs),
    })),
  );
}

async function saidByServer(folder: string): Promise<Said[]> {
  const client = new LspClient();
  try {
    await client.initialize({
      folder: pathToFileURL(path.resolve(folder)).href,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { today: TODAY },
    });
    const report = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
    const wanted = path.resolve(folder);
    return sorted(
      report.items
        .filter(({ uri }) => fileURLToPath(uri).startsWith(`${wanted}${path.sep}`))
        .flatMap((file) =>
          file.kind === "full" ? file.items.map((item) => ({ file: fileURLToPath(file.uri), item })) : [],
        )
        .map(({ file, item }) => ({
          file,
          from: [item.range.start.line + 1, item.range.start.character + 1],
          to: [item.range.end.line + 1, item.range.end.character + 1],
          severity: SEVERITIES[item.severity ?? 0] ?? "",
          rule: String(item.code),
          text: String(item.message),
          docs: item.codeDescription?.href ?? "",
        })),
    );
  } finally {
    client.kill();
  }
}

function sorted(all: readonly Said[]): Said[] {
  return all
    .map((said) => JSON.stringify(said))
    .sort()
    .map((text) => JSON.parse(text) as Said);
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.posix.join(folder, entry.name));
  } catch {
    return [];
  }
}
