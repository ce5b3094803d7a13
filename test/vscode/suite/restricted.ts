import * as vscode from "vscode";
import { assert, type Case, runCases } from "./runner.ts";
import { assertSame, findingsWhere, rulesIn } from "./workspace.ts";

const cases: readonly Case[] = [
  {
    name: "the window has two folders, is in Restricted Mode, and the extension sleeps in it",
    check: async () => {
      assertSame(vscode.workspace.isTrusted, false, "trusted");
      assertSame(
        vscode.workspace.workspaceFolders?.map(({ name }) => name),
        ["one", "two"],
        "folders",
      );
      await show("one", "notes.yaml");
      const extension = vscode.extensions.getExtension("training-spec.training-spec");
      assert(extension, "the extension is not there in Restricted Mode");
      assert(!extension.isActive, "active before a spec is open");
    },
  },
  {
    name: "each folder has its own catalog and its own configuration",
    check: async () => {
      await show("two", "save.training.yaml");
      await findingsWhere(uriOf("two", "save.training.yaml"), "a metric of the other folder", (rules) =>
        rules.includes("undefined-reference"),
      );
      await findingsWhere(uriOf("one", "save.training.yaml"), "a need that is missing", (rules) =>
        rules.includes("missing-need"),
      );
      const one = rulesIn(uriOf("one", "save.training.yaml"));
      assert(!one.includes("undefined-reference"), `its own catalog is not found: ${one}`);
      assert(!rulesIn(uriOf("two", "save.training.yaml")).includes("missing-need"), "the setting of a folder is lost");
      await findingsWhere(uriOf("two", "old/broken.training.yaml"), "findings", (rules) =>
        rules.includes("unknown-key"),
      );
      assertSame(rulesIn(uriOf("one", "old/broken.training.yaml")), [], "what a configuration leaves out");
    },
  },
  {
    name: "Git is not run in a folder that nobody trusts, and Doctor says so",
    check: async () => {
      await show("one", "save.training.yaml");
      const uri = uriOf("one", "save.training.yaml");
      await findingsWhere(uri, "findings", (rules) => rules.includes("missing-need"));
      await vscode.commands.executeCommand("trainingSpec.doctor");
      const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("training-spec-doctor:/Doctor.md"));
      assert(/Restricted Mode: Git is not run/.test(page.getText()), page.getText());
      assert(!rulesIn(uri).includes("moved-target"), "the past of a file was read with Git");
    },
  },
];

function uriOf(folder: string, file: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
  assert(found, `there is no folder ${folder}`);
  return vscode.Uri.joinPath(found.uri, file);
}

async function show(folder: string, file: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(folder, file)));
}

/** What VS Code calls in a Node extension host, in a window that nobody trusts. */
export async function run(): Promise<void> {
  const result = await runCases(cases);
  console.log(`@@RESULT ${JSON.stringify(result)}`);
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
