import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { workspaceCorpus } from "../corpus/corpora.mjs";
import { writeCorpus } from "../corpus/write-corpus.mjs";
import { LanguageClient } from "../language-client.mjs";
import { ourCommands } from "../ours.mjs";

const SHARED = "company.training.yaml";
const OPEN = [SHARED, "part-01/program-00001.training.yaml", "part-02/program-00002.training.yaml"];
const WHAT = ["start", "start-again", "memory", "edit-open", "edit-all"];

/** How long a server has for keeping what it found out, in milliseconds. */
const KEEPING = 60_000;

/** A folder of many programs: start to all diagnostics, the first time and again, memory, and an edit that concerns all. */
export async function measureWorkspace({ samples, build, plan, tell, profiles, isLate }) {
  const { programs, rounds, edits, patience } = plan.workspace;
  const corpus = writeCorpus(path.join(build, `workspace-${programs}`), () => workspaceCorpus(programs));
  const name = (what) => `ours/workspace/${what}`;
  for (let round = 0; round < rounds; round++) {
    if (isLate()) return samples.skipAll(WHAT.map(name));
    tell(`workspace: ${programs} programs, round ${round + 1} of ${rounds}`);
    const storage = mkdtempSync(path.join(os.tmpdir(), "training-spec-bench-"));
    const { server } = ourCommands(profiles);
    const kept = { ...server, options: { ...server.options, storage } };
    const add = (what, number) => samples.add(name(what), number);
    try {
      await firstLife(corpus, kept, { edits, patience, storage }, add);
      await secondLife(corpus, kept, { patience }, add);
    } catch (error) {
      for (const what of WHAT) if (!samples.numbers.has(name(what))) samples.refuse(name(what), error.message);
      return;
    } finally {
      rmSync(storage, { recursive: true, force: true });
    }
  }
}

async function firstLife({ folder, planted }, server, { edits, patience, storage }, add) {
  const client = new LanguageClient({ ...server, patience });
  const uriOf = uriIn(folder);
  const text = readFileSync(path.join(folder, SHARED), "utf8");
  try {
    const all = await started(client, server, folder, planted);
    add("start", performance.now() - client.started);
    await untilKept(storage);
    if (client.memory !== undefined) add("memory", client.memory);
    for (let edit = 0; edit < edits; edit++) {
      // The id of a person whom every program names: each gets an error, and loses it again.
      for (const broken of [true, false]) await changePerson(client, uriOf, text, broken, all, add);
    }
  } finally {
    await client.stop();
  }
}

/** What was found out is kept in `server.options.storage`. A server that says less than the first one did is refused. */
async function secondLife({ folder, planted }, server, { patience }, add) {
  const client = new LanguageClient({ ...server, patience });
  try {
    await started(client, server, folder, planted);
    add("start-again", performance.now() - client.started);
  } finally {
    await client.stop();
  }
}

/** Opens some files, and asks for the diagnostics of all others until each planted mistake is among them. */
async function started(client, server, folder, planted) {
  const uriOf = uriIn(folder);
  await client.initialize(pathToFileURL(folder).href, server.options);
  for (const file of OPEN) client.open(uriOf(file), server.language, readFileSync(path.join(folder, file), "utf8"));
  const all = new AllDiagnostics(client, OPEN.map(uriOf));
  const mistaken = [...planted.keys()].filter((file) => !OPEN.includes(file)).map(uriOf);
  await all.until(() => mistaken.every((uri) => all.hasError(uri)));
  return all;
}

function uriIn(folder) {
  return (file) => pathToFileURL(path.join(folder, file)).href;
}

async function untilKept(storage) {
  const end = performance.now() + KEEPING;
  while (!readdirSync(storage).some((file) => file.endsWith(".findings"))) {
    if (performance.now() > end) throw new Error(`nothing was kept within ${KEEPING / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function changePerson(client, uriOf, text, broken, all, add) {
  const line = text.split("\n").findIndex((each) => each.startsWith("  priya-nair:"));
  const at = (character) => ({ line, character });
  const isFresh = (items) =>
    items.some(({ severity, message }) => severity === 1 && message.includes("priya")) === broken;
  const began = performance.now();
  client.change(uriOf(SHARED), { start: at(4), end: at(broken ? 4 : 5) }, broken ? "x" : "");
  for (const file of OPEN.slice(1)) await client.diagnostics(uriOf(file), isFresh);
  add("edit-open", performance.now() - began);
  await all.until(() => all.closedPrograms.every((uri) => isFresh(all.of(uri))));
  add("edit-all", performance.now() - began);
}

/** What the client knows of all files that are not open, kept up to date by asking again, as VS Code does. */
class AllDiagnostics {
  #known = new Map();

  constructor(client, open) {
    this.client = client;
    this.open = new Set(open);
  }

  of(uri) {
    return this.#known.get(uri)?.items ?? [];
  }

  hasError(uri) {
    return this.of(uri).some(({ severity }) => severity === 1);
  }

  /** Programs that something was said about, at any time. */
  get closedPrograms() {
    return [...this.#known.keys()].filter((uri) => uri.includes("/program-") && !this.open.has(uri));
  }

  async until(isDone) {
    while (!isDone()) {
      const previousResultIds = [...this.#known].map(([uri, { value }]) => ({ uri, value }));
      const { items } = await this.client.request("workspace/diagnostic", { previousResultIds });
      for (const { kind, uri, resultId, items: found } of items)
        if (kind === "full") this.#known.set(uri, { value: resultId, items: found });
    }
  }
}
