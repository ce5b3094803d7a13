import * as vscode from "vscode";
import { assert, type Case, eventually } from "./runner.ts";
import { after, assertSame, fileUri, findingsIn, findingsWhere } from "./workspace.ts";

/** From nothing to a draft. */
export const beginCases: readonly Case[] = [
  {
    name: "a new spec is written beside the others, opened at the first gap with its preview, and has hints alone",
    check: async () => {
      const folder = fileUri("programs").toString();
      const answers = { template: "sales", problem: "We lose every second offer.", launch: "2027-02-01" };
      await vscode.commands.executeCommand("trainingSpec.newSpec", { folder, answers });
      const editor = vscode.window.activeTextEditor;
      assert(editor, "no editor is open");
      assertSame(editor.document.uri.toString(), fileUri("programs/raise-win-rate.training.yaml").toString(), "file");
      assert(editor.document.lineAt(editor.selection.active.line).text.includes("finding:"), "the cursor is elsewhere");
      await findingsWhere(editor.document.uri, "hints", (rules) => rules.includes("missing-key"));
      const worse = findingsIn(editor.document.uri).filter(
        ({ severity }) => severity < vscode.DiagnosticSeverity.Information,
      );
      assertSame(
        worse.map(({ message }) => message),
        [],
        "errors and warnings",
      );
      await eventually("a preview", [vscode.window.tabGroups.onDidChangeTabs], () =>
        vscode.window.tabGroups.all.some(({ tabs }) =>
          tabs.some(({ label }) => label === "Preview raise-win-rate.training.yaml"),
        ),
      );
    },
  },
  {
    name: "a second one of the same name is another file",
    check: async () => {
      const folder = fileUri("programs").toString();
      await vscode.commands.executeCommand("trainingSpec.newSpec", { folder, answers: { template: "sales" } });
      const second = vscode.window.activeTextEditor?.document.uri;
      assertSame(second?.toString(), fileUri("programs/raise-win-rate-2.training.yaml").toString(), "file");
    },
  },
  {
    name: "a table becomes entries of the section at the cursor, and one undo takes them back",
    check: async () => {
      const uri = fileUri("programs/raise-win-rate.training.yaml");
      const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
      const place = after(editor.document, "\nobjectives:");
      editor.selection = new vscode.Selection(place, place);
      const table = "Learning objective\tCriterion\tLevel\r\nname the budget\t4 of 5 cases\tApplying\r\n";
      await vscode.commands.executeCommand("trainingSpec.pasteTable", table);
      const text = editor.document.getText();
      const pasted = "  name-the-budget:\n    can: name the budget\n    to: 4 of 5 cases\n    level: apply\n";
      assert(text.includes(pasted), text.slice(text.indexOf("objectives:")));
      await vscode.commands.executeCommand("undo");
      assert(!editor.document.getText().includes("name-the-budget"), "undo leaves something");
      await vscode.commands.executeCommand("workbench.action.files.revert");
    },
  },
  {
    name: "a draft without a folder is an untitled spec that is checked",
    check: async () => {
      const document = await vscode.workspace.openTextDocument({
        language: "training-spec",
        content: "version: 1\nkind: program\n",
      });
      await findingsWhere(document.uri, "findings", (rules) => rules.includes("missing-key"));
    },
  },
  {
    name: "a sample opens with its catalog, without a folder to lie in, and can be changed",
    check: async () => {
      const sample = "contact-center/save-the-customer.training.yaml";
      await vscode.commands.executeCommand("trainingSpec.openSample", sample);
      const editor = vscode.window.activeTextEditor;
      assert(editor, "no editor is open");
      assertSame(editor.document.uri.toString(), `training-spec-sample:/${sample}`, "file");
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "lunch: 12\n"));
      await findingsWhere(editor.document.uri, "findings", (rules) => rules.includes("unknown-key"));
      assert(
        !findingsIn(editor.document.uri).some(({ message }) => message.includes("company.training.yaml")),
        "catalog",
      );
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        editor.document.uri,
        after(editor.document, "use: customer-save"),
      );
      assertSame(
        found.map((each) => ("uri" in each ? each.uri : each.targetUri).toString()),
        ["training-spec-sample:/company.training.yaml"],
        "definition",
      );
      // The browser saves by itself after a while, and one of two savings at a time gives way to the other.
      await eventually("the sample is saved", [vscode.workspace.onDidSaveTextDocument], async () => {
        await editor.document.save();
        return !editor.document.isDirty;
      });
      const saved = await vscode.workspace.fs.readFile(editor.document.uri);
      assert(new TextDecoder().decode(saved).startsWith("lunch: 12"), "what was changed is not kept");
    },
  },
];
