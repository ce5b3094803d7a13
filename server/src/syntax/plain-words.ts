import type { YAMLError } from "yaml";
import { code, say } from "../base/message.ts";
import type { Block, Span, Stretch } from "../base/span.ts";
import { quoted } from "./quote.ts";
import type { SyntaxProblem, SyntaxRule } from "./tree.ts";

/** The line that an error stands on, with where its parts are. */
interface Line extends Stretch {
  readonly text: string;
  readonly block: Block;
}

/** An error of the `yaml` package as a person would say it, with a way out. */
export function inPlainWords(error: YAMLError, block: Block, text: string, within: Stretch): SyntaxProblem {
  const at = Math.min(Math.max(error.pos[0] + within.start, 0), text.length);
  const line = lineAt(block, text, at);
  if (/^(<<<<<<<|=======|>>>>>>>)/.test(line.text)) return mergeConflict(line);
  switch (error.code) {
    case "TAB_AS_INDENT":
      return tabIndentation(line);
    case "BLOCK_AS_IMPLICIT_KEY":
      return nestedColon(line, text, at) ?? wrongIndentation(nextLine(line, text) ?? line);
    case "MULTILINE_IMPLICIT_KEY":
      return missingSpace(line) ?? keyWithoutColon(line);
    case "BAD_INDENT":
      return /Flow/.test(error.message) ? unclosedBracket(block, text, at, within) : wrongIndentation(line);
    case "MISSING_CHAR":
      return /closing/.test(error.message)
        ? unclosedQuote(block, text, at, within)
        : (missingSpace(line) ?? generic(line, at));
    case "BAD_SCALAR_START":
    case "BAD_ALIAS":
      return unquotedText(line, at);
    case "UNEXPECTED_TOKEN":
      return textAfterQuote(line, at) ?? nestedColon(line, text, at) ?? unquotedText(line, at);
    case "RESOURCE_EXHAUSTION":
      return problem(
        "deep-nesting",
        { block, start: at, end: at },
        {
          message: say`This is nested too deep to be read.`,
          help: say`No part of a spec needs more than seven levels.`,
        },
      );
    default:
      return generic(line, at);
  }
}

function problem(rule: SyntaxRule, span: Span, rest: Pick<SyntaxProblem, "message" | "help" | "fixes">): SyntaxProblem {
  return { rule, span, fatal: true, ...rest };
}

function tabIndentation(line: Line): SyntaxProblem {
  const white = /^[ \t]*/.exec(line.text)?.[0] ?? "";
  const span = { block: line.block, start: line.start, end: line.start + white.length };
  const spaces = white.replaceAll("\t", "  ");
  return problem("tab-indentation", span, {
    message: say`This line is indented with a tab, and YAML only takes spaces.`,
    help: say`Two spaces for each level. The key Tab types them where the editor is set to insert spaces.`,
    fixes: [{ title: say`Replace tabs with spaces`, safe: true, edits: [{ span, text: spaces }] }],
  });
}

