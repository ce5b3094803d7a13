import assert from "node:assert/strict";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { parseDay } from "../../server/src/base/date.ts";
import { readSealedLines, SealedLines } from "../../server/src/host/sealed-lines.ts";
import { folderWith } from "../support/cli.ts";
import { EditorSession } from "../support/editor-session.ts";
import { repositoryWith, runGit } from "../support/git-repository.ts";
import { LspClient } from "../support/lsp.ts";

const CATALOG = readFileSync("test/review/repository/company.training.yaml", "utf8");
const PROGRAM = readFileSync("test/review/repository/programs/save-the-customer.training.yaml", "utf8");

/** One of the findings that `early-call` has once its need is misspelled. */
const KNOWN = { "early-call": ["unknown-key at neeed"] };

/** What an editor is told in one session, which keeps what it found out where it says goodbye. */
async function saidIn(folder: string, storage: string | false, options: object = {}) {
  const session = new EditorSession(folder);
  try {
    await session.begin(storage, options);
    await session.client.stop();
    return session.all;
  } finally {
    session.client.kill();
  }
}

function storageFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "training-spec-memory-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function keptIn(storage: string): string {
  const names = readdirSync(storage);
  assert.deepEqual(names.filter((name) => name.endsWith(".findings")).length, 1, names.join(" "));
  return path.join(storage, names[0] ?? "");
}

/** Puts other words into what is kept: who says them has not looked. */
async function forge(storage: string): Promise<void> {
  const file = keptIn(storage);
  const lines = (await readSealedLines(file)) ?? [];
  const forged = new SealedLines(file);
  for (const line of lines) forged.add(line.replaceAll('"message":"', '"message":"KEPT '));
  forged.close();
}

const isKept = ([, items]: readonly [string, readonly Diagnostic[]]) =>
  items.every(({ message }) => String(message).startsWith("KEPT "));

test("a second session says what the first said, and whatever changed between them, what a first one would", {
  timeout: 120_000,
}, async () => {
  const folder = folderWith({});
  cpSync("samples", folder, { recursive: true, filter: (file) => !file.includes("broken") });
  const storage = storageFolder();
  const edit = (file: string, change: (text: string) => string) => {
    const before = readFileSync(path.join(folder, file), "utf8");
    const after = change(before);
    assert.notEqual(after, before, file);
    writeFileSync(path.join(folder, file), after);
  };
  const program = "field-service/early-call.training.yaml";
  const table = "field-service/early-call.results.csv";
  const changes: Record<string, () => void> = {
    nothing: () => {},
    "a program": () => edit(program, (text) => text.replace("\nneed:", "\nneeed:")),
    "a catalog": () =>
      edit("company.training.yaml", (text) => text.replace(/\npeople:\n {2}[\w-]+:/, "\npeople:\n  nobody:")),
    "its results": () => edit(table, (text) => text.replace(/\d+(\.\d+)?\n/, "many\n")),
    "an addition": () => cpSync(path.join(folder, program), path.join(folder, "field-service/again.training.yaml")),
    "a deletion": () => rmSync(path.join(folder, program)),
    "a configuration and known findings": () => {
      edit("training-spec.config.yaml", (text) => `${text}\nprofile: strict\nknown: known-findings.json\n`);
      writeFileSync(path.join(folder, "known-findings.json"), JSON.stringify({ version: 1, findings: KNOWN }));
    },
  };
  const first = await saidIn(folder, storage);
  assert.ok(first.length > 0);
  for (const [what, change] of Object.entries(changes)) {
    change();
    const [seen, afresh] = await Promise.all([saidIn(folder, storage), saidIn(folder, false)]);
    assert.deepEqual(seen, afresh, what);
  }
});

test("what is kept is said as long as it holds: not of a file that changed, on another day, in other words or when damaged", {
  timeout: 120_000,
}, async () => {
  const broken = (text: string) => text.replace("\nneed:", "\nneeed:");
  const folder = folderWith({
    "company.training.yaml": CATALOG,
    "a/one.training.yaml": broken(PROGRAM),
    "a/two.training.yaml": "version: 1\nkind: program\nid: two\nneeed: {}\n",
  });
  const storage = storageFolder();
  const first = await saidIn(folder, storage);
  assert.ok(first.length >= 2);
  await forge(storage);
  const again = await saidIn(folder, storage);
  assert.ok(again.every(isKept), "nothing is looked at again");
  assert.deepEqual(
    again.map(([file]) => file),
    first.map(([file]) => file),
  );
  // What only one program looks at concerns that program alone.
  appendFileSync(path.join(folder, "a/two.training.yaml"), "\n# changed\n");
  const session = await saidIn(folder, storage);
  assert.deepEqual(
    session.filter((file) => !isKept(file)).map(([file]) => file),
    ["a/two.training.yaml"],
  );
  await forge(storage);
  const another = await saidIn(folder, storage, { today: "2026-11-23" });
  assert.ok(another.length > 0 && !another.some(isKept));
  await forge(storage);
  const german = await saidIn(folder, storage, { today: "2026-11-23", locale: "de" });
  assert.ok(german.length > 0 && !german.some(isKept));
  await forge(storage);
  const file = keptIn(storage);
  writeFileSync(file, readFileSync(file, "utf8").replace("KEPT", "TAPT"));
  const damaged = await saidIn(folder, storage, { today: "2026-11-23", locale: "de" });
  assert.deepEqual(damaged, german);
  const [build = ""] = (await readSealedLines(file)) ?? [];
  const nonsense = new SealedLines(file);
  for (const line of [build, "{}", "", "", "", "no JSON"]) nonsense.add(line);
  nonsense.close();
  assert.deepEqual(await saidIn(folder, storage, { today: "2026-11-23", locale: "de" }), german);
});

