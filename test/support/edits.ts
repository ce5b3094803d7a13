import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Day, parseDay } from "../../server/src/base/date.ts";
import { type Case, type CaseBlock, casesIn } from "./literate.ts";

/** The path of a file in the folder that is edited → its text. */
export type Texts = ReadonlyMap<string, string>;

/** One edit of `test/review/edits.md`: both states of the folder, the day, and what is said of it. */
export interface Edit {
  readonly title: string;
  readonly line: number;
  readonly day: Day;
  readonly before: Texts;
  readonly after: Texts;
  readonly verdict: CaseBlock;
}

export const EDITS_FILE = "test/review/edits.md";
const REPOSITORY = "test/review/repository";
const PROGRAM = "programs/save-the-customer.training.yaml";

export function readEdits(): { readonly markdown: string; readonly edits: readonly Edit[] } {
  const markdown = readFileSync(EDITS_FILE, "utf8");
  const start = textsBelow(REPOSITORY);
  return { markdown, edits: casesIn(markdown, "verdict").map((each) => editOf(each, start)) };
}

/** A document as `--format json` writes it, as far as a verdict shows it. */
export interface SaidDocument {
  readonly title: string;
  readonly changes: readonly {
    readonly class: string;
    readonly goalpost: readonly string[];
    readonly subject: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly why: string;
    readonly readers: readonly { readonly audience: string }[];
    readonly affects: readonly string[];
  }[];
  readonly renames: readonly string[];
  readonly consequences: readonly { readonly subject: string; readonly before: string; readonly after: string }[];
}

/** What is said of an edit, as the file of edits holds it. */
export function verdictText(documents: readonly SaidDocument[]): string {
  const lines = documents.flatMap(({ title, changes, consequences, renames }) => [
    `${title}:`,
    ...changes.map(({ class: kind, goalpost, subject, before, after, why, readers, affects }) => {
      const move = goalpost.length > 0 ? `goalpost (${goalpost.join("; ")}), ` : "";
      const who = readers.map(({ audience }) => audience).join(", ");
      const also = affects.length > 0 ? ` (also: ${affects.join(", ")})` : "";
      return `- ${move}${kind}: ${subject}: ${before ?? "–"} → ${after ?? "–"} [${who}]${also} ${why}`;
    }),
    ...renames.map((rename) => `- no change: ${rename}`),
    ...consequences.map(({ subject, before, after }) => `- so: ${subject}: ${before} → ${after}`),
  ]);
  return lines.length === 0 ? "No change." : lines.join("\n");
}

function editOf({ title, line, blocks }: Case, start: Texts): Edit {
  const verdict = blocks.find(({ kind }) => kind === "verdict");
  const day = parseDay(blocks[0]?.options.day ?? "");
  if (!verdict || day === undefined) throw new Error(`line ${line}: an edit needs a day and a verdict`);
  const before = new Map(start);
  for (const block of blocks) if (block.kind === "before" || block.kind === "add") apply(block, before);
  const after = new Map(before);
  // Hunks first: they name a file by where it was.
  for (const kinds of [["everywhere"], ["diff"], ["move", "delete", "add-after"]])
    for (const block of blocks) if (kinds.includes(block.kind)) apply(block, after);
  return { title, line, day, before, after, verdict };
}

function apply({ kind, options, text, from }: CaseBlock, texts: Map<string, string>): void {
  const file = options.file ?? PROGRAM;
  const old = texts.get(file) ?? "";
  if (kind === "add" || kind === "add-after") texts.set(file, `${text}\n`);
  else if (kind === "delete") texts.delete(file);
  else if (kind === "move") {
    texts.delete(file);
    texts.set(text, old);
  } else if (kind === "everywhere") texts.set(file, everywhere(old, text));
  else texts.set(file, patched(old, text, from));
}

/** Lines such as `"old" -> "new"`. */
function everywhere(text: string, replacements: string): string {
  return replacements.split("\n").reduce((result, line) => {
    const [from, to] = line.split(" -> ").map((each) => JSON.parse(each) as string);
    return result.replaceAll(from ?? "", to ?? "");
  }, text);
}

/** Lines with `-` are replaced by those with `+`; the first and the last may be parts of a line. They stand there once. */
function patched(text: string, hunk: string, line: number): string {
  const lines = hunk.split("\n");
  const side = (mark: string): string =>
    lines
      .filter((each) => each.startsWith(mark))
      .map((each) => each.slice(1))
      .join("\n");
  const [from, to] = [side("-"), side("+")];
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`line ${line}: what is replaced stands there ${parts.length - 1} times:\n${from}`);
  return parts.join(to);
}

function textsBelow(folder: string): Texts {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).split(path.sep).join("/"), readFileSync(file, "utf8")];
    }),
  );
}
