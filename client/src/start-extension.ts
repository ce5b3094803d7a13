import { commands, type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from "vscode";
import { type EditorFacts, METHODS } from "../../server/src/lsp/protocol.ts";
import { newSpec } from "./begin/new-spec.ts";
import { openSample } from "./begin/open-sample.ts";
import { pasteTable } from "./begin/paste-table.ts";
import { SAMPLE_SCHEME, SampleFiles } from "./begin/sample-files.ts";
import { offerTablePaste } from "./begin/table-paste-offer.ts";
import { DOCTOR_SCHEME, Doctor } from "./doctor/doctor.ts";
import { editorFacts } from "./doctor/editor-facts.ts";
import { exportPortfolio } from "./export/export-portfolio.ts";
import { exportPreview } from "./export/export-preview.ts";
import { printPreview } from "./export/print-preview.ts";
import { FORM_EDITOR } from "./form/active-form.ts";
import { FormEditor } from "./form/form-editor.ts";
import { type ClientHost, LanguageSession } from "./language-session.ts";
import { FollowingPreview } from "./preview/following-preview.ts";
import { PORTFOLIO_VIEW, PortfolioPanel } from "./preview/portfolio-panel.ts";
import { PREVIEW_VIEW } from "./preview/preview-panel.ts";
import { showReadiness } from "./readiness-status.ts";
import { rememberErrors } from "./remember-errors.ts";
import { explainRule, RULE_SCHEME, RulePages } from "./rule-pages.ts";
import { showPlaces } from "./show-places.ts";

/** Starts the language server and everything that is built on it; all of it ends with the extension's context. */
export async function startExtension(context: ExtensionContext, host: ClientHost): Promise<void> {
  const channel = window.createOutputChannel("Training Spec", { log: true });
  const errors: string[] = [];
  const output = rememberErrors(channel, errors);
  const facts = () => editorFacts(context, host.system, errors);
  const session = new LanguageSession(host, output);
  const preview = new FollowingPreview(context.extensionUri, session);
  const portfolio = new PortfolioPanel(context.extensionUri, session);
  const doctor = new Doctor(session, facts);
  logVersions(output, facts());
  const form = new FormEditor(context.extensionUri, session);
  context.subscriptions.push(
    channel,
    doctor,
    commands.registerCommand("trainingSpec.doctor", () => doctor.examine()),
    workspace.registerTextDocumentContentProvider(DOCTOR_SCHEME, doctor),
    session,
    preview,
    portfolio,
    form,
    showReadiness(session),
    commands.registerCommand("trainingSpec.openPreview", (file?: unknown) => preview.open(file)),
    window.registerCustomEditorProvider(FORM_EDITOR, form, { supportsMultipleEditorsPerDocument: true }),
    commands.registerCommand("trainingSpec.openForm", (file?: unknown) => form.open(file)),
    commands.registerCommand("trainingSpec.reopenAsText", () => form.reopenAsText()),
    commands.registerCommand("trainingSpec.newSpec", (options?: unknown) => newSpec(session, options)),
    commands.registerCommand("trainingSpec.openSample", (sample?: unknown) => openSample(sample)),
    workspace.registerFileSystemProvider(
      SAMPLE_SCHEME,
      new SampleFiles(Uri.joinPath(context.extensionUri, "samples")),
      { isCaseSensitive: true },
    ),
    commands.registerCommand("trainingSpec.pasteTable", (text?: unknown) => pasteTable(session, text)),
    offerTablePaste(session),
    commands.registerCommand("trainingSpec.showPortfolio", () => portfolio.open()),
    commands.registerCommand("trainingSpec.exportPreview", (options?: unknown) =>
      exportPreview(session, preview, options),
    ),
    commands.registerCommand("trainingSpec.printPreview", () =>
      printPreview(session, preview, context.globalStorageUri),
    ),
    commands.registerCommand("trainingSpec.exportPortfolio", (to?: unknown) => exportPortfolio(session, to)),
    commands.registerCommand("trainingSpec.explainRule", (rule?: unknown) => explainRule(rule)),
    commands.registerCommand("trainingSpec.showPlaces", showPlaces),
    commands.registerCommand("trainingSpec.showOutput", () => output.show(true)),
    commands.registerCommand("trainingSpec.restartServer", () => session.restart()),
    workspace.registerTextDocumentContentProvider(
      RULE_SCHEME,
      new RulePages((rule) => session.ask(METHODS.explain, { rule })),
    ),
    window.registerWebviewPanelSerializer(PREVIEW_VIEW, preview),
    window.registerWebviewPanelSerializer(PORTFOLIO_VIEW, portfolio),
    workspace.onDidChangeWorkspaceFolders(() => session.foldersChanged()),
    workspace.onDidGrantWorkspaceTrust(() => session.restart()),
    workspace.onDidChangeConfiguration((change) => {
      const restarts = ["trainingSpec.today", "trainingSpec.codeLens.enabled"];
      if (restarts.some((setting) => change.affectsConfiguration(setting))) void session.restart();
    }),
  );
  await commands.executeCommand("setContext", "trainingSpec.started", true);
  await session.start();
}

/** What a bug report must say and nobody remembers. */
function logVersions(
  output: LogOutputChannel,
  { editor, extension, host, system, trusted, settings }: EditorFacts,
): void {
  output.info(`Training Spec ${extension} in ${editor} (${host}; ${system})`);
  output.info(`Trusted: ${trusted}. Settings that differ from the default: ${JSON.stringify(settings)}`);
}
