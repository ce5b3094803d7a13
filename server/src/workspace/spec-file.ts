import { LineIndex } from "../base/line-index.ts";
import type { Message } from "../base/message.ts";
import { kindOf, type Lowerings, lower } from "../model/lower.ts";
import type { SpecDocument } from "../model/spec.ts";
import { isResultsName, type ResultsFile } from "../results/results-file.ts";
import { checkShape, type ShapeProblem } from "../schema/check.ts";
import { checkHeader } from "../schema/check-header.ts";
import { recheckShape } from "../schema/recheck.ts";
import { parse } from "../syntax/parse.ts";
import { reparse } from "../syntax/reparse.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { isKnownName, type KnownFindings, readKnownFindings } from "./known-findings.ts";
import { readResultsText } from "./results-text.ts";
import { type FileSymbols, type KnownSymbols, symbolsOf } from "./symbols.ts";
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
  /** What its pairs became, for the next version of it. */
  readonly kept?: { readonly parts: Lowerings; readonly symbols: KnownSymbols };
}

/** Reads a text; from the second version of a file on, what has not changed since the version before is taken over. */
export function readSpecFile(uri: string, text: string, before?: SpecFile): SpecFile {
  if (isResultsName(uri)) return readResultsText(uri, text);
  if (isKnownName(uri)) return { ...textFile({ uri }, new LineIndex(text), text), known: readKnownFindings(text) };
  const tree = before ? reparse(before.tree, text) : parse(uri, text);
  const kind = isConfigUri(uri) ? "config" : kindOf(tree.root);
  const isSameKind = before?.document?.is === kind;
  const kept = tree.blocks && ((isSameKind && before?.kept) || { parts: new WeakMap(), symbols: new WeakMap() });
  const document = lower(tree.root, kind, kept?.parts);
  const symbols = symbolsOf(document, kept?.symbols);
  const links = symbols.files
    .filter(({ of, path }) => of === "catalog" || isResultsName(path) || isKnownName(path))
    .map(({ path }) => resolveUri(uri, path));
  const shape = shapeProblems(tree, document, isSameKind ? before : undefined);
  return { uri, tree, document, shape, symbols, links, ...(kept ? { kept } : {}) };
}

function shapeProblems(
  tree: SyntaxTree,
  document: SpecDocument | undefined,
  before: SpecFile | undefined,
): readonly ShapeProblem[] {
  if (document && before) return recheckShape(document.is, tree, before);
  if (document) return checkShape(document.is, document.node);
  if (tree.broken.all) return [];
  const header = checkHeader(tree.root, tree.spanAt({ start: 0, end: 0 }));
  return header ? [header] : [];
}
