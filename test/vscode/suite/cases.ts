import * as vscode from "vscode";
import { assert, type Case, eventually } from "./runner.ts";

export const cases: readonly Case[] = [
  { name: "sleeps until a spec is open", check: () => assert(!extension().isActive, "active too early") },
  {
    name: "wakes and publishes a finding",
    check: async () => {
      const doc = await vscode.workspace.openTextDocument(file("a.training.yaml"));
      assert(doc.languageId === "training-spec", doc.languageId);
      await vscode.window.showTextDocument(doc);
      const ds = await eventually("finding", [vscode.languages.onDidChangeDiagnostics], () => {
        const d = vscode.languages.getDiagnostics(doc.uri);
        return d.length > 0 && d;
      });
      console.log(JSON.stringify(ds), vscode.version, vscode.env.appHost, doc.uri.toString());
    },
  },
];
function extension() {
  const found = vscode.extensions.getExtension("training-spec.training-spec");
  assert(found, "not installed");
  return found;
}
function file(name: string) {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, "no folder");
  return vscode.Uri.joinPath(folder.uri, name);
}
