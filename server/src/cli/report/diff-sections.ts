import { say } from "../../base/message.ts";
import { drawResultsChain } from "../../pictures/results-chain.ts";
import type { Section, Table } from "../../pictures/section.ts";
import { language, render } from "../language.ts";
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

/** The comparison as parts of a page: the verdict, then document by document what changed, what follows and the chain. */
export function diffSections(report: DiffReport): Section[] {
  const unread = report.unreadable.map(({ file, line, side, message }) =>
    render(say`Not compared: ${file}:${line} (${side === "before" ? report.base : report.head}): ${message}`),
  );
  const verdict = {
    id: "verdict",
    heading: render(verdictOf(report)),
    lines: unread,
    parts: [],
    pictures: [],
    tables: [],
    notes: [],
  };
  return [verdict, ...report.documents.map(sectionOf)];
}

function sectionOf(document: ReportedDocument, index: number): Section {
  const { title, file, changes, consequences, renames, graph } = document;
  const id = `document-${index + 1}`;
  return {
    id,
    heading: title,
    parts: [],
    lines: [file, ...renames.map((rename) => render(rename))],
    tables: [
      ...(changes.length > 0
        ? [{ id: `${id}-changes`, heading: render(say`What changed`), table: changesTable(changes) }]
        : []),
      ...(consequences.length > 0
        ? [{ id: `${id}-follows`, heading: render(say`What follows`), table: followsTable(document) }]
        : []),
    ],
    pictures: graph
      ? [{ id: `${id}-chain`, heading: render(say`Results chain`), picture: drawResultsChain(graph, language()) }]
      : [],
    notes: [],
  };
}

function changesTable(changes: readonly ReportedChange[]): Table {
  const columns = [say``, say`What`, say`Before`, say`After`, say`What it means`, say`Who must look`, say`Where`].map(
    (each) => render(each),
  );
  const rows = changes.map((change) => {
    const affects = change.affects.length > 0 ? ` ${render(say`Taken by ${change.affects.join(", ")}.`)}` : "";
    const move = change.goalpost.length > 0 ? ` ${goalpostWords(change)}.` : "";
    return [
      render(classWords(change)),
      render(change.subject),
      valueWords(change.before),
      valueWords(change.after),
      `${render(change.why)}${move}${affects}`,
      readersWords(change.readers),
      placeWords(change),
    ].map((text) => ({ text }));
  });
  return { caption: render(say`Goalpost moves first, then what weakens.`), columns, rows };
}

function followsTable({ consequences }: ReportedDocument): Table {
  return {
    caption: render(say`What all changes together do to the forecast and to what the plan can see.`),
    columns: [say`What`, say`Before`, say`After`].map((each) => render(each)),
    rows: consequences.map(({ subject, before, after }) =>
      [subject, before, after].map((each) => ({ text: render(each) })),
    ),
  };
}
