import type { Message } from "../../base/message.ts";
import { render } from "../language.ts";
import type { DiffReport, ReportedChange } from "./diff-report.ts";
import { verdictOf } from "./diff-report.ts";

/** The comparison for machines: every change with its class, its places and who must look. */
export function diffJson(report: DiffReport): string {
  const { base, head, counts, documents, unreadable, unchanged } = report;
  const made = {
    version: 1,
    base,
    head,
    verdict: render(verdictOf(report)),
    counts,
    unchanged,
    documents: documents.map(({ kind, title, file, changes, renames, consequences }) => ({
      kind,
      title,
      file,
      changes: changes.map(changeJson),
      renames: renames.map((rename) => render(rename)),
      consequences: consequences.map(({ subject, before, after }) => ({
        subject: render(subject),
        before: render(before),
        after: render(after),
      })),
    })),
    unreadable: unreadable.map(({ message, ...place }) => ({ ...place, message: render(message) })),
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}

function changeJson(change: ReportedChange) {
  return {
    class: change.class,
    goalpost: change.goalpost.map((reason) => render(reason)),
    topic: change.topic,
    path: change.path,
    subject: render(change.subject),
    before: textOf(change.before),
    after: textOf(change.after),
    why: render(change.why),
    readers: change.readers,
    affects: change.affects,
    was: change.was ?? null,
    is: change.is ?? null,
  };
}

function textOf(message: Message | undefined): string | null {
  return message ? render(message) : null;
}
