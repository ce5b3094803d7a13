import * as vscode from "vscode";
import { assert, type Case, eventually } from "./runner.ts";
import { CALL_BACK, fileUri, open } from "./workspace.ts";

const FORM = "trainingSpec.form";

/** A spec as a form; what is done on its page is tested on screen. */
export const formCases: readonly Case[] = [
  {
    name: "a spec opens as a form, of the same document as its text",
    check: async () => {
      const { document } = await open(CALL_BACK);
      await vscode.commands.executeCommand("trainingSpec.openForm");
      await activeTabIs((input) => input instanceof vscode.TabInputCustom && input.viewType === FORM);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), "# a comment\n");
      assert(await vscode.workspace.applyEdit(edit), "the edit was not applied");
      assert(vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty, "the form is not dirty");
      await vscode.commands.executeCommand("undo");
      await eventually("undone in the form", [vscode.workspace.onDidChangeTextDocument], () => {
        return !document.getText().startsWith("# a comment");
      });
    },
  },
  {
    name: "a form can be reopened as text, and the other way",
    check: async () => {
      await vscode.commands.executeCommand("vscode.openWith", fileUri(CALL_BACK), FORM);
      await activeTabIs((input) => input instanceof vscode.TabInputCustom && input.viewType === FORM);
      await vscode.commands.executeCommand("trainingSpec.reopenAsText");
      await activeTabIs((input) => input instanceof vscode.TabInputText);
      const forms = vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputCustom && input.viewType === FORM);
      assert(forms.length === 0, `${forms.length} forms are still open`);
    },
  },
  {
    name: "a form whose file is deleted stays without harm",
    check: async () => {
      const uri = fileUri("programs/short-lived.training.yaml");
      await vscode.workspace.fs.writeFile(
        uri,
        new TextEncoder().encode("version: 1\nkind: program\nid: short-lived\n"),
      );
      await vscode.commands.executeCommand("vscode.openWith", uri, FORM);
      await activeTabIs((input) => input instanceof vscode.TabInputCustom && input.uri.path === uri.path);
      await vscode.workspace.fs.delete(uri);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await open(CALL_BACK);
    },
  },
];

function activeTabIs(isRight: (input: unknown) => boolean): Promise<boolean> {
  return eventually("the active tab", [vscode.window.tabGroups.onDidChangeTabs], () =>
    isRight(vscode.window.tabGroups.activeTabGroup.activeTab?.input),
  );
}
