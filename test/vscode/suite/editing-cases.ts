import * as vscode from "vscode";
import { assert, type Case, eventually } from "./runner.ts";
import { after, assertSame, CALL_BACK, COMPANY, fileUri, findingsWhere, open } from "./workspace.ts";

/** What the editor does beyond findings. */
export const editingCases: readonly Case[] = [
  {
    name: "a definition comes from the catalog, and one undo takes it back",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const place = after(document, "use: customer");
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        new vscode.Range(place, place),
        vscode.CodeActionKind.Refactor.value,
        10,
      );
      const inline = actions.find(({ kind }) => kind?.value === "refactor.inline");
      assert(inline?.edit, `offered: ${actions.map(({ title }) => title).join(", ")}`);
      const before = document.getText();
      assert(await vscode.workspace.applyEdit(inline.edit), "the refactoring was not applied");
      assert(document.getText().includes("    name: Customer save rate\n"), "the definition is not here");
      await open(CALL_BACK);
      await vscode.commands.executeCommand("undo");
      assertSame(document.getText(), before, "text after undo");
    },
  },
  {
    name: "ids have the color of what they are",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        "vscode.provideDocumentSemanticTokensLegend",
        document.uri,
      );
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        "vscode.provideDocumentSemanticTokens",
        document.uri,
      );
      assert(legend.tokenTypes.includes("metric"), legend.tokenTypes.join(" "));
      assert(tokens.data.length > 100, `${tokens.data.length} numbers`);
    },
  },
  {
    name: "the call hierarchy of a behavior shows what enables it",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        "vscode.prepareCallHierarchy",
        document.uri,
        after(document, "enables: [promise"),
      );
      assert(item, "no item");
      const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
        "vscode.provideIncomingCalls",
        item,
      );
      assertSame(
        calls.map(({ from }) => from.name),
        ["read-the-roster"],
        "what leads to it",
      );
    },
  },
  {
    name: "a catalog that gets another name is found under it",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const move = async (from: string, to: string): Promise<void> => {
        const edit = new vscode.WorkspaceEdit();
        edit.renameFile(fileUri(from), fileUri(to));
        assert(await vscode.workspace.applyEdit(edit), `${from} was not renamed`);
      };
      await move(COMPANY, "shared.training.yaml");
      const reads = (path: string): Promise<true> =>
        eventually(`the catalog as ${path}`, [vscode.workspace.onDidChangeTextDocument], () =>
          document.getText().includes(`catalogs: [${path}]`),
        );
      await reads("../shared.training.yaml");
      await move("shared.training.yaml", COMPANY);
      await reads("../company.training.yaml");
    },
  },
  {
    name: "the lines above entries can be turned off",
    check: async () => {
      const { document } = await open(CALL_BACK);
      const lenses = (): Thenable<vscode.CodeLens[]> =>
        vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
      const settings = vscode.workspace.getConfiguration("trainingSpec");
      assert((await lenses()).length > 0, "there are none to begin with");
      await settings.update("codeLens.enabled", false, vscode.ConfigurationTarget.Workspace);
      await until("no lines", async () => (await lenses()).length === 0);
      await settings.update("codeLens.enabled", undefined, vscode.ConfigurationTarget.Workspace);
      await until("the lines again", async () => (await lenses()).length > 0);
    },
  },
  {
    name: "what is safe to mend is mended on save, where one wants that",
    check: async () => {
      const uri = fileUri("programs/on-save.training.yaml");
      const text = "version: 1\nkind: program\nid: on-save\nneed:\n  problem:Callers leave\n";
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      const settings = vscode.workspace.getConfiguration("editor", { languageId: "training-spec" });
      const onSave = { "source.fixAll.trainingSpec": "explicit" };
      await settings.update("codeActionsOnSave", onSave, vscode.ConfigurationTarget.Workspace, true);
      const editor = await open("programs/on-save.training.yaml");
      await findingsWhere(uri, "the missing space", (rules) => rules.includes("wrong-type"));
      await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), "title: Mended on save\n"));
      await until("the space", async () => {
        // VS Code saves without what takes too long, and does it with the next change.
        await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), "# once more\n"));
        await editor.document.save();
        return editor.document.getText().includes("  problem: Callers leave");
      });
      await settings.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Workspace, true);
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.workspace.fs.delete(uri);
    },
  },
];

/** For what no event tells. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert(false, `${what} did not come within ten seconds`);
}
