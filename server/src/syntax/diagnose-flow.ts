import type { YAMLError } from "yaml";
import { code, say } from "../base/message.ts";
import { colonIn, quoting, textAfterQuote, unclosedQuote, unquotedText } from "./diagnose-text.ts";
import type { Slip } from "./slip.ts";
import { closingQuote, endOfPlain, indentationOf, lineAround, lineEnd, skipBlanks, trimmedEnd } from "./text-line.ts";

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** What is wrong with `{ … }` or `[ … ]` that starts at `start` and cannot be read. */
export function diagnoseFlow(text: string, start: number, limit: number, error: YAMLError): Slip | undefined {
  const open: number[] = [];
  let item = start;
  for (let at = start; at < limit; at++) {
    const unit = text[at] ?? "";
    if (/\s/.test(unit)) continue;
    if (unit === "#" && /\s/.test(text[at - 1] ?? "")) {
      at = lineEnd(text, at) - 1;
    } else if (unit === "{" || unit === "[") {
      open.push(at);
      item = at + 1;
    } else if (unit === "}" || unit === "]") {
      const opening = open.pop();
      if (opening === undefined || CLOSING[text[opening] ?? ""] !== unit) return mismatch(text, opening ?? start, at);
      if (open.length === 0) return behindFlow(text, start, at + 1, limit, error);
      item = at + 1;
    } else if (unit === ",") item = at + 1;
    else {
      const found = inItem(text, item, at, limit);
      if (typeof found !== "number") return found;
      at = found - 1;
    }
  }
  return unclosed(text, open[0] ?? start, open, limit);
}

