import { type Diagnostic, l10n, languages, type TextDocumentContentProvider, Uri, window } from "vscode";
import type { RulePage } from "../../server/src/lsp/protocol.ts";
import { showPage } from "./show-page.ts";

export const RULE_SCHEME = "training-spec-rule";

/** Documents `training-spec-rule:/<rule>.md`: the pages of the rules, from the language server, without a network. */
export class RulePages implements TextDocumentContentProvider {
  readonly #explain: (rule: string) => Promise<RulePage | null | undefined>;

  constructor(explain: (rule: string) => Promise<RulePage | null | undefined>) {
    this.#explain = explain;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const rule = uri.path.replace(/^\//, "").replace(/\.md$/, "");
    const page = await this.#explain(rule);
    if (page) return `${languageNote()}${page.markdown}`;
    return page === null
      ? `# ${rule}\n\n${l10n.t("No rule has this name.")}\n`
      : `# ${rule}\n\n${l10n.t("The page cannot be shown, because the language server is not running. Close this page, run **Training Spec: Restart Language Server** and open it again.")}\n`;
  }
}

/** Pages are documentation, and English in every language: who reads another one is told, in that one. */
function languageNote(): string {
  const note = l10n.t("This page is in English.");
  return l10n.bundle === undefined ? "" : `_${note}_\n\n`;
}

/** Shows the page of a rule; without one, of the finding at the cursor, else of a finding that the user picks. */
export async function explainRule(rule: unknown): Promise<void> {
  const chosen = typeof rule === "string" ? rule : await chooseRule();
  if (chosen === undefined) return;
  await showPage(Uri.from({ scheme: RULE_SCHEME, path: `/${chosen}.md` }));
}

async function chooseRule(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const findings = editor ? languages.getDiagnostics(editor.document.uri).filter(hasPage) : [];
  const here = findings.filter(({ range }) => editor && range.contains(editor.selection.active));
  const rules = distinctRules(here.length > 0 ? here : findings);
  if (rules.length === 0) {
    void window.showInformationMessage(l10n.t("Training Spec finds nothing here that could be explained."));
    return undefined;
  }
  if (rules.length === 1) return rules[0]?.label;
  return (await window.showQuickPick(rules, { title: l10n.t("Explain Rule"), placeHolder: l10n.t("Which finding?") }))
    ?.label;
}

function distinctRules(findings: readonly Diagnostic[]): { label: string; detail: string }[] {
  const messages = new Map(findings.map((finding) => [ruleOf(finding), finding.message]));
  return [...messages].map(([label, detail]) => ({ label, detail }));
}

function hasPage({ source, code }: Diagnostic): boolean {
  return source === "training-spec" && code !== undefined;
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
