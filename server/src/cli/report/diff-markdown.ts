import { say } from "../../base/message.ts";
import { render } from "../language.ts";
import { commentText, inertText } from "./comment-text.ts";
import { mermaidOf } from "./diff-mermaid.ts";
import {
  classWords,
  type DiffReport,
  goalpostWords,
  placeWords,
  type ReportedChange,
  type ReportedDocument,
  readersWords,
  valueWords,
  verdictOf,
} from "./diff-report.ts";

/** First line of the comment, by which the one of before is found and updated. */
export const COMMENT_MARKER = "<!-- training-spec diff -->";

/** GitHub takes comments of at most 65,536 characters (its API answers "body is too long" beyond); the last part is ours. */
export const MOST_IN_A_COMMENT = 65_536;

/** Up to where each part may fill the comment, so that what matters most always has room. */
const UP_TO = { rows: 36_000, consequences: 42_000, chains: 50_000, details: 64_000 } as const;

/** The comparison as a comment on a pull request: verdict, what changed, what follows, the chain, details folded. */
export function diffMarkdown(report: DiffReport): string {
  const { base, head, documents, unreadable } = report;
  const page = new Comment();
  const range = `\`${base.replaceAll("`", "'")}\` → \`${head.replaceAll("`", "'")}\``;
  page.add(
    `${COMMENT_MARKER}\n## ${render(say`Training programs`)}: ${lower(commentText(verdictOf(report)).replace(/\.$/, ""))}\n`,
  );
  if (unreadable.length > 0) {
    page.add(`\n> [!WARNING]\n> ${render(say`What could not be read was not compared:`)}\n`);
    const lines = unreadable.map(
      ({ file, line, side, message }) =>
        `> - ${inertText(`${file}:${line}`)} (${render(side === "before" ? say`before` : say`after`)}): ${commentText(message)}\n`,
    );
    page.list(lines, UP_TO.rows / 4, (rest) => `> - ${render(say`and ${rest} more`)}\n`);
  }
  const rows = documents
    .flatMap((document) => document.changes.map((change) => ({ document, change })))
    .sort(movesFirst);
  if (rows.length > 0) {
    page.add(
      `\n| | ${[say`What`, say`Before`, say`After`, say`Who must look`].map((each) => render(each)).join(" | ")} |\n| --- | --- | --- | --- | --- |\n`,
    );
    page.list(
      rows.map(({ document, change }) => row(document, change)),
      UP_TO.rows,
      (rest) =>
        `\n_${render(say`${rest} more changes are not shown here, because a comment has a limit: ${command(report)} shows all.`)}_\n`,
    );
  }
  addConsequences(page, documents);
  addChains(page, documents);
  addDetails(page, documents);
  page.add(`\n<sub>${range} · ${render(say`${report.unchanged} unchanged`)} · Training Spec</sub>\n`);
  return page.text;
}

/** What is written so far, and whether more fits. */
class Comment {
  text = "";

  add(part: string): void {
    this.text += part;
  }

  fits(part: string, upTo: number): boolean {
    return this.text.length + part.length <= upTo;
  }

  /** As many as fit; how many did not is said. */
  list(parts: readonly string[], upTo: number, more: (rest: number) => string): void {
    const count = parts.findIndex((part) => {
      const doesFit = this.fits(part, upTo);
      if (doesFit) this.add(part);
      return !doesFit;
    });
    if (count >= 0) this.add(more(parts.length - count));
  }
}

interface Row {
  readonly document: ReportedDocument;
  readonly change: ReportedChange;
}

function movesFirst(a: Row, b: Row): number {
  const rank = ({ change }: Row): number => (change.goalpost.length > 0 ? 0 : change.class === "weakened" ? 1 : 2);
  return rank(a) - rank(b);
}

function row({ title }: ReportedDocument, change: ReportedChange): string {
  const isMove = change.goalpost.length > 0;
  const words = render(classWords(change));
  const what = `${commentText(change.subject)} · ${inertText(title)}${isMove ? `<br>_${commentText(goalpostWords(change))}_` : ""}`;
  const cells = [
    isMove ? `**${words}**` : words,
    what,
    inertText(clipped(valueWords(change.before))),
    inertText(clipped(valueWords(change.after))),
    inertText(readersWords(change.readers)),
  ];
  return `| ${cells.join(" | ")} |\n`;
}

/** The whole text of a long value stands in the file; its place is in the details. */
function clipped(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119).trimEnd()}…`;
}

function addConsequences(page: Comment, documents: readonly ReportedDocument[]): void {
  const lines = documents.flatMap(({ title, consequences }) =>
    consequences.map(
      ({ subject, before, after }) =>
        `| ${inertText(title)} | ${commentText(subject)} | ${commentText(before)} | ${commentText(after)} |\n`,
    ),
  );
  if (lines.length === 0) return;
  page.add(
    `\n### ${render(say`What follows`)}\n\n| ${render(say`Program`)} | | ${render(say`Before`)} | ${render(say`After`)} |\n| --- | --- | --- | --- |\n`,
  );
  page.list(lines, UP_TO.consequences, (rest) => `\n_${render(say`${rest} more lines are not shown here.`)}_\n`);
}

/** The first picture is seen at once; a wall of them would hide the rest. */
function addChains(page: Comment, documents: readonly ReportedDocument[]): void {
  const pictures = documents.flatMap((document) => {
    const picture = mermaidOf(document);
    return picture === undefined
      ? []
      : [{ title: inertText(document.title), picture: `\`\`\`mermaid\n${picture}\n\`\`\`` }];
  });
  const texts = pictures.map(({ title, picture }, index) =>
    index === 0
      ? `\n### ${render(say`Results chain of ${title}, with what changed`)}\n\n${picture}\n`
      : `\n<details><summary>${render(say`Results chain of ${title}`)}</summary>\n\n${picture}\n\n</details>\n`,
  );
  page.list(texts, UP_TO.chains, (rest) => `\n_${render(say`${rest} more results chains are not drawn here.`)}_\n`);
}

function addDetails(page: Comment, documents: readonly ReportedDocument[]): void {
  const lines = documents.flatMap(({ title, file, changes, renames }) => [
    ...(changes.length + renames.length === 0 ? [] : [`\n**${inertText(title)}** (${inertText(file)})\n\n`]),
    ...changes.map(detail),
    ...renames.map((rename) => `- _${render(say`no change`)}:_ ${commentText(rename)}\n`),
  ]);
  if (lines.length === 0) return;
  page.add(`\n<details><summary>${render(say`Why, and where`)}</summary>\n`);
  page.list(lines, UP_TO.details, (rest) => `\n_${render(say`${rest} more lines are not shown here.`)}_\n`);
  page.add("\n</details>\n");
}

function detail(change: ReportedChange): string {
  const also = change.affects.length === 0 ? "" : ` ${render(say`Taken by ${inertText(change.affects.join(", "))}.`)}`;
  return `- ${render(classWords(change))}: ${commentText(change.subject)}. ${commentText(change.why)}${also} ${inertText(placeWords(change))}\n`;
}

function command({ base, head }: DiffReport): string {
  return `\`training-spec diff ${base.replaceAll("`", "'")} ${head.replaceAll("`", "'")}\``;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
