/** A line of a draft: a key with or without a value, a comment, or nothing. */
export interface DraftLine {
  /** How deep it stands. */
  readonly in?: number;
  /** The first key of an item of a list. */
  readonly item?: boolean;
  readonly key?: string;
  /** As YAML. */
  readonly value?: string | undefined;
  readonly note?: string | undefined;
  /** The place to begin with, where it has no value yet. */
  readonly first?: boolean;
}

/** The text of the lines, and the offset of the place to begin with: the first marked one without a value, else the end. */
export function draftLines(lines: readonly DraftLine[]): { readonly text: string; readonly cursor: number } {
  let text = "";
  let cursor: number | undefined;
  for (const line of lines) {
    const [code, note] = [codeOf(line), line.note === undefined ? "" : `# ${line.note}`];
    const isPlace = line.first === true && line.value === undefined;
    if (isPlace && cursor === undefined) cursor = text.length + code.length + 1;
    const gap = code === "" || note === "" ? "" : "  ";
    text += `${isPlace ? `${code} ${gap.slice(1)}` : code + gap}${code === "" && line.in ? "  ".repeat(line.in) : ""}${note}\n`;
  }
  return { text, cursor: cursor ?? text.length };
}

function codeOf({ in: depth = 0, item, key, value }: DraftLine): string {
  if (key === undefined) return "";
  return `${"  ".repeat(depth)}${item ? "- " : ""}${key}:${value === undefined ? "" : ` ${value}`}`;
}