/** What is wrong with one value or key inside brackets that starts at `at`; or where to go on. */
function inItem(text: string, item: number, at: number, limit: number): Slip | number {
  const mark = text[at] ?? "";
  if (mark === '"' || mark === "'") {
    const closing = closingQuote(text, at + 1, mark, limit);
    const line = Math.min(lineEnd(text, at), limit);
    if (closing === undefined || closing > line) return unclosedQuote(text, at, endOfItem(text, at, line));
    const next = skipBlanks(text, closing + 1, limit);
    if (next >= line || /[,\]}:\r\n#]/.test(text[next] ?? "")) return text[next] === ":" ? next + 1 : closing + 1;
    if (/^(?:["']|[a-z][a-z0-9-]*:\s)/.test(text.slice(next, next + 60))) return missingComma(text, closing + 1, next);
    return textAfterQuote(text, at, closing, endOfItem(text, closing + 1, line)) ?? closing + 1;
  }
  const end = endOfItem(text, at, limit);
  if (mark !== "" && "%@`|>".includes(mark)) return unquotedText(text, at, end);
  if (mark === ":" || mark === "?") return at + 1;
  const colon = colonIn(text, at, end);
  if (colon === undefined) return end;
  if (colonIn(text, item, at) === undefined) return colon + 1;
  const gap = /^[-+\d.%]+[ \t]+(?=[a-z][a-z0-9-]*:)/.exec(text.slice(at, end));
  if (gap) return missingComma(text, at + gap[0].trimEnd().length, at + gap[0].length);
  const above = text.slice(item, at).trimEnd();
  if (!above.endsWith(":") && text.slice(item + above.length, at).includes("\n"))
    return missingComma(text, item + above.length, at);
  const perhapsKey = /^\S+[ \t]+[a-z][a-z0-9-]*:/.test(text.slice(at, end));
  return {
    rule: "unquoted-colon",
    start: at,
    end,
    message: say`This text has a colon in it, so YAML takes the words before the colon for a key.`,
    help: perhapsKey
      ? say`Put the text in quotes. If another key starts in it, put a comma before that key.`
      : say`Put the text in quotes.`,
    fix: { ...quoting(text, at, end), safe: !perhapsKey },
  };
}

function endOfItem(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !/[,[\]{}\r\n]/.test(text[at] ?? "")) at++;
  return Math.max(from + 1, Math.min(endOfPlain(text, from, at), limit));
}

function missingComma(text: string, start: number, next: number): Slip {
  return {
    rule: "unreadable-yaml",
    start: Math.max(0, start - 1),
    end: Math.min(next + 1, lineEnd(text, start)),
    message: say`A comma is missing between two values.`,
    help: say`Inside brackets a comma stands between one value and the next.`,
    fix: { title: say`Insert a comma`, safe: true, edits: [{ start, end: start, text: "," }] },
  };
}

function mismatch(text: string, opening: number, at: number): Slip {
  const bracket = text[opening] ?? "{";
  const closing = CLOSING[bracket] ?? "}";
  return {
    ...unclosedAt(bracket, opening),
    fix: { title: say`Insert ${code(closing)}`, safe: false, edits: [{ start: at, end: at, text: closing }] },
  };
}

function unclosed(text: string, start: number, open: readonly number[], limit: number): Slip {
  const bracket = text[start] ?? "{";
  const closing = [...open].reverse().map((at) => CLOSING[text[at] ?? ""] ?? "");
  const line = lineAround(text, limit);
  const end = endOfPlain(text, Math.max(start, line.start), limit);
  const space = bracket === "{" && text[start + 1] === " " ? " " : "";
  return {
    ...unclosedAt(bracket, start),
    fix: {
      title: say`Insert ${code(closing.join(""))} at the end`,
      safe: false,
      edits: [{ start: end, end, text: space + closing.join("") }],
    },
  };
}

function unclosedAt(bracket: string, start: number): Slip {
  return {
    rule: "unclosed-bracket",
    start,
    end: start + 1,
    message: say`The bracket ${code(bracket)} that opens here is not closed.`,
    help: say`Put ${code(CLOSING[bracket] ?? "}")} where the values end, or quotes around the text if the bracket is part of it.`,
  };
}

/** The brackets are closed; more stands behind them, or a line inside is not far enough in. */
function behindFlow(text: string, start: number, end: number, limit: number, error: YAMLError): Slip | undefined {
  const line = Math.min(lineEnd(text, end), limit);
  const next = skipBlanks(text, end, line);
  const rest = text.slice(next, endOfPlain(text, next, line));
  if (next >= line || text[next] === "#") return error.code === "BAD_INDENT" ? tooShallow(text, start, end) : undefined;
  if (/^[\]},]+$/.test(rest)) {
    const [first = ""] = rest;
    return {
      rule: "unreadable-yaml",
      start: next,
      end: next + rest.length,
      message: say`Nothing is left open here that ${code(first)} could close.`,
      help: say`Remove it.`,
      fix: { title: say`Remove ${code(rest)}`, safe: true, edits: [{ start: end, end: next + rest.length, text: "" }] },
    };
  }
  const stop = endOfPlain(text, start, line);
  return {
    rule: "unquoted-text",
    start,
    end: stop,
    message: say`Text that starts with ${code(text.slice(start, start + 1))} needs quotes.`,
    help: say`At the start of a text a bracket opens a list or a group of keys, and here it ends before the text does.`,
    ...(text.slice(start, end).includes("\n") ? {} : { fix: quoting(text, start, stop) }),
  };
}

/** Lines inside brackets that start no further in than the key they belong to. */
function tooShallow(text: string, start: number, end: number): Slip | undefined {
  const first = lineAround(text, start);
  const column = indentationOf(text, first.start, skipBlanks(text, first.start, first.end));
  const edits: { start: number; end: number; text: string }[] = [];
  let marked: { start: number; end: number } | undefined;
  for (let line = first.end + 1; line < end; line = lineEnd(text, line) + 1) {
    const content = skipBlanks(text, line, end);
    const own = indentationOf(text, line, content);
    if (content >= lineEnd(text, line) || own > column) continue;
    marked ??= { start: content, end: trimmedEnd(text, content, lineEnd(text, line)) };
    edits.push({ start: line, end: line, text: " ".repeat(column + 2 - own) });
  }
  return (
    marked && {
      rule: "wrong-indentation",
      ...marked,
      message: say`This line belongs to the bracket that opened above, and has to start further in than its key.`,
      help: say`Two spaces further in than the line with the key.`,
      fix: { title: say`Indent it`, safe: true, edits },
    }
  );
}
