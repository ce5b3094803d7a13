import { LineIndex } from "../base/line-index.ts";
import type { Message } from "../base/message.ts";
import { kindOf, lower } from "../model/lower.ts";
import type { SpecDocument } from "../model/spec.ts";
import { isResultsName, type ResultsFile } from "../results/results-file.ts";
import { checkShape, type ShapeProblem } from "../schema/check.ts";
import { checkHeader } from "../schema/check-header.ts";
import { parse } from "../syntax/parse.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { isKnownName, type KnownFindings, readKnownFindings } from "./known-findings.ts";
import { readResultsText } from "./results-text.ts";
import { type FileSymbols, symbolsOf } from "./symbols.ts";
import { textFile } from "./text-file.ts";
import { isConfigUri, resolveUri } from "./uri.ts";

/** One text, read once: its tree, its document, and everything that can be said without looking at another file. */
export interface SpecFile {
  readonly uri: string;
  readonly tree: SyntaxTree;
  /** Absent where the header names no kind of document. */
  readonly document: SpecDocument | undefined;
  readonly shape: readonly ShapeProblem[];
  readonly symbols: FileSymbols;
  /** URIs of the files it names: catalogs, results, known findings. */
  readonly links: readonly string[];
  /** Set where the file is no spec and a table of results. */
  readonly results?: ResultsFile;
  /** Set where the file holds known findings, or why it counts for nothing. */
  readonly known?: KnownFindings | Message;
}

export function readSpecFile(uri: string, text: string): SpecFile {
  if (isResultsName(uri)) return readResultsText(uri, text);
  if (isKnownName(uri)) return { ...textFile({ uri }, new LineIndex(text), text), known: readKnownFindings(text) };
  const tree = parse(uri, text);
  const document = lower(tree.root, isConfigUri(uri) ? "config" : kindOf(tree.root));
  const symbols = symbolsOf(document);
  const links = symbols.files
    .filter(({ of, path }) => of === "catalog" || isResultsName(path) || isKnownName(path))
    .map(({ path }) => resolveUri(uri, path));
  return { uri, tree, document, shape: shapeProblems(tree, document), symbols, links };
}

function shapeProblems(tree: SyntaxTree, document: SpecDocument | undefined): ShapeProblem[] {
  if (document) return checkShape(document.is, document.node);
  if (tree.broken.all) return [];
  const header = checkHeader(tree.root, tree.spanAt({ start: 0, end: 0 }));
  return header ? [header] : [];
}
