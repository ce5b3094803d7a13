import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { Edit, Fix } from "../base/finding.ts";
import { say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import { quickFixes, safeFixes } from "../features/code-actions.ts";
import type { Refactoring } from "../features/refactoring.ts";
import { refactorings } from "../features/refactorings.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { FIX_ALL } from "./convert.ts";
import { guard } from "./guard.ts";
import type { Services } from "./services.ts";
import { createsFiles, workspaceEdit } from "./workspace-edit.ts";

/** Quick fixes and refactorings at a place, and all safe fixes of a file at once. */
export function answerCodeActions({ connection, session, capabilities }: Services): void {
  connection.onCodeAction(
    guard(connection.console, "textDocument/codeAction", null, ({ textDocument, range, context }) => {
      const uri = normalizeUri(textDocument.uri);
      const { converter, snapshot } = session;
      const tree = snapshot.files.get(uri)?.tree;
      if (!tree) return [];
      const wants = (kind: string): boolean =>
        context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const diagnostics = session.lint(uri);
      const actions: CodeAction[] = [];
      if (wants(CodeActionKind.QuickFix)) {
        const at = { start: tree.lines.offsetAt(range.start), end: tree.lines.offsetAt(range.end) };
        const fixes = quickFixes(snapshot, uri, at, diagnostics);
        for (const { diagnostic, fix, preferred } of fixes) {
          actions.push({
            title: converter.text(fix.title),
            kind: CodeActionKind.QuickFix,
            diagnostics: [converter.diagnostic(diagnostic)],
            ...(preferred ? { isPreferred: true } : {}),
            edit: workspaceEdit(session, capabilities, fix.edits),
          });
        }
      }
      if (REFACTORINGS.some(wants)) {
        const at = { start: tree.lines.offsetAt(range.start), end: tree.lines.offsetAt(range.end) };
        for (const refactoring of refactorings(snapshot, uri, at)) {
          const kind = `${CodeActionKind.Refactor}.${refactoring.kind}`;
          if (wants(kind) && canDo(refactoring)) actions.push(refactorAction(refactoring, kind));
        }
      }
      const safe = safeFixes(diagnostics);
      if (wants(FIX_ALL) && context.only !== undefined && safe.length > 0) {
        const edits = withoutOverlaps(snapshot, safe);
        actions.push({
          title: converter.text(say`Fix all that is safe to fix`),
          kind: FIX_ALL,
          edit: workspaceEdit(session, capabilities, edits),
        });
      }
      return actions;
    }),
  );

  function canDo({ creates, refused }: Refactoring): boolean {
    if (refused) return capabilities.textDocument?.codeAction?.disabledSupport === true;
    return creates.length === 0 || createsFiles(capabilities);
  }

  function refactorAction({ title, refused, edits, creates }: Refactoring, kind: string): CodeAction {
    const { converter } = session;
    const action = { title: converter.text(title), kind };
    if (refused) return { ...action, disabled: { reason: converter.text(refused) } };
    return { ...action, edit: workspaceEdit(session, capabilities, edits, creates) };
  }
}

/** Fixes as a whole, each unless it touches a place that one before it changes: the next time it gets its turn. */
function withoutOverlaps(snapshot: Snapshot, fixes: readonly Fix[]): readonly Edit[] {
  const taken: (Stretch & { readonly uri: string })[] = [];
  return fixes.flatMap(({ edits }) => {
    const places = edits.flatMap(({ span }) => {
      const place = snapshot.place(span);
      return place ? [{ ...place.at, uri: span.block.uri }] : [];
    });
    const clashes = places.some(({ uri, start, end }) =>
      taken.some((other) => other.uri === uri && start <= other.end && other.start <= end),
    );
    if (clashes) return [];
    taken.push(...places);
    return edits;
  });
}

/** The kinds of refactorings that there are. */
export const REFACTORINGS: readonly CodeActionKind[] = [
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
];
