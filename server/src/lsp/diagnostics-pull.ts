import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { normalizeUri } from "../workspace/uri.ts";
import { Breath } from "./breath.ts";
import { guard } from "./guard.ts";
import { keepFindings } from "./keep-findings.ts";
import type { Services } from "./services.ts";

/** Diagnostics when the client asks: of one document, and of all files that are not open. */
export function answerDiagnostics({ connection, session, capabilities }: Services): void {
  const ids = new ResultIds();
  // Who can be told to ask again need not wait until the whole workspace has been read.
  const isToldLater = capabilities.workspace?.diagnostics?.refreshSupport === true;

  connection.languages.diagnostics.on(
    guard<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      connection.console,
      "textDocument/diagnostic",
      empty(),
      async ({ textDocument, previousResultId }) => {
        const uri = normalizeUri(textDocument.uri);
        await (isToldLater ? session.ready : session.settled);
        const findings = session.lint(uri);
        const resultId = ids.of(uri, findings);
        if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        const { converter } = session;
        const items = converter.diagnostics(findings);
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    ),
  );

  connection.languages.diagnostics.onWorkspace(async (params, token) => {
    const handle = guard<typeof params, WorkspaceDiagnosticReport>(
      connection.console,
      "workspace/diagnostic",
      { items: [] },
      async ({ previousResultIds }) => {
        const known = new Map(previousResultIds.map(({ uri, value }) => [normalizeUri(uri), value]));
        for (;;) {
          await session.settled;
          const changed = session.change();
          const items = await changedReports(known, token);
          if (items && (items.length > 0 || token.isCancellationRequested)) return { items };
          if (items) await Promise.race([changed, cancelled(token)]);
        }
      },
    );
    return handle(params, token);
  });

  /**
   * Reports of the files that are not open and whose findings are not those the client knows. Undefined where the workspace
   * changed meanwhile; what has been found by then is kept.
   */
  async function changedReports(
    known: ReadonlyMap<string, string>,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[] | undefined> {
    const { converter, snapshot } = session;
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    let isNews = false;
    const breath = new Breath();
    for (const uri of snapshot.files.keys()) {
      await breath.taken();
      if (session.snapshot !== snapshot) return undefined;
      if (token.isCancellationRequested) return reports;
      if (session.isOpen(uri)) continue;
      const told = session.told(uri);
      const findings = told ? [] : session.lint(uri);
      const resultId = ids.of(uri, told ?? findings);
      isNews ||= told === undefined;
      if (known.get(uri) !== resultId) {
        const items = told ? converter.spelled(told.items) : converter.diagnostics(findings);
        const spelling = session.spelling(uri);
        if (known.has(uri) || items.length > 0)
          reports.push({ kind: DocumentDiagnosticReportKind.Full, uri: spelling, version: null, resultId, items });
      }
      session.leave(uri);
    }
    for (const uri of known.keys()) {
      if (snapshot.files.has(uri) || known.get(uri) === GONE) continue;
      reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: GONE, items: [] });
    }
    if (isNews) keepFindings(session, snapshot);
    return reports;
  }
}

const GONE = "gone";

/** A new id each time the findings of a file are others than before. */
class ResultIds {
  readonly #last = new Map<string, { findings: object; id: string }>();
  #count = 0;

  of(uri: string, findings: object): string {
    const last = this.#last.get(uri);
    if (last?.findings === findings) return last.id;
    const id = String(++this.#count);
    this.#last.set(uri, { findings, id });
    return id;
  }
}

function empty(): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: [] };
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}
