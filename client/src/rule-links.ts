import { type Diagnostic, Uri } from "vscode";
import type { Middleware } from "vscode-languageclient";

/** Makes the rule's id in hovers and in the Problems panel open the rule's page that came with the extension. */
export const linkRulePages: Middleware = {
  handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(link)),
  provideDiagnostics: async (document, previous, token, next) => {
    const report = await next(document, previous, token);
    return report && "items" in report ? { ...report, items: report.items.map(link) } : report;
  },
  provideWorkspaceDiagnostics: (previous, token, report, next) =>
    next(previous, token, (chunk) => {
      const items = chunk?.items.map((file) => ("items" in file ? { ...file, items: file.items.map(link) } : file));
      report(items ? { items } : null);
    }),
};

function link(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === "object" && code.target.path.endsWith(`/${code.value}.md`)) {
    const argument = encodeURIComponent(JSON.stringify([code.value]));
    diagnostic.code = { value: code.value, target: Uri.parse(`command:trainingSpec.explainRule?${argument}`) };
  }
  return diagnostic;
}