test("an editor that asks for nothing is sent what is kept", { timeout: 120_000 }, async () => {
  const folder = folderWith({
    "company.training.yaml": CATALOG,
    "a/one.training.yaml": PROGRAM.replace("\nneed:", "\nneeed:"),
  });
  const storage = storageFolder();
  const uri = pathToFileURL(path.join(folder, "a/one.training.yaml")).href;
  const sent = async () => {
    const client = new LspClient();
    try {
      await client.initialize({ folder: pathToFileURL(folder).href, initializationOptions: { storage } });
      const items = client.published.get(uri) ?? (await client.nextPublished(uri));
      while (!readdirSync(storage).some((name) => name.endsWith(".findings"))) await setTimeout(50);
      await client.stop();
      return items;
    } finally {
      client.kill();
    }
  };
  const first = await sent();
  assert.ok(first.length > 0);
  await forge(storage);
  const second = await sent();
  assert.ok(isKept([uri, second]));
  assert.equal(second.length, first.length);
});

test("an edit reaches files of which it was known what is said", { timeout: 120_000 }, async () => {
  // With something to be said of it: without news the server does not answer.
  const text = PROGRAM.replace("\nneed:", "\nneeed:");
  const folder = folderWith({ "company.training.yaml": CATALOG, "a/one.training.yaml": text });
  const storage = storageFolder();
  const program = path.join(folder, "a/one.training.yaml");
  await saidIn(folder, storage);
  await forge(storage);
  const told = [];
  for (const each of [storage, false] as const) {
    writeFileSync(program, text);
    const session = new EditorSession(folder);
    const { client } = session;
    try {
      const uri = pathToFileURL(path.join(folder, "company.training.yaml")).href;
      await session.begin(each, {}, (to) => to.open(uri, CATALOG));
      assert.equal(isKept(["", session.said.get("a/one.training.yaml") ?? []]), each === storage);
      // Neither concerns what programs have in common.
      await client.change(uri, 2, [edit(CATALOG, "priya-nair:", "priya-nairx:")]);
      await session.askUntil("priya-nairx");
      const afterCatalog = session.said.get("a/one.training.yaml");
      writeFileSync(program, text.replace("\nassessments:", "\nassesments:"));
      const changes = [{ uri: pathToFileURL(program).href, type: 2 }];
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
      await session.askUntil("assesments");
      told.push([afterCatalog, session.said.get("a/one.training.yaml")]);
    } finally {
      client.kill();
    }
  }
  assert.match(JSON.stringify(told[0]?.[0]), /priya-nairx/);
  assert.match(JSON.stringify(told[0]?.[1]), /assesments/);
  assert.deepEqual(told[0], told[1]);
});

/** The change of the first place of a text. */
function edit(text: string, from: string, to: string): object {
  const before = text.slice(0, text.indexOf(from)).split("\n");
  const [line, character] = [before.length - 1, before.at(-1)?.length ?? 0];
  return { range: { start: { line, character }, end: { line, character: character + from.length } }, text: to };
}

test("what was said of a past holds only for that past, and it is asked for where the file has to be looked at again", {
  timeout: 120_000,
}, async () => {
  const folder = repositoryWith([
    {
      branch: "main",
      day: parseDay("2026-11-11") ?? 0,
      files: new Map([
        ["company.training.yaml", CATALOG],
        ["a/one.training.yaml", PROGRAM],
      ]),
    },
  ]);
  writeFileSync(path.join(folder, "a/one.training.yaml"), PROGRAM.replace("value: 73.0", "value: 71.0"));
  const storage = storageFolder();
  const isMoved = (said: readonly (readonly [string, readonly Diagnostic[]])[]) =>
    said.some(([, items]) => items.some(({ code }) => code === "moved-target"));
  const options = { today: "2027-06-15" };
  const moved = async () => isMoved(await saidIn(folder, storage, options));
  assert.equal(await moved(), true);
  renameSync(path.join(folder, ".git"), path.join(folder, ".not-git"));
  assert.equal(await moved(), false);
  renameSync(path.join(folder, ".not-git"), path.join(folder, ".git"));
  assert.equal(await moved(), true);
  assert.equal(isMoved(await saidIn(folder, storage, { ...options, trusted: false })), false);
  assert.equal(await moved(), true);
  await forge(storage);
  runGit(folder, ["commit", "--quiet", "--allow-empty", "--message=another"]);
  const others = await saidIn(folder, storage, options);
  assert.ok(others.every(isKept), "a commit that does not concern it");
  // After the launch.
  const day = { GIT_COMMITTER_DATE: "2027-06-01T12:00:00Z" };
  runGit(folder, ["commit", "--quiet", "--all", "--message=this one"], "", day);
  const committed = await saidIn(folder, storage, options);
  assert.deepEqual(
    committed.filter((file) => !isKept(file)).map(([file]) => file),
    ["a/one.training.yaml"],
  );
  const session = new EditorSession(folder);
  try {
    await session.begin(storage, options);
    const uri = pathToFileURL(path.join(folder, "company.training.yaml")).href;
    await session.client.open(uri, CATALOG);
    await session.client.change(uri, 2, [{ text: CATALOG.replace("  priya-nair:", "  priya-nairx:") }]);
    await session.askUntil("priya-nairx");
    assert.ok(JSON.stringify(session.all).includes("priya-nairx"));
    assert.equal(isMoved(session.all), true);
  } finally {
    session.client.kill();
  }
});
