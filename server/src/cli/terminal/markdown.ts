import { displayWidth } from "./display.ts";
import type { Paint } from "./paint.ts";

/**
 * Markdown as a terminal shows it: headings in bold, code indented, paragraphs filled to the width. Knows what the pages
 * of rules are written in, and leaves the rest as it is.
 */
export function renderMarkdown(markdown: string, { paint, columns }: { paint: Paint; columns: number }): string {
  const out: string[] = [];
  const lines = markdown.split("\n");
  let fence: string | undefined;
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) out.push(...fill(paragraph.join(" "), columns).map((line) => inline(line, paint)));
    paragraph = [];
  };
  for (const line of lines) {
    const mark = /^(`{3,})(.*)$/.exec(line);
    if (fence !== undefined) {
      if (mark?.[1] === fence) fence = undefined;
      else out.push(codeLine(line, paint));
    } else if (mark) {
      flush();
      fence = mark[1];
      out.push(...labelOf(mark[2] ?? "", paint));
    } else if (/^#+ /.test(line)) {
      flush();
      out.push(paint.bold(line.replace(/^#+ /, "")));
    } else if (line.trim() === "") {
      flush();
      out.push("");
    } else {
      if (/^\s*([-*]|\d+\.) /.test(line)) flush();
      paragraph.push(paragraph.length === 0 ? line : line.trim());
    }
  }
  flush();
  return `${out
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** What a block of code is, where the reader must be told: the text after the fix, a file with a name. */
function labelOf(info: string, paint: Paint): string[] {
  const [kind, ...options] = info.trim().split(/\s+/);
  const file = options.find((option) => option.startsWith("file="))?.slice("file=".length);
  if (kind === "fixed") return [paint.dim("After the fix:")];
  return file ? [paint.dim(`${file}:`)] : [];
}

/** A line of an example; the marks of the rule keep their place and lose what only a test needs. */
function codeLine(line: string, paint: Paint): string {
  const mark = /^(\s*)#(\s*)(\^+|<-*) ([a-z]+)\[[a-z-]+\]: (.*)$/.exec(line);
  if (!mark) return line === "" ? "" : `    ${paint.code(line)}`;
  const [, indent = "", gap = "", carets = "", severity = "", message = ""] = mark;
  const before = carets.startsWith("<") ? indent : `${indent} ${gap}`;
  const shown = "^".repeat(carets.length + (carets.startsWith("<") ? 1 : 0));
  return `    ${before}${severityPaint(severity, paint)(`${shown} ${message}`)}`;
}

function severityPaint(severity: string, paint: Paint): (text: string) => string {
  return severity === "warning" || severity === "hint" ? paint[severity] : paint.error;
}

/** Lines of at most so many columns; the further lines of a list item stand below its first word. */
function fill(text: string, columns: number): string[] {
  const [, bullet = ""] = /^(\s*(?:[-*]|\d+\.) )?/.exec(text) ?? [];
  const hanging = " ".repeat(bullet.length);
  const lines: string[] = [];
  let line = bullet;
  for (const word of text.slice(bullet.length).split(/\s+/)) {
    const separator = line === bullet || line === hanging ? "" : " ";
    if (separator !== "" && displayWidth(plainText(line + separator + word)) > columns) {
      lines.push(line);
      line = hanging + word;
    } else line += separator + word;
  }
  return [...lines, line];
}

const LINK = /\[([^\]]+)\]\(([^)\s]+)\)/g;

function plainText(text: string): string {
  return text.replace(LINK, "$1 ($2)").replace(/\*\*/g, "");
}

/** Emphasis that runs over the end of a line stays as it is written. */
function inline(line: string, paint: Paint): string {
  const parts = line.split(/(`[^`]+`)/);
  return parts
    .map((part) => {
      if (part.startsWith("`")) return paint.code(part);
      return part
        .replace(LINK, "$1 ($2)")
        .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => paint.bold(words))
        .replace(/(?<![\w`])_([^_]+)_(?!\w)/g, (_, words: string) => paint.italic(words));
    })
    .join("");
}
