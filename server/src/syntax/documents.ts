import { code, say } from "../base/message.ts";
import type { Block } from "../base/span.ts";
import { lineEnd } from "./text-line.ts";
import type { SyntaxProblem } from "./tree.ts";

/** Where the first document of a text ends, and the finding where more stands behind it. */
export interface FirstDocument {
  readonly end: number;
  readonly problem: SyntaxProblem | undefined;
}

const MARK = /^(?:---|\.\.\.)(?=[ \t\r]|$)/gm;

/** A line `---` in the first column always starts a document, whatever stands around it. */
export function firstDocument(block: Block, text: string): FirstDocument {
  const content = firstContent(text);
  MARK.lastIndex = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index <= content) continue;
    const end = match.index;
    const behind = text.slice(end + 3, end + 1_000_000);
    if (!/^(?![ \t\r]*(?:#|$)|---\s|\.\.\.\s)[^\n]*[^\s]/m.test(behind)) return { end, problem: undefined };
    return { end, problem: severalDocuments(block, text, end, /^(version|kind):/m.test(behind)) };
  }
  return { end: text.length, problem: undefined };
}

/** Where the first line stands that is no comment, no directive and no `---`; with `--- text` that is its line. */
function firstContent(text: string): number {
  const match = /^(?![ \t\r\ufeff]*(?:#|$)|%|\ufeff?---[ \t\r]*$)[^\n]*[^\s]/m.exec(text);
  return match ? match.index : text.length;
}

function severalDocuments(block: Block, text: string, start: number, another: boolean): SyntaxProblem {
  const end = lineEnd(text, start);
  const next = Math.min(text[end] === "\r" ? end + 2 : end + 1, text.length);
  const span = { block, start, end };
  return {
    rule: "several-documents",
    fatal: true,
    span,
    message: another
      ? say`A second document starts here, and one file holds one program or one catalog.`
      : say`A line ${code(text.slice(start, start + 3))} ends the spec, and what stands below is not read.`,
    help: another
      ? say`Move this part to a file of its own.`
      : say`To set parts apart, use an empty line or a comment.`,
    ...(another
      ? {}
      : {
          fixes: [
            { title: say`Remove the line`, safe: false, edits: [{ span: { block, start, end: next }, text: "" }] },
          ],
        }),
  };
}
