import { LineIndex } from "../base/line-index.ts";
import { KeptLines } from "../results/kept-lines.ts";
import { readResults } from "../results/read-results.ts";
import type { ResultsFile } from "../results/results-file.ts";
import type { SpecFile } from "./spec-file.ts";
import { textFile } from "./text-file.ts";

/** A table of results as a file of the workspace: it has findings of its own and no document. */
export function readResultsText(uri: string, text: string): SpecFile {
  return fileOf(readResults(uri, [text]), new LineIndex(text), text);
}

/** The same from a text that is too long to be kept: of its lines only those with rows that count or with problems. */
export function readResultsPieces(uri: string, pieces: Iterable<string>): SpecFile {
  const results = readResults(uri, pieces, true);
  return fileOf(results, new KeptLines(results.keptLines), "");
}

function fileOf(results: ResultsFile, lines: LineIndex, text: string): SpecFile {
  return { ...textFile(results.head.block, lines, text), results };
}
