import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../../server/src/base/date.ts";
import type { FileContent } from "../../server/src/lsp/protocol.ts";
import { Session } from "../../server/src/lsp/session.ts";

const SPEC = "file:///p/a.training.yaml";
const TABLE = "file:///p/a.results.csv";
const HEAD = "point,measure,group,from,to,value,n,sd\n";
const ROW = "month-6,m,trained,2026-03-02,2026-08-31,72.6,4700,\n";

const TEXT = `version: 1
kind: program
status: live
launch: 2026-03-02
metrics:
  m: { kind: proportion, unit: "%", direction: higher, role: primary }
measurement:
  design: before-after
  points:
    month-6: { phase: after, when: launch + 190 days, measures: [m] }
results: a.results.csv
`;

test("a table has findings of its own in the editor, and what changes on disk is seen on both sides", async () => {
  const disk = new Map([
    [SPEC, TEXT],
    [TABLE, HEAD + ROW.replace("4700", "none")],
    ["file:///p/other.csv", "a,b\n"],
  ]);
  const read = async (uri: string): Promise<FileContent> => {
    const text = disk.get(uri);
    return text === undefined ? { kind: "missing" } : { kind: "text", text };
  };
  const session = new Session({ find: async () => [SPEC], read }, () => parseDay("2026-11-22") ?? 0, undefined);
  const said = (uri: string) => session.lint(uri).map(({ rule }) => rule);
  const change = async (uri: string) => {
    session.refresh([uri]);
    await session.settled;
  };
  await session.loadFolders(["file:///p"]);
  assert.deepEqual(said(TABLE), ["unreadable-cell"]);

  disk.set(TABLE, HEAD + ROW);
  await change(TABLE);
  assert.deepEqual(said(TABLE), []);
  assert.ok(!said(SPEC).includes("missing-result"));

  disk.set(TABLE, HEAD);
  await change(TABLE);
  assert.ok(said(SPEC).includes("missing-result"));

  disk.set(SPEC, TEXT.replace("month-6:", "month-7:"));
  disk.set(TABLE, HEAD + ROW);
  await change(TABLE);
  await change(SPEC);
  assert.deepEqual(said(TABLE), ["unknown-result"]);

  disk.delete(TABLE);
  await change(TABLE);
  assert.ok(said(SPEC).includes("unreadable-results"));
  assert.deepEqual(said(TABLE), []);

  await change("file:///p/other.csv");
  assert.ok(!session.snapshot.files.has("file:///p/other.csv"));
});
