/** A run of fenced blocks with nothing between them: input, and what is expected of it. */
export interface Case {
  /** The heading it stands under. */
  readonly title: string;
  readonly line: number;
  readonly blocks: readonly CaseBlock[];
}

export interface CaseBlock {
  /** First word of the fence's info string: `yaml`, `fixed`, `hover` … */
  readonly kind: string;
  /** The rest of it: `file=a.training.yaml`. */
  readonly options: Readonly<Record<string, string>>;
  readonly text: string;
  /** Lines of the document that hold its text: from (included) and to (excluded), counted from 0. */
  readonly from: number;
  readonly to: number;
}

/** The cases of a Markdown document: those with a block of that kind. */
export function casesIn(markdown: string, kind = "yaml"): Case[] {
  const lines = markdown.split("\n");
  const cases: Case[] = [];
  let title = "";
  let open: { line: number; blocks: CaseBlock[] } | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const fence = /^(`{3,})\s*(\S*)\s*(.*)$/.exec(line);
    if (!fence) {
      if (/^#+ /.test(line)) title = line.replace(/^#+ /, "");
      if (line.trim() !== "" || isBlankBetween(lines, at)) open = undefined;
      continue;
    }
    let end = at + 1;
    while (end < lines.length && lines[end] !== fence[1]) end++;
    const block = {
      kind: fence[2] ?? "",
      options: optionsIn(fence[3] ?? ""),
      text: lines.slice(at + 1, end).join("\n"),
      from: at + 1,
      to: end,
    };
    if (open) open.blocks.push(block);
    else {
      open = { line: at + 1, blocks: [block] };
      cases.push({ title, line: at + 1, blocks: open.blocks });
    }
    at = end;
  }
  return cases.filter(({ blocks }) => blocks.some((block) => block.kind === kind));
}

/** One empty line between two blocks holds them together; two set them apart. */
function isBlankBetween(lines: readonly string[], at: number): boolean {
  return (lines[at] ?? "").trim() === "" && (lines[at + 1] ?? "").trim() === "";
}

function optionsIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([a-z-]+)=(\S+)/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

/** The document with other texts in some of its blocks. */
export function rewrite(markdown: string, changed: ReadonlyMap<CaseBlock, string>): string {
  const lines = markdown.split("\n");
  const sorted = [...changed].sort(([a], [b]) => b.from - a.from);
  for (const [block, text] of sorted) lines.splice(block.from, block.to - block.from, ...text.split("\n"));
  return lines.join("\n");
}
