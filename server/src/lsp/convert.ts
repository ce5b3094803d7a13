import {
  CodeActionKind,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type Diagnostic as LspDiagnostic,
  SymbolKind as LspSymbolKind,
  type Range,
  type SymbolInformation,
  type TextEdit,
} from "vscode-languageserver-protocol";
import { withoutPlaces } from "../base/edit.ts";
import { type Diagnostic, type Edit, isOpen, type Severity } from "../base/finding.ts";
import type { LineIndex } from "../base/line-index.ts";
import { type Message, render, type Translation } from "../base/message.ts";
import type { Span, Stretch } from "../base/span.ts";
import type { Definition } from "../features/definition.ts";
import type { OutlineItem } from "../features/document-symbols.ts";
import { docsUrl } from "../rules/docs-url.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import type { SymbolKind } from "../workspace/symbols.ts";

export const FIX_ALL: string = `${CodeActionKind.SourceFixAll}.trainingSpec`;

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Turns what the engine says about one snapshot into what the protocol says. `uriOf` gives the client's own spelling. */
export class Converter {
  readonly #snapshot: Snapshot;
  readonly #uriOf: (uri: string) => string;
  readonly #translation: Translation | undefined;
  /** Of the file that was asked for last: one that holds nothing but its text counts its lines each time. */
  #lines: { readonly file: SpecFile; readonly lines: LineIndex } | undefined;

  constructor(snapshot: Snapshot, uriOf: (uri: string) => string, translation: Translation | undefined) {
    this.#snapshot = snapshot;
    this.#uriOf = uriOf;
    this.#translation = translation;
  }

  text(message: Message): string {
    return render(message, this.#translation);
  }

  stretch({ lines }: Pick<SpecFile, "lines">, { start, end }: Stretch): Range {
    return { start: lines.positionAt(start), end: lines.positionAt(end) };
  }

  stretchIn(uri: string, stretch: Stretch): Range {
    const file = this.#snapshot.files.get(uri);
    return file ? this.stretch(file, stretch) : NOWHERE;
  }

  range(span: Span): Range {
    const place = this.#snapshot.place(span);
    if (!place) return NOWHERE;
    if (this.#lines?.file !== place.file) this.#lines = { file: place.file, lines: place.file.lines };
    return this.stretch(this.#lines, place.at);
  }

  location(span: Span): Location {
    return { uri: this.#uriOf(span.block.uri), range: this.range(span) };
  }

  diagnostic(diagnostic: Diagnostic): LspDiagnostic {
    const help = diagnostic.help ? `\n${this.text(diagnostic.help)}` : "";
    return {
      range: this.range(diagnostic.span),
      severity: severityOf(diagnostic.severity),
      code: diagnostic.rule,
      codeDescription: { href: docsUrl(diagnostic.rule) },
      source: "training-spec",
      message: this.text(diagnostic.message) + help,
      ...(diagnostic.tag
        ? { tags: [diagnostic.tag === "unnecessary" ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated] }
        : {}),
      ...(diagnostic.related?.length
        ? {
            relatedInformation: diagnostic.related.map(({ span, message }) => ({
              location: this.location(span),
              message: this.text(message),
            })),
          }
        : {}),
      ...(diagnostic.fixes?.length ? { data: { fixes: diagnostic.fixes.map(({ title }) => this.text(title)) } } : {}),
    };
  }

  /** Of findings those that are shown. */
  diagnostics(found: readonly Diagnostic[]): LspDiagnostic[] {
    return found.filter(isOpen).map((each) => this.diagnostic(each));
  }

  /** Diagnostics in which other files are named as the server does, with the client's own spelling. */
  spelled(items: readonly LspDiagnostic[]): LspDiagnostic[] {
    return items.map((item) => {
      const { relatedInformation: related } = item;
      if (!related) return item;
      const spelled = related.map(({ location: { uri, range }, message }) => ({
        location: { uri: this.#uriOf(uri), range },
        message,
      }));
      return { ...item, relatedInformation: spelled };
    });
  }

  textEdit(edit: Edit): TextEdit {
    return { range: this.range(edit.span), newText: withoutPlaces(edit) };
  }

  definition({ uri, origin, span, whole }: Definition): LocationLink {
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return {
      originSelectionRange: this.range(origin),
      targetUri: this.#uriOf(uri),
      targetRange: whole ? this.range(whole) : top,
      targetSelectionRange: span ? this.range(span) : top,
    };
  }

  documentSymbol(item: OutlineItem): DocumentSymbol {
    const detail = typeof item.detail === "object" ? this.text(item.detail) : item.detail;
    return {
      name: item.name || " ",
      ...(detail ? { detail } : {}),
      kind: outlineKind(item),
      range: this.range(item.whole),
      selectionRange: this.range(item.span),
      children: item.children.map((child) => this.documentSymbol(child)),
    };
  }
}

function severityOf(severity: Severity): DiagnosticSeverity {
  if (severity === "error") return DiagnosticSeverity.Error;
  // A hint of ours is Information: editors do not list hints of the protocol among the problems of a file.
  return severity === "warning" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
}

const SYMBOL_KINDS: Readonly<Record<SymbolKind, LspSymbolKind>> = {
  activity: LspSymbolKind.Event,
  assessment: LspSymbolKind.Method,
  audience: LspSymbolKind.Interface,
  behavior: LspSymbolKind.Function,
  decision: LspSymbolKind.Operator,
  definition: LspSymbolKind.Class,
  goal: LspSymbolKind.Namespace,
  metric: LspSymbolKind.Variable,
  objective: LspSymbolKind.Property,
  person: LspSymbolKind.Key,
  point: LspSymbolKind.Constant,
  rate: LspSymbolKind.Number,
};

/** Icons of sections without entries; a section with entries has the icon of its entries. */
const SECTION_KINDS: Readonly<Record<string, LspSymbolKind>> = {
  catalogs: LspSymbolKind.File,
  conclusions: LspSymbolKind.Boolean,
  measurement: LspSymbolKind.Constant,
  money: LspSymbolKind.Number,
  need: LspSymbolKind.Namespace,
  owners: LspSymbolKind.Key,
  results: LspSymbolKind.File,
  waivers: LspSymbolKind.Null,
};

function outlineKind({ kind, of, section }: OutlineItem): LspSymbolKind {
  if (of) return SYMBOL_KINDS[of];
  if (kind !== "section") return LspSymbolKind.Field;
  return SECTION_KINDS[section] ?? LspSymbolKind.String;
}

export function symbolKindOf(kind: SymbolKind): LspSymbolKind {
  return SYMBOL_KINDS[kind];
}

/** The outline for clients that know no nesting. */
export function flatSymbols(items: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return items.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(container ? { containerName: container } : {}) },
    ...flatSymbols(children ?? [], uri, name),
  ]);
}
