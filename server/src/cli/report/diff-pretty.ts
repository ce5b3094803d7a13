import { type Message, say } from "../../base/message.ts";
import { render } from "../language.ts";
import { visible } from "../terminal/display.ts";
import type { Paint } from "../terminal/paint.ts";
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
import { plainText } from "./forecast-report.ts";

/** For people at a terminal: the verdict last, where they look first. */
export function diffPretty(report: DiffReport, paint: Paint): string {
  const { base, head, documents, unreadable, unchanged } = report;
  const blocks = documents.map((document) => documentText(document, paint));
  const unread = unreadable.map(
    ({ file, line, column, side, message }) =>
      `${paint.error(text(say`not compared`))} ${visible(`${file}:${line}:${column}`)} (${side === "before" ? visible(base) : visible(head)}): ${text(message)}`,
  );
  const rest = unchanged === 0 ? "" : paint.dim(` ${text(say`${unchanged} unchanged.`)}`);
  const verdict = `${paint.bold(text(verdictOf(report)))}${rest} ${paint.dim(`${visible(base)} → ${visible(head)}`)}`;
  return `${[...blocks, ...(unread.length > 0 ? [unread.join("\n")] : []), verdict].join("\n\n")}\n`;
}

function documentText({ title, file, changes, consequences, renames }: ReportedDocument, paint: Paint): string {
  const lines = [
    `${paint.underline(visible(title))} ${paint.dim(visible(file))}`,
    ...changes.map((change) => changeText(change, paint)),
    ...renames.map((rename) => `  ${paint.dim(`${text(say`same`).padEnd(12)}${text(rename)}`)}`),
  ];
  if (consequences.length > 0) {
    lines.push(`  ${paint.bold(`${text(say`What follows`)}:`)}`);
    for (const { subject, before, after } of consequences)
      lines.push(`    ${text(subject)}: ${text(before)} → ${text(after)}`);
  }
  return lines.join("\n");
}

function changeText(change: ReportedChange, paint: Paint): string {
  const { class: kind, goalpost, subject, before, after, why, readers, affects } = change;
  const isMove = goalpost.length > 0;
  const color = isMove
    ? "error"
    : ({ weakened: "warning", new: "hint", clarified: "hint", strengthened: "good" } as const)[kind];
  const label = isMove ? text(classWords(change)) : text(classWords(change)).padEnd(12);
  const head = `  ${paint[color](label)}${isMove ? " " : ""}${paint.bold(text(subject))}: ${visible(valueWords(before))} → ${visible(valueWords(after))}`;
  const about = [
    isMove ? visible(`${goalpostWords(change)}. ${render(why)}`) : text(why),
    [
      readers.length > 0 ? text(say`For ${readersWords(readers)}.`) : "",
      affects.length > 0 ? text(say`Taken by ${affects.join(", ")}.`) : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
    visible(placeWords(change)),
  ];
  return [
    head,
    ...about.filter((line) => line !== "").map((line) => `      ${paint.dim(line.replaceAll("`", ""))}`),
  ].join("\n");
}

function text(message: Message): string {
  return visible(plainText(message));
}
