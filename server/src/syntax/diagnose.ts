import type { YAMLError } from "yaml";
import { code, say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import { diagnoseFlow } from "./diagnose-flow.ts";
import {
  badBlockText,
  badEscape,
  listBesideKey,
  textAfterQuote,
  unclosedQuote,
  unquotedColon,
  unquotedText,
} from "./diagnose-text.ts";
import type { Slip } from "./slip.ts";
import type { Source } from "./source.ts";
import { closingQuote, indentationOf, lineAround, lineEnd, skipBlanks, trimmedEnd } from "./text-line.ts";

/**
 * What a person would say of the smallest part of a text that YAML cannot read: one entry, one item, or text without
 * either. Looks at the text first, because the parser complains where it noticed, and that is mostly too late.
 */
export function diagnose({ text, padding }: Source, error: YAMLError): Slip {
  const at = Math.min(Math.max(error.pos[0], 0), text.length);
  return tabIndentation(text, padding, error, at) ?? ofValue(text, error, at) ?? unreadable(text, at);
}

function ofValue(text: string, error: YAMLError, at: number): Slip | undefined {
  const value = valueIn(text);
  const limit = trimmedEnd(text, value, text.length);
  const line = lineEnd(text, value);
  const mark = text[value] ?? "";
  if (mark === '"' || mark === "'") {
    if (error.code === "BAD_DQ_ESCAPE") return badEscape(text, value, at);
    const closing = closingQuote(text, value + 1, mark, limit);
    if (closing === undefined || closing > line) return unclosedQuote(text, value, line);
    return closing + 1 < limit ? textAfterQuote(text, value, closing, line) : undefined;
  }
  if (mark === "{" || mark === "[") return diagnoseFlow(text, value, limit, error);
  if (mark === "|" || mark === ">") return badBlockText(text, value, line);
  if (mark === "-" && /[ \t]/.test(text[value + 1] ?? "")) return listBesideKey(text, value, limit);
  if ("%@`*&!?".includes(mark) && mark !== "") return unquotedText(text, value, line);
  return unquotedColon(text, value, limit) ?? undefined;
}

const START = /(?:-[ \t]+)*(?:("[^"\n]*"|'[^'\n]*'|[^\s"'{}[\]#&*!|>%@`:,?-][^:\n{}[\]"]{0,200}):[ \t]+)?/y;

/** Where the value starts that the part is about: behind its dash and its key. */
function valueIn(text: string): number {
  let content = 0;
  for (;;) {
    content = skipBlanks(text, content);
    const end = lineEnd(text, content);
    const skipped = content === end || text[content] === "#" || /^---(\s|$)/.test(text.slice(content, content + 4));
    if (!skipped || end >= text.length) break;
    content = text.indexOf("\n", end) + 1;
    if (content === 0) return text.length;
  }
  START.lastIndex = content;
  const match = START.exec(text);
  const key = match?.[1];
  if (key && /\s/.test(key) && !/^["']/.test(key))
    return content + (match[0].length - match[0].replace(/^(-[ \t]+)*/, "").length);
  return content + (match?.[0].length ?? 0);
}

function tabIndentation(text: string, padding: number, error: YAMLError, at: number): Slip | undefined {
  const { start, end } = lineAround(text, at);
  const content = skipBlanks(text, start, end);
  if (start < padding || !text.slice(start, content).includes("\t")) {
    return error.code === "TAB_AS_INDENT" ? tabInLine(text, at) : undefined;
  }
  const spaces = " ".repeat(indentationOf(text, start, content));
  return {
    ...tabs({ start, end: content }),
    fix: { title: say`Replace tabs with spaces`, safe: true, edits: [{ start, end: content, text: spaces }] },
  };
}

/** A line that starts with tabs. */
export function tabs(white: Stretch): Slip {
  return {
    rule: "tab-indentation",
    ...white,
    message: say`This line is indented with a tab, and YAML only takes spaces.`,
    help: say`Two spaces for each level. The key Tab types them where the editor is set to insert spaces.`,
  };
}

/** A tab behind a dash, where the keys of the item start. */
function tabInLine(text: string, at: number): Slip | undefined {
  const { start, end } = lineAround(text, at);
  const tab = text.slice(start, end).indexOf("\t");
  if (tab < 0) return undefined;
  const from = start + tab;
  const to = skipBlanks(text, from, end);
  return {
    rule: "tab-indentation",
    start: from,
    end: to,
    message: say`A tab stands here, and YAML only takes spaces.`,
    help: say`Put a space in its place.`,
    fix: { title: say`Replace the tab with a space`, safe: true, edits: [{ start: from, end: to, text: " " }] },
  };
}

function unreadable(text: string, at: number): Slip {
  const { start, end } = contentAround(text, at);
  return {
    rule: "unreadable-yaml",
    start: Math.max(start, Math.min(at, end)),
    end,
    message: say`This cannot be read as YAML from here on.`,
    help: say`Look for a quote, a bracket or a colon that is too many or missing in this line or the one above. Text with such signs goes in quotes; a key is written ${code("key: value")}.`,
  };
}

function contentAround(text: string, at: number): Stretch {
  const { start, end } = lineAround(text, at);
  const content = skipBlanks(text, start, end);
  return { start: content, end: trimmedEnd(text, content, end) };
}
