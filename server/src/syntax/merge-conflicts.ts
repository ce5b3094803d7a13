import type { TextEdit } from "../base/edit.ts";
import { code, say } from "../base/message.ts";
import type { Block, Stretch } from "../base/span.ts";
import { lineEnd } from "./text-line.ts";
import type { SyntaxProblem } from "./tree.ts";

/** The marks that a merge left, and the text without them and without the lower version, every character in its place. */
export interface Conflicts {
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
}

const MARKS = /^(?:<{7}(?: .*)?|\|{7}(?: .*)?|={7}|>{7}(?: .*)?)\r?$/gm;

/** Finds conflicts of two versions; a lone line of `=======` is none. */
export function mergeConflicts(block: Block, text: string): Conflicts {
  if (!text.includes("<<<<<<<")) return { text, problems: [] };
  const problems: SyntaxProblem[] = [];
  const hidden: Stretch[] = [];
  let open: Partial<Record<"<" | "|" | "=" | ">", Stretch>> = {};
  for (const match of text.matchAll(MARKS)) {
    const sign = match[0].charAt(0) as "<" | "|" | "=" | ">";
    const line = { start: match.index, end: lineEnd(text, match.index) };
    if (sign === "<") open = { "<": line };
    else if (open["<"]) open[sign] = line;
    const { "<": top, "=": middle, ">": bottom } = open;
    if (sign !== ">" || !top || !middle || !bottom) continue;
    problems.push(conflict(block, text, { top, base: open["|"], middle, bottom }));
    hidden.push(top, { start: (open["|"] ?? middle).start, end: bottom.end });
    open = {};
  }
  return { text: blank(text, hidden), problems };
}

function conflict(
  block: Block,
  text: string,
  { top, base, middle, bottom }: { top: Stretch; base: Stretch | undefined; middle: Stretch; bottom: Stretch },
): SyntaxProblem {
  const without = (start: number, end: number): TextEdit => ({
    start,
    end: Math.min(afterBreak(text, end), text.length),
    text: "",
  });
  const fix = (title: SyntaxProblem["message"], edits: TextEdit[]) => ({
    title,
    safe: false,
    edits: edits.map(({ start, end, text: written }) => ({ span: { block, start, end }, text: written })),
  });
  return {
    rule: "merge-conflict",
    fatal: true,
    span: { block, ...top },
    message: say`A merge left its marks here: two versions of the same lines stand one below the other.`,
    help: say`Keep the lines that hold, and delete the others and the lines with ${code("<<<<<<<")}, ${code("=======")} and ${code(">>>>>>>")}. Until then the upper ones are read.`,
    fixes: [
      fix(say`Keep the upper version`, [without(top.start, top.end), without((base ?? middle).start, bottom.end)]),
      fix(say`Keep the lower version`, [without(top.start, middle.end), without(bottom.start, bottom.end)]),
    ],
  };
}

function afterBreak(text: string, at: number): number {
  return text[at] === "\r" ? at + 2 : at + 1;
}

function blank(text: string, hidden: readonly Stretch[]): string {
  let result = "";
  let done = 0;
  for (const { start, end } of hidden) {
    result += text.slice(done, start) + text.slice(start, end).replace(/[^\r\n]/g, " ");
    done = end;
  }
  return result + text.slice(done);
}
