import type { Random } from "./mutate.ts";

const SIGNS = [
  "a",
  " ",
  "\n",
  "  ",
  ":",
  "- ",
  "#",
  '"',
  "'",
  "[",
  "]",
  "{",
  "}",
  ",",
  "1",
  "\t",
  "|",
  "\r\n",
  "é",
  "😀",
] as const;

/**
 * The texts that a file becomes while somebody works on it: letters typed and taken away, words that become others, lines added, doubled, moved and
 * deleted, stretches copied, pasted over others and cut out, and about every third change taken back.
 */
export function* typing(text: string, count: number, random: Random): Iterable<string> {
  const undo: string[] = [];
  let now = text;
  for (let edits = 0; edits < count; edits++) {
    const last = undo.at(-1);
    if (last !== undefined && (undo.length > 4 || random.chance(45))) {
      undo.pop();
      now = last;
    } else {
      undo.push(now);
      now = change(now, random);
    }
    yield now;
  }
}

function change(text: string, random: Random): string {
  if (random.chance(15)) return changeWord(text, random);
  if (random.chance(60)) return changeLetters(text, random);
  return random.chance(75) ? changeLine(text, random) : pasteStretch(text, random);
}

/** What was copied anywhere in the text, or nothing, takes the place of what is selected elsewhere, or of nothing. */
function pasteStretch(text: string, random: Random): string {
  const copiedFrom = random.below(text.length + 1);
  const copied = random.chance(25) ? "" : text.slice(copiedFrom, copiedFrom + random.below(400));
  const at = random.below(text.length + 1);
  const selected = random.chance(50) ? 0 : random.below(200);
  return text.slice(0, at) + copied + text.slice(at + selected);
}

/** A name, a choice or a unit becomes another one that the text knows. */
function changeWord(text: string, random: Random): string {
  const words = [...text.matchAll(/[a-z][a-z0-9-]+/g)];
  const [word, other] = [words[random.below(words.length)], words[random.below(words.length)]];
  if (!word || !other) return text;
  return text.slice(0, word.index) + other[0] + text.slice(word.index + word[0].length);
}

function changeLetters(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = random.chance(60) ? 0 : 1 + random.below(3);
  const typed = random.chance(35) ? "" : random.pick(SIGNS);
  return text.slice(0, at) + typed + text.slice(at + length);
}

function changeLine(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  const line = lines[at] ?? "";
  switch (random.below(6)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2:
      lines.splice(at, 0, `${/^ */.exec(line)?.[0] ?? ""}new-${random.below(9)}: ${random.below(99)}`);
      break;
    case 3:
      lines[at] = `  ${line}`;
      break;
    case 4:
      lines[at] = line.replace(/^ {2}/, "");
      break;
    default:
      lines.splice(random.below(lines.length), 0, ...lines.splice(at, 1 + random.below(3)));
  }
  return lines.join("\n");
}
