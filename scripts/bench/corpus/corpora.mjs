import { catalogText } from "./catalog-text.mjs";
import { MISTAKE_KINDS, plantError } from "./plant-error.mjs";
import { programText } from "./program-text.mjs";
import { randomFrom } from "./random.mjs";

const SEED = 1;
const TEAM = 100;
const AREAS = 10;
const LINES = 150;

/** One program of so many lines. */
export function sizeCorpus(lines) {
  return { files: [file("program.training.yaml", programText(SEED * 7919 + lines, lines, { id: `size-${lines}` }))] };
}

/**
 * So many programs of 150 lines, in teams of a hundred that share a catalog; every twentieth has one mistake.
 * `planted`: file → the line of its mistake.
 */
export function filesCorpus(count) {
  const files = [];
  const planted = new Map();
  for (let index = 0; index < count; index++) {
    const team = `team-${padded(Math.floor(index / TEAM), 3)}`;
    if (index % TEAM === 0) files.push(file(`${team}/company.training.yaml`, catalogText(team, AREAS)));
    const id = `program-${padded(index, 5)}`;
    const path = `${team}/${id}.training.yaml`;
    const seed = SEED * 1_000_003 + index;
    const random = randomFrom(seed);
    let text = programText(seed, LINES, { id, catalog: "company.training.yaml", area: random.between(1, AREAS) });
    if (index % 20 === 0) {
      const kind = MISTAKE_KINDS[(index / 20) % MISTAKE_KINDS.length];
      const mistake = plantError(text, kind, random);
      text = mistake.text;
      planted.set(path, mistake.line);
    }
    files.push(file(path, text));
  }
  return { files, planted };
}

/** 5,000 programs (or another number) and 20 catalogs, one of which all programs use; every twentieth has a mistake. */
export function workspaceCorpus(programs, catalogs = 20) {
  const parts = catalogs - 1;
  const shared = "../company.training.yaml";
  const files = [file("company.training.yaml", catalogText("company", 0))];
  const planted = new Map();
  const each = Math.ceil(programs / parts);
  for (let part = 0; part < parts; part++) {
    const folder = `part-${padded(part, 2)}`;
    const areas = Math.ceil(each / 10);
    files.push(file(`${folder}/catalog.training.yaml`, catalogText(folder, areas, { catalog: shared })));
  }
  for (let index = 0; index < programs; index++) {
    const id = `program-${padded(index, 5)}`;
    const path = `part-${padded(index % parts, 2)}/${id}.training.yaml`;
    const seed = SEED * 2_000_003 + index;
    const random = randomFrom(seed);
    const area = random.between(1, Math.ceil(each / 10));
    let text = programText(seed, LINES, { id, catalog: `${shared}, catalog.training.yaml`, area });
    if (index % 20 === 0) {
      const mistake = plantError(text, MISTAKE_KINDS[(index / 20) % MISTAKE_KINDS.length], random);
      text = mistake.text;
      planted.set(path, mistake.line);
    }
    files.push(file(path, text));
  }
  return { files, planted };
}

function file(path, text) {
  return { path, text };
}

function padded(number, digits) {
  return String(number).padStart(digits, "0");
}
