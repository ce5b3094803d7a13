import { performance } from "node:perf_hooks";
import { LanguageClient } from "./language-client.mjs";

/**
 * One life of a language server over one file: it starts, the file is opened with a planted mistake, the mistake is
 * repaired and made again letter by letter at several places, words are completed and explained. Milliseconds and
 * megabytes; throws where an answer does not hold the planted mistake, so that no stale or empty answer is counted.
 */
export async function editingSession(server, { folder, uri, text, edits }) {
  const client = new LanguageClient(server);
  const samples = { start: [], keystroke: [], completion: [], hover: [], memory: [] };
  const places = placesIn(text);
  try {
    const first = places[1];
    await client.initialize(folder, server.options);
    client.open(uri, server.language, insert(text, first.offset));
    await client.diagnostics(uri, hasMistakeOn(first.line));
    samples.start.push(performance.now() - client.started);
    // Some servers answer once before their configuration has arrived.
    await new Promise((resolve) => setTimeout(resolve, server.settles ?? 200));
    await toggle(client, uri, first, false);
    for (let round = -2; round < edits; round++) {
      const place = places[Math.abs(round) % places.length];
      for (const broken of [true, false]) {
        const took = await toggle(client, uri, place, broken);
        if (round >= 0) samples.keystroke.push(took);
      }
      const asked = await ask(client, uri, place);
      if (round < 0) continue;
      samples.completion.push(asked.completion);
      samples.hover.push(asked.hover);
    }
    if (client.memory !== undefined) samples.memory.push(client.memory);
  } finally {
    await client.stop();
  }
  return samples;
}

/** Where letters are typed: after a direction, in the first, middle and last third of the file. */
function placesIn(text) {
  const found = [...text.matchAll(/\bdirection: (higher|lower)\b/g)];
  return [1, 3, 5].map((sixth) => {
    const match = found[Math.floor((sixth / 6) * found.length)];
    const offset = match.index + match[0].length;
    const line = text.slice(0, offset).split("\n").length - 1;
    const start = offset - text.lastIndexOf("\n", offset - 1) - 1;
    return { offset, line, character: start, key: start - match[0].length + 3 };
  });
}

async function toggle(client, uri, { line, character }, broken) {
  const start = { line, character };
  const began = performance.now();
  client.change(uri, { start, end: broken ? start : { line, character: character + 1 } }, broken ? "x" : "");
  const has = hasMistakeOn(line);
  await client.diagnostics(uri, (diagnostics) => has(diagnostics) === broken);
  return performance.now() - began;
}

function hasMistakeOn(line) {
  return (diagnostics) => diagnostics.some(({ range, severity }) => range.start.line === line && severity === 1);
}

async function ask(client, uri, { line, character, key }) {
  const textDocument = { uri };
  const began = performance.now();
  const hover = await client.request("textDocument/hover", { textDocument, position: { line, character: key } });
  const hovered = performance.now();
  const position = { line, character: character - 1 };
  const list = await client.request("textDocument/completion", { textDocument, position, context: { triggerKind: 1 } });
  const completed = performance.now();
  if (!hover?.contents) throw new Error("The hover is empty.");
  const labels = (list?.items ?? list ?? []).map(({ label }) => label);
  if (!labels.some((label) => label.includes("lower"))) throw new Error("The completion does not offer `lower`.");
  return { hover: hovered - began, completion: completed - hovered };
}

function insert(text, offset) {
  return `${text.slice(0, offset)}x${text.slice(offset)}`;
}
