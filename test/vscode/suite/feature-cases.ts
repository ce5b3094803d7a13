import * as vscode from "vscode";
import { assert, type Case, eventually } from "./runner.ts";
import {
  after,
  assertSame,
  CALL_BACK,
  COMPANY,
  fileUri,
  findingsWhere,
  open,
  rulesIn,
  SAVE_THE_CUSTOMER,
} from "./workspace.ts";

const METRIC = "customer-save-rate";

export const featureCases: readonly Case[] = [
  {
    name: "Doctor says what is wrong with the setup, for a person and for a bug report",
    check: async () => {
      await open(CALL_BACK);
      await vscode.commands.executeCommand("trainingSpec.doctor");
      const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("training-spec-doctor:/Doctor.md"));
      const text = page.getText();
      for (const says of [
        /^# Training Spec: Doctor$/m,
        /its language server is running\.$/m,
        /^- ✓ `programs\/call-back\.training\.yaml` is checked: \d+ findings\.$/m,
        /^Training Spec \S+ \(extension \S+\)$/m,
        /^files: .*\d+ program/m,
      ])
        assert(says.test(text), `Doctor does not say ${says}:\n${text}`);
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    },
  },
  {
    name: "hover says what a reference means",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document, "use: customer");
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((part) => (typeof part === "string" ? part : part.value)),
      );
      assert(
        texts.some((text) => text.includes("Customer save rate")),
        `hover: ${texts.join("\n")}`,
      );
    },
  },
  {
    name: "completion offers the ids that can stand here",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const list = await ask<vscode.CompletionList>("vscode.executeCompletionItemProvider", document, "moves: [saved");
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      assert(labels.includes("saved-callers"), `offered: ${labels.join(" ")}`);
      assert(!labels.includes("retention-agents"), "offers what is no metric");
    },
  },
  {
    name: "definition leads into the catalog",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        document,
        "use: customer",
      );
      assertSame(
        found.map((each) => name("uri" in each ? each.uri : each.targetUri)),
        [COMPANY],
        "files",
      );
    },
  },
  {
    name: "references are found in every file",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const found = await ask<vscode.Location[]>("vscode.executeReferenceProvider", document, "use: customer");
      const files = new Set(found.map(({ uri }) => name(uri)));
      for (const file of [CALL_BACK, SAVE_THE_CUSTOMER, COMPANY])
        assert(files.has(file), `${file} not in ${[...files].join(" ")}`);
    },
  },
  {
    name: "rename changes every file, and the findings stay as they were",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const before = rulesIn(document.uri);
      await rename(document, METRIC, "kept-customers");
      for (const file of [CALL_BACK, SAVE_THE_CUSTOMER, COMPANY]) {
        const { document: changed } = await open(file);
        assert(changed.getText().includes("kept-customers"), `${file} was not changed`);
        assert(!changed.getText().includes(METRIC), `${file} was changed in part`);
      }
      await findingsWhere(document.uri, "the same findings", (rules) => rules.join() === before.join());
      await rename((await open(CALL_BACK)).document, "kept-customers", METRIC);
    },
  },
  {
    name: "the outline and the workspace symbols hold the program",
    check: async () => {
      const { document } = await open(SAVE_THE_CUSTOMER);
      const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      const names = outlineNames(outline);
      assert(names.includes("diagnose-before-offering"), `the outline holds ${names.join(" ")}`);
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        "vscode.executeWorkspaceSymbolProvider",
        METRIC,
      );
      assert(
        symbols.some(({ location }) => name(location.uri) === COMPANY),
        "the metric is no workspace symbol",
      );
    },
  },
  {
    name: "a quick fix corrects the text and its finding goes away",
    check: async () => {
      const { document } = await open(CALL_BACK);
      await findingsWhere(document.uri, "finding", (rules) => rules.includes("unknown-key"));
      const place = after(document, "fromat");
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        new vscode.Range(place, place),
        vscode.CodeActionKind.QuickFix.value,
        10,
      );
      const fix = actions.find(({ edit, title }) => edit && title.includes("format"));
      assert(fix?.edit, `offered: ${actions.map(({ title }) => title).join(", ")}`);
      assert(await vscode.workspace.applyEdit(fix.edit), "the fix was not applied");
      await findingsWhere(document.uri, "finding gone", (rules) => !rules.includes("unknown-key"));
      assert(document.getText().includes("    format: live practice"), "the text is not corrected");
      await open(CALL_BACK);
      await vscode.commands.executeCommand("undo");
      await findingsWhere(document.uri, "finding back", (rules) => rules.includes("unknown-key"));
    },
  },
  {
    name: "the preview opens beside the editor and follows the active spec",
    check: async () => {
      await open(CALL_BACK);
      await vscode.commands.executeCommand("trainingSpec.openPreview");
      await previewOf("call-back.training.yaml");
      await vscode.window.showTextDocument(fileUri(SAVE_THE_CUSTOMER), { viewColumn: vscode.ViewColumn.One });
      await previewOf("save-the-customer.training.yaml");
      await vscode.commands.executeCommand("trainingSpec.openPreview");
      assertSame(previews().length, 1, "panels");
    },
  },
  {
    name: "the portfolio opens once, and is written as a page of its own",
    check: async () => {
      await vscode.commands.executeCommand("trainingSpec.showPortfolio");
      await eventually("a portfolio", [vscode.window.tabGroups.onDidChangeTabs], () => portfolios().length === 1);
      await vscode.commands.executeCommand("trainingSpec.showPortfolio");
      assertSame(portfolios().length, 1, "panels");
      await vscode.window.tabGroups.close(portfolios());
      const target = fileUri("portfolio.html");
      await vscode.commands.executeCommand("trainingSpec.exportPortfolio", target);
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      await vscode.workspace.fs.delete(target);
      for (const text of ["<!DOCTYPE html>", "Save the customer", "Call back on time", "Grow recurring revenue"])
        assert(page.includes(text), `the page lacks ${text}`);
    },
  },
  {
    name: "the page of a rule is there without a network",
    check: async () => {
      const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("training-spec-rule:/unknown-key.md"));
      assertSame(page.languageId, "markdown", "language of the page");
      assert(page.getText().includes("unknown-key"), page.getText());
      const other = await vscode.workspace.openTextDocument(vscode.Uri.parse("training-spec-rule:/no-such-rule.md"));
      assert(other.getText().includes("No rule has this name"), other.getText());
    },
  },
];

function outlineNames(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return symbols.flatMap(({ name, children }) => [name, ...outlineNames(children)]);
}

function ask<Answer>(command: string, document: vscode.TextDocument, text: string): Thenable<Answer> {
  return vscode.commands.executeCommand<Answer>(command, document.uri, after(document, text));
}

async function rename(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const place = after(document, `use: ${from.slice(0, 4)}`);
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    "vscode.executeDocumentRenameProvider",
    document.uri,
    place,
    to,
  );
  assert(await vscode.workspace.applyEdit(edit), "the rename was not applied");
}

function previews(): vscode.Tab[] {
  return tabsOf("trainingSpec.preview");
}

function portfolios(): vscode.Tab[] {
  return tabsOf("trainingSpec.portfolio");
}

function tabsOf(view: string): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(view));
}

async function previewOf(file: string): Promise<void> {
  await eventually(`a preview of ${file}`, [vscode.window.tabGroups.onDidChangeTabs], () =>
    previews().some(({ label, group }) => label === `Preview ${file}` && group.viewColumn === vscode.ViewColumn.Two),
  );
}

/** A file's path below the folder of the workspace. */
function name(uri: vscode.Uri): string {
  return uri.path.slice(fileUri("").path.replace(/\/?$/, "/").length);
}
