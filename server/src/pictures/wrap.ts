import { textWidth } from "./text-width.ts";

export interface Wrapping {
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  /** What does not fit into so many lines is cut off, with an ellipsis. */
  readonly lines: number;
}

/** The lines of a text. A word that is too long is broken; what a reader sees as one character never is. */
export function wrap(text: string, { width, size, bold, lines }: Wrapping): readonly string[] {
  const fits = (line: string) => textWidth(line, size, bold) <= width;
  const done: string[] = [];
  let line = "";
  // No line holds more characters than that; a novel in a field is not measured to its end.
  const words = text.slice(0, lines * width).split(/[ \u3000]+/);
  for (const word of words.filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") done.push(line);
    line = word;
    while (!fits(line) && done.length <= lines) {
      const head = headThatFits(line, fits);
      done.push(head);
      line = line.slice(head.length);
    }
    if (done.length > lines) break;
  }
  if (line !== "") done.push(line);
  if (done.length <= lines) return done;
  return [...done.slice(0, lines - 1), shorten(`${done[lines - 1]} ${done[lines]}`, fits)];
}

function headThatFits(word: string, fits: (text: string) => boolean): string {
  let head = "";
  for (const letter of lettersOf(word)) {
    if (head !== "" && !fits(head + letter)) break;
    head += letter;
  }
  return head;
}

function shorten(text: string, fits: (text: string) => boolean): string {
  const letters = lettersOf(text);
  let kept = "";
  for (const letter of letters) {
    if (!fits(`${kept}${letter}…`)) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** What a reader sees as one character. */
function lettersOf(text: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [...text];
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
