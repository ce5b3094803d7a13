import type { Fix } from "../base/finding.ts";
import { code, say } from "../base/message.ts";
import type { Span, Stretch } from "../base/span.ts";
import type { Node } from "./node.ts";
import { quoted } from "./quote.ts";
import type { Source } from "./source.ts";
import { lineAround, skipBlanks } from "./text-line.ts";
import type { SyntaxProblem } from "./tree.ts";

/** `&name`. `at` runs from the sign to the content, in the text that YAML was given. */
export function namedAnchor(
  name: string,
  at: Stretch,
  { read, used }: { readonly read: Node; readonly used: boolean },
  source: Source,
): SyntaxProblem {
  const content: Span = read;
  const span = within(content, source, { start: at.start, end: at.start + name.length + 1 });
  const remove: Fix = {
    title: say`Remove ${code(`&${name}`)}`,
    safe: false,
    edits: [{ span: within(content, source, { start: at.start, end: endOfBlanks(source.text, at) }), text: "" }],
  };
  return {
    rule: "anchor-or-alias",
    fatal: false,
    span,
    message: say`${code(`&${name}`)} is an anchor, and specs are written without them.`,
    help: say`Text that starts with ${code("&")} needs quotes. To use a value twice, write it twice, or define it in a catalog.`,
    fixes: used ? [] : isPlainText(read) ? [quoteAll(span, read, source), remove] : [remove],
  };
}

/** `*name`. `readable`: what it stands for was read in its place. */
export function namedAlias(
  name: string,
  span: Span,
  target: Node | undefined,
  readable: boolean,
  source: Source,
): SyntaxProblem {
  const written = target && writtenOut(target, span, source);
  const write: Fix | undefined =
    written === undefined
      ? undefined
      : {
          title: say`Write the value out`,
          safe: false,
          edits: [{ span: written.startsWith("\n") ? withBlankBefore(span, source) : span, text: written }],
        };
  const quote: Fix = {
    title: say`Put the text in quotes`,
    safe: false,
    edits: [{ span, text: quoted(source.whole.slice(span.start, span.end)) }],
  };
  return {
    rule: "anchor-or-alias",
    fatal: !target || !readable,
    span,
    message: !target
      ? say`${code(`*${name}`)} points to nothing: no ${code(`&${name}`)} stands before it.`
      : readable
        ? say`${code(`*${name}`)} is an alias, and specs are written without them.`
        : say`${code(`*${name}`)} is an alias, and all aliases of this file together stand for too much to be read.`,
    help: say`Text that starts with ${code("*")} needs quotes. To use a value twice, write it twice, or define it in a catalog.`,
    fixes: write ? [write] : target ? [] : [quote],
  };
}

/** `!name`. `at` runs from the sign to the content, in the text that YAML was given. */
export function customTag(at: Stretch, content: Span, read: Node, source: Source): SyntaxProblem {
  const end = at.start + Math.max(1, source.text.slice(at.start, at.end).search(/[\s,[\]{}]|$/));
  const tag = source.text.slice(at.start, end);
  const span = within(content, source, { start: at.start, end });
  const remove: Fix = {
    title: say`Remove ${code(tag)}`,
    safe: false,
    edits: [
      {
        span: within(content, source, { start: at.start, end: endOfBlanks(source.text, { start: end, end }) }),
        text: "",
      },
    ],
  };
  const standard = tag.startsWith("!!");
  const asText: Fix = {
    title: say`Put the text in quotes`,
    safe: false,
    edits: [{ span: { ...span, end: content.end }, text: quoted(read.kind === "scalar" ? String(read.value) : "") }],
  };
  const plain = isPlainText(read) || (read.kind === "scalar" && read.style === "plain");
  const fixes = !plain ? [remove] : tag === "!!str" ? [asText] : standard ? [remove] : [quoteAll(span, read, source)];
  return {
    rule: "custom-tag",
    fatal: false,
    span,
    message: say`${code(tag)} is a YAML tag, and specs are written without them.`,
    help: say`A reader who does not know the tag sees something else. Text that starts with ${code("!")} needs quotes.`,
    fixes,
  };
}

export function mergeKey(span: Span): SyntaxProblem {
  return {
    rule: "merge-key",
    fatal: false,
    span,
    message: say`${code("<<")} is a merge key, and specs are written without them.`,
    help: say`A reader who does not know it sees something else. Write the keys out.`,
  };
}

/** What was meant as text, sign and all. */
function quoteAll(sign: Span, read: Node, source: Source): Fix {
  const span = { ...sign, end: Math.max(sign.end, read.end) };
  const text = source.whole.slice(span.start, span.end).replace(/\s+/g, " ");
  return { title: say`Put the text in quotes`, safe: false, edits: [{ span, text: quoted(text) }] };
}

function isPlainText(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && (typeof node.value === "string" || node.value === null);
}

/** The text of a node as it can stand in the place of an alias; undefined where that would take thought. */
function writtenOut(target: Node, alias: Span, source: Source): string | undefined {
  const text = source.whole.slice(target.start, target.end).trimEnd();
  if (text === "" || /[*&]/.test(text)) return undefined;
  if (!text.includes("\n")) return text;
  const line = lineAround(source.whole, alias.start);
  const before = source.whole.slice(line.start, alias.start);
  const block = target.kind !== "scalar" && !target.flow && /^\s*(?:- )*(?:[^"'{[]*: +)?$/.test(before);
  if (!block || /[^\s]/.test(source.whole.slice(alias.end, line.end))) return undefined;
  const inItem = /- $/.test(before);
  const indentation = inItem ? before.length : (/^\s*(?:- )*/.exec(before)?.[0].length ?? 0) + 2;
  const own = target.start - lineAround(source.whole, target.start).start;
  const lines = text
    .split(/\r?\n/)
    .map((each, index) => (index === 0 ? each : each.slice(Math.min(own, each.search(/\S|$/)))));
  const white = " ".repeat(indentation);
  return (inItem ? "" : `\n${white}`) + lines.join(`\n${white}`);
}

function within(like: Span, source: Source, at: Stretch): Span {
  return { block: like.block, start: source.originalOf(at.start), end: source.originalOf(at.end) };
}

function endOfBlanks(text: string, at: Stretch): number {
  return skipBlanks(text, text.slice(at.start, at.end).search(/\s|$/) + at.start);
}

function withBlankBefore(span: Span, source: Source): Span {
  return source.whole[span.start - 1] === " " ? { ...span, start: span.start - 1 } : span;
}