/** `problem: Agents say: no`: a second colon makes YAML look for a key in the middle of the sentence. */
function nestedColon(line: Line, text: string, at: number): SyntaxProblem | undefined {
  const match = /^(\s*(?:- )*[^\s:][^:]*:[ \t]+)([^"'[{|>\s].*?:(?:\s.*|$))/.exec(line.text);
  if (!match || at > line.end) return undefined;
  const start = line.start + (match[1] ?? "").length;
  const value = (match[2] ?? "").replace(/\s+#.*$/, "").trimEnd();
  const span = { block: line.block, start, end: start + value.length };
  return problem("unquoted-colon", span, {
    message: say`This text has a colon in it, so YAML takes the words before the colon for a key.`,
    help: say`Put the text in quotes.`,
    fixes: [
      {
        title: say`Put the text in quotes`,
        safe: true,
        edits: [{ span, text: quoted(text.slice(span.start, span.end)) }],
      },
    ],
  });
}

function wrongIndentation(line: Line): SyntaxProblem {
  return problem("wrong-indentation", contentOf(line), {
    message: say`This line is not indented like the lines it belongs to.`,
    help: say`Lines that belong together start in the same column, two spaces further in than the line they belong to.`,
  });
}

function missingSpace(line: Line): SyntaxProblem | undefined {
  const match = /^(\s*(?:- )*[a-z][a-z0-9-]*:)(?=[^\s:/])/i.exec(line.text);
  if (!match) return undefined;
  const after = { block: line.block, start: line.start + match[0].length, end: line.start + match[0].length };
  const span = { ...after, start: line.start + (/\S/.exec(line.text)?.index ?? 0) };
  return problem("missing-space", span, {
    message: say`A space is missing after the colon.`,
    help: say`Without it YAML reads the whole line as text.`,
    fixes: [{ title: say`Insert a space`, safe: true, edits: [{ span: after, text: " " }] }],
  });
}

function keyWithoutColon(line: Line): SyntaxProblem {
  return problem("unreadable-yaml", contentOf(line), {
    message: say`This line should be ${code("key: value")}, and has no key with a colon.`,
    help: say`If it goes on with the text of the line above, indent it further than that line. If it is a key, put a colon after it.`,
  });
}

function unclosedBracket(block: Block, text: string, at: number, within: Stretch): SyntaxProblem {
  const start = openBracket(text, within.start, at);
  const bracket = text[start] ?? "{";
  const closing = bracket === "[" ? "]" : "}";
  return problem(
    "unclosed-bracket",
    { block, start, end: start + 1 },
    {
      message: say`The bracket ${code(bracket)} that opens here is not closed.`,
      help: say`Put ${code(closing)} at the end of the list, or start the text with a quote if the bracket is part of it.`,
    },
  );
}

/** The last bracket before `at` that has no partner, or the first place that could hold one. */
function openBracket(text: string, from: number, at: number): number {
  const open: number[] = [];
  for (let index = from; index < at; index++) {
    const unit = text[index];
    if ((unit === "{" || unit === "[") && /[\s:,[{]/.test(text[index - 1] ?? " ")) open.push(index);
    else if (unit === "}" || unit === "]") open.pop();
  }
  return open[0] ?? from;
}

function unclosedQuote(block: Block, text: string, at: number, within: Stretch): SyntaxProblem {
  const start = openQuote(text, within.start, at);
  const mark = text[start] ?? '"';
  return problem(
    "unclosed-quote",
    { block, start, end: lineAt(block, text, start).end },
    {
      message: say`The quote that opens here is not closed.`,
      help: say`Put ${code(mark)} at the end of the text.`,
      fixes: [
        {
          title: say`Close the quote at the end of the line`,
          safe: false,
          edits: [
            { span: { block, start: lineAt(block, text, start).end, end: lineAt(block, text, start).end }, text: mark },
          ],
        },
      ],
    },
  );
}

function openQuote(text: string, from: number, at: number): number {
  const opening = /(?<=[\s:,[{-]|^)["']/g;
  opening.lastIndex = from;
  let open = from;
  for (let match = opening.exec(text); match && match.index < at; match = opening.exec(text)) {
    const mark = match[0];
    const end = closingQuote(text, match.index + 1, mark, at);
    open = match.index;
    if (end === undefined) return open;
    opening.lastIndex = end + 1;
  }
  return open;
}

function closingQuote(text: string, from: number, mark: string, limit: number): number | undefined {
  for (let index = from; index < limit; index++) {
    if (mark === '"' && text[index] === "\\") index++;
    else if (text[index] === mark) {
      if (mark === "'" && text[index + 1] === "'") index++;
      else return index;
    }
  }
  return undefined;
}

/** `%`, `@`, `` ` `` and `*` mean something to YAML at the start of a value. */
function unquotedText(line: Line, at: number): SyntaxProblem {
  const match = /^(\s*(?:- )*(?:[^\s:][^:]*:[ \t]+)?)([%@`*&!].*)$/.exec(line.text);
  if (!match) return generic(line, at);
  const start = line.start + (match[1] ?? "").length;
  const value = (match[2] ?? "").replace(/\s+#.*$/, "").trimEnd();
  const span = { block: line.block, start, end: start + value.length };
  return problem("unquoted-text", span, {
    message: say`Text that starts with ${code(value.slice(0, 1))} needs quotes.`,
    help: say`The sign has a meaning of its own in YAML.`,
    fixes: [{ title: say`Put the text in quotes`, safe: true, edits: [{ span, text: quoted(value) }] }],
  });
}

/** `says: "No" is common`: the value ends at the second quote, and more text follows. */
function textAfterQuote(line: Line, at: number): SyntaxProblem | undefined {
  const match = /^(\s*(?:- )*[^\s:][^:]*:[ \t]+)((?:"[^"]*"|'[^']*')[ \t]*[^\s#,\]}].*)$/.exec(line.text);
  if (!match || at < line.start) return undefined;
  const start = line.start + (match[1] ?? "").length;
  const value = (match[2] ?? "").replace(/\s+#.*$/, "").trimEnd();
  const span = { block: line.block, start, end: start + value.length };
  return problem("unquoted-text", span, {
    message: say`The text ends at the second quote, and more stands behind it.`,
    help: say`Put the whole text in quotes, with ${code("'")} around it where it holds ${code('"')}.`,
    fixes: [{ title: say`Put the whole text in quotes`, safe: true, edits: [{ span, text: quoted(value) }] }],
  });
}

function mergeConflict(line: Line): SyntaxProblem {
  return problem("merge-conflict", contentOf(line), {
    message: say`A merge left its marks here: two versions of the lines stand one after the other.`,
    help: say`Keep the version that holds, and delete the other one and the lines with ${code("<<<<<<<")}, ${code("=======")} and ${code(">>>>>>>")}.`,
  });
}

function generic(line: Line, at: number): SyntaxProblem {
  const span = contentOf(line);
  return problem(
    "unreadable-yaml",
    { ...span, start: Math.max(span.start, Math.min(at, span.end)) },
    {
      message: say`This cannot be read as YAML from here on.`,
      help: say`Look for a quote, a bracket or a colon that is too many or missing in this line or the one above. Text with such signs goes in quotes.`,
    },
  );
}

function contentOf(line: Line): Span {
  const start = line.start + (/\S/.exec(line.text)?.index ?? 0);
  return { block: line.block, start, end: Math.max(start, line.start + line.text.trimEnd().length) };
}

function lineAt(block: Block, text: string, at: number): Line {
  let start = at;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  let end = at;
  while (end < text.length && !isBreak(text, end)) end++;
  return { block, start, end, text: text.slice(start, end) };
}

function nextLine(line: Line, text: string): Line | undefined {
  let start = line.end;
  while (start < text.length && isBreak(text, start)) start++;
  return start < text.length ? lineAt(line.block, text, start) : undefined;
}

function isBreak(text: string, index: number): boolean {
  return text[index] === "\n" || text[index] === "\r";
}
