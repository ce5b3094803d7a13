import type { Stretch } from "../base/span.ts";

/** `key: …` and all lines that belong to it, found by indentation alone. */
export interface TextEntry extends Stretch {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** The lines below the key, where nothing but a comment stands beside it. */
  readonly body: Stretch | undefined;
}

const KEY = /^(?:"([^"\\\n]*)"|'([^'\n]*)'|([^\s#"'&*!|>%@`{}[\],?:-][^\n]*?))[ \t]*:(?=[ \t]|$)/;

/** The entries of a block map by the indentation of its first key. None where the text does not look like one. */
export function cutIntoEntries(text: string, within: Stretch): TextEntry[] {
  const starts: { line: number; key: string; keyStart: number; keyEnd: number; rest: string; next: number }[] = [];
  let indentation = -1;
  let plainPreamble = true;
  for (let line = within.start; line < within.end; ) {
    const next = lineAfter(text, line, within.end);
    const content = text.slice(line, next).replace(/[\r\n]+$/, "");
    const stripped = content.trimStart();
    const column = content.length - stripped.length;
    const blank = stripped === "" || stripped.startsWith("#");
    if (!blank && (indentation < 0 || column === indentation)) {
      const match = KEY.exec(stripped);
      if (match) {
        indentation = column;
        const key = match[1] ?? match[2] ?? match[3] ?? "";
        const keyStart = line + column;
        const rest = stripped.slice(match[0].length);
        starts.push({ line, key, keyStart, keyEnd: keyStart + match[0].trimEnd().length - 1, rest, next });
      }
    }
    if (!blank && starts.length === 0 && !stripped.startsWith("---")) plainPreamble = false;
    line = next;
  }
  return starts.map((at, index) => {
    const end = starts[index + 1]?.line ?? within.end;
    const start = index === 0 && plainPreamble ? within.start : at.line;
    const body = /^\s*(#.*)?$/.test(at.rest) ? { start: at.next, end } : undefined;
    return { key: at.key, keyStart: at.keyStart, keyEnd: trimmedEnd(text, at.keyStart, at.keyEnd), start, end, body };
  });
}

function lineAfter(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) return at + 1;
  }
  return end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}
