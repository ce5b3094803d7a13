/** Numbers that look random and are the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }
}

type Texts = readonly [string, ...string[]];

/** Some lines of one of the texts, changed in up to four places. */
export function mutant(texts: Texts, random: Random): string {
  let text = random.chance(97) ? someLines(texts, random) : random.pick(texts);
  for (let changes = random.below(5); changes > 0; changes--) {
    text = random.chance(60) ? changeSigns(text, random) : changeLines(text, texts, random);
  }
  if (random.chance(8)) text = text.replace(/\r?\n/g, "\r\n");
  return text;
}

/** Up to 25 lines, mostly moved to the first column. */
function someLines(texts: Texts, random: Random): string {
  const lines = random.pick(texts).split("\n");
  const start = random.below(lines.length);
  const part = lines.slice(start, start + 1 + random.below(25));
  if (random.chance(80)) {
    const least = Math.min(...part.filter((line) => line.trim() !== "").map(indentationOf), 80);
    for (const [at, line] of part.entries()) part[at] = line.slice(Math.min(least, indentationOf(line)));
  }
  return part.join("\n") + (random.chance(80) ? "\n" : "");
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

function changeSigns(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + 1 + random.below(random.chance(50) ? 2 : 8));
  const before = text.slice(0, start);
  const here = text.slice(start, end);
  const behind = text.slice(end);
  switch (random.below(5)) {
    case 0:
      return before + behind;
    case 1:
      return before + here + here + behind;
    case 2:
      return before + [...here].reverse().join("") + behind;
    case 3:
      return before + random.pick(SIGNS) + behind;
    default:
      return before + random.pick(SIGNS) + here + behind;
  }
}

function changeLines(text: string, texts: Texts, random: Random): string {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  const line = lines[at] ?? "";
  const colon = line.search(/: |:$/);
  switch (random.below(9)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2:
      lines.splice(at, 2, lines[at + 1] ?? "", line);
      break;
    case 3:
      lines.splice(at, 0, ...someLines(texts, random).split("\n").slice(0, 4));
      break;
    case 4:
      for (let to = at; to < lines.length && to <= at + random.below(4); to++) {
        lines[to] = random.chance(50) ? " ".repeat(1 + random.below(3)) + lines[to] : (lines[to] ?? "").slice(1);
      }
      break;
    case 5:
      lines.splice(at, 0, " ".repeat(random.below(9)) + random.pick(WHOLE_LINES));
      break;
    case 6:
      lines[at] = line + (random.chance(50) ? " " : "") + random.pick(SIGNS);
      break;
    default:
      lines[at] = (colon < 0 ? line : line.slice(0, colon + 2)) + random.pick(VALUES);
  }
  return lines.join("\n");
}

// biome-ignore format: a table
const SIGNS = [
  '"', "'", ":", ": ", " ", "  ", "\n", "\n", "\n  ", "\n\n", "\r\n", "\r", "\t", "#", " # ", "-", "- ", "- - ", "[", "]",
  "{", "}", ", ", ",", "|", ">", "&a ", "*a", "!!str ", "? ", "\\", "\\n", "\\x41", "---\n", "...\n", "%", "<<: ", "0", ".",
  "é", "😀", "\ufeff", "\u0085", "\u2028", "\u00a0", "@", "`", "=", "~", "a: 1\n", "''", '""', "\u0000", "\ud800",
] as const;

// biome-ignore format: a table
const WHOLE_LINES = [
  "", "", "# note", "#", "#note", "- ", "-", "- a", "key:", "key: value", "key: # note", "more text", "- - a", "- key: 1", "...",
  "---", "'quoted'", "? a", ": b", "|", "text: |", "text: >-", "]", "}", "- |", "- # note", "- >+", "], [", "}, {", "a,", "b: 1, c", "key: [", "key: { # note",
] as const;

// biome-ignore format: a table
const VALUES = [
  "0", "-0", "+1", "007", "1.", ".5", "-.5", "1e3", "1E+03", "1e", "1.5.2", "0x1F", "0o17", "0o8", "0x", "-0x1", "12345678901234567890", "1_000",
  "123456789.123456789123", ".inf", "-.INF", "+.Inf", ".nan", ".NAN", "+.nan", "~", "null", "Null", "nULL", "true", "TRUE", "False", "yes", "on",
  "2027-02-01", "12:30:45", "", " ", "# note", "a # b", "a#b", "'it''s'", "''", '""', '"a\\tb"', '"\\u00e9\\U0001F600"', '"\\q"', '"\\x4"',
  '"a: b"', "|", ">", "|-", ">-", "|+", ">+", "|2", ">1-", "|-2", "|0", "| # note", "|x", "[]", "{}", "[a, b]", "[a, ]", "[a b, 'c', \"d\"]",
  "{ a: 1, b }", "{a: , b: }", "{a:1}", '{"a":1}', "{ a: [1, {b: 2}], c: 'd' }", "[a: b]", "[, a]", "{a: 1 b: 2}", "[[a], []]", "{ a: b: c }",
  "[", "{", "[a,", "{ a: 1,", "a, b", "a]", "-a", "- a", "?a", ":a", "%a", "@a", "a:", "a:b", "a: b", "&a b", "*a", "!t b", "'open", '"open', "[open", "{open: 1", "a  b   ",
] as const;
