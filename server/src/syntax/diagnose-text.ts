import { code, say } from "../base/message.ts";
import { quoted } from "./quote.ts";
import type { Slip, SlipFix } from "./slip.ts";
import { closingQuote, endOfPlain, lineEnd, skipBlanks, trimmedEnd } from "./text-line.ts";

const PUT_IN_QUOTES = say`Put the text in quotes`;

/** The fix that puts a stretch in quotes: it then reads as the text that stands there, without quotes around it. */
export function quoting(text: string, start: number, end: number, title = PUT_IN_QUOTES): SlipFix {
  const written = text
    .slice(start, end)
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
  return { title, safe: true, edits: [{ start, end, text: quoted(withoutOuterQuotes(written)) }] };
}

/** Text without the pair of quotes around it, straight or curly, if there is one. */
function withoutOuterQuotes(text: string): string {
  const pairs = ['""', "''", "“”", "„“", "«»", "‘’", '“"', '"”'];
  const around =
    text.length > 2 && pairs.some((pair) => text.startsWith(pair.charAt(0)) && text.endsWith(pair.charAt(1)));
  if (!around) return text;
  const inner = text.slice(1, -1);
  return text.startsWith("'")
    ? inner.replaceAll("''", "'")
    : text.startsWith('"')
      ? inner.replace(/\\(["\\])/g, "$1")
      : inner;
}

/** `problem: Agents say: no`: a second colon makes YAML look for a key in the middle of the sentence. */
export function unquotedColon(text: string, value: number, limit: number): Slip | undefined {
  const line = lineEnd(text, value);
  const end = endOfText(text, value, limit);
  const colon = colonIn(text, value, end ?? Math.min(line, limit));
  if (colon === undefined) return undefined;
  const stop = end ?? endOfPlain(text, value, line);
  const opening = { "}": "{", "]": "[" }[text[stop - 1] ?? ""];
  if (opening && !text.slice(value, stop).includes(opening)) return missingOpening(value, stop, opening);
  return {
    rule: "unquoted-colon",
    start: value,
    end: Math.min(stop, trimmedEnd(text, value, line)),
    message: say`This text has a colon in it, so YAML takes the words before the colon for a key.`,
    help: say`Put the text in quotes.`,
    ...(end === undefined ? {} : { fix: quoting(text, value, end) }),
  };
}

/** `target: value: 73 }`: a bracket is closed and was not opened. */
function missingOpening(start: number, end: number, opening: string): Slip {
  return {
    rule: "unreadable-yaml",
    start,
    end,
    message: say`A bracket closes at the end of this value, and none opens before it.`,
    help: say`Put ${code(opening)} in front, or the text in quotes if the bracket is part of it.`,
    fix: {
      title: say`Insert ${code(opening)}`,
      safe: false,
      edits: [{ start, end: start, text: opening === "{" ? "{ " : opening }],
    },
  };
}

/** Where a text of one or more lines ends; undefined where a comment stands in its midst. */
function endOfText(text: string, start: number, limit: number): number | undefined {
  let end = start;
  for (let line = start; line < limit; line = lineEnd(text, line) + (text[lineEnd(text, line)] === "\r" ? 2 : 1)) {
    const content = skipBlanks(text, line, limit);
    const stop = Math.min(lineEnd(text, line), limit);
    if (content >= stop) continue;
    if (text[content] === "#" && line !== start) return onlyComments(text, content, limit) ? end : undefined;
    end = endOfPlain(text, content, stop);
    if (end < trimmedEnd(text, content, stop)) return onlyComments(text, stop, limit) ? end : undefined;
  }
  return end;
}

function onlyComments(text: string, from: number, limit: number): boolean {
  return text
    .slice(from, limit)
    .split("\n")
    .every((line) => /^\s*(#|$)/.test(line));
}

/** A colon that YAML would take for the end of a key. */
export function colonIn(text: string, start: number, end: number): number | undefined {
  for (let at = text.indexOf(":", start); at >= 0 && at < end; at = text.indexOf(":", at + 1)) {
    if (at + 1 >= end || /\s/.test(text[at + 1] ?? " ")) return at;
  }
  return undefined;
}

/** `%`, `@`, `` ` `` and `*` mean something to YAML at the start of a value. */
export function unquotedText(text: string, value: number, line: number): Slip {
  const end = endOfPlain(text, value, line);
  return {
    rule: "unquoted-text",
    start: value,
    end,
    message:
      text[value] === "`"
        ? say`Text that starts with a backtick needs quotes.`
        : say`Text that starts with ${code(text.slice(value, value + 1))} needs quotes.`,
    help: say`At the start of a text the sign means something else to YAML.`,
    fix: quoting(text, value, end),
  };
}

/** `target: > 5 %`: at the start of a value `>` and `|` announce lines of text below. */
export function badBlockText(text: string, value: number, line: number): Slip | undefined {
  const end = endOfPlain(text, value, line);
  return /^[|>][-+0-9]*$/.test(text.slice(value, end)) ? undefined : unquotedText(text, value, line);
}

/** `says: "No" is common`: the value ends at the second quote, and more text follows. */
export function textAfterQuote(text: string, value: number, closing: number, line: number): Slip | undefined {
  const after = skipBlanks(text, closing + 1, line);
  if (after >= line || (text[after] === "#" && after > closing + 1)) return undefined;
  const end = endOfPlain(text, closing + 1, line);
  return {
    rule: "unquoted-text",
    start: value,
    end,
    message: say`The text ends at its second quote, and more stands behind it.`,
    help: say`Put quotes around the whole text. Quotes inside it are then of the other kind, or doubled.`,
    fix: quoting(text, value, end, say`Put the whole text in quotes`),
  };
}

export function unclosedQuote(text: string, value: number, line: number): Slip {
  const mark = text[value] ?? '"';
  const end = trimmedEnd(text, value, line);
  const written = text.slice(value + 1, end);
  const apostrophe = mark === "'" && written !== "" && closingQuote(text, value + 1, mark, end) === undefined;
  return {
    rule: "unclosed-quote",
    start: value,
    end,
    message: say`The quote that opens here is not closed.`,
    help: apostrophe
      ? say`Put ${code(mark)} at the end of the text too. If the sign is an apostrophe, put the whole text in double quotes.`
      : say`Put ${code(mark)} at the end of the text too.`,
    fix: {
      title: say`Close the quote at the end of the line`,
      safe: false,
      edits: [{ start: endOfPlain(text, value, line), end: endOfPlain(text, value, line), text: mark }],
    },
  };
}

/** `"C:\Users"`: in double quotes a backslash starts a sign of its own. */
export function badEscape(text: string, value: number, at: number): Slip | undefined {
  const closing = closingQuote(text, value + 1, '"', text.length);
  const end = closing === undefined ? lineEnd(text, value) : closing + 1;
  const inner = text.slice(value + 1, end - 1);
  return {
    rule: "unquoted-text",
    start: Math.max(value, Math.min(at, end - 1)),
    end: Math.min(Math.max(value, at) + 2, end),
    message: say`In double quotes a backslash starts a special sign, and ${code(text.slice(at, at + 2))} is none.`,
    help: say`In single quotes a backslash is only a backslash.`,
    ...(closing === undefined || /["\n]/.test(inner)
      ? {}
      : {
          fix: {
            title: say`Change to single quotes`,
            safe: true,
            edits: [{ start: value, end, text: `'${inner.replaceAll("'", "''")}'` }],
          },
        }),
  };
}

/** `moves: - save-rate`: a list with dashes starts on a line of its own. */
export function listBesideKey(text: string, value: number, limit: number): Slip {
  const line = Math.min(lineEnd(text, value), limit);
  const end = endOfPlain(text, value, line);
  const item = skipBlanks(text, value + 1, line);
  const alone = line >= limit && !/[,[\]{}:"'#]/.test(text.slice(item, end)) && item < end;
  const edits = [
    { start: value, end: item, text: "[" },
    { start: end, end, text: "]" },
  ];
  return {
    rule: "unreadable-yaml",
    start: value,
    end,
    message: say`A list with dashes cannot start on the line of its key.`,
    help: say`Put each dash on a line of its own below the key, or the whole list in brackets: ${code("[a, b]")}.`,
    ...(alone ? { fix: { title: say`Put it in brackets`, safe: true, edits } } : {}),
  };
}
