import * as vscode from "vscode";
import { assert, eventually } from "./runner.ts";

export const CALL_BACK = "programs/call-back.training.yaml";
export const SAVE_THE_CUSTOMER = "programs/save-the-customer.training.yaml";
export const COMPANY = "company.training.yaml";

export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, "no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** The place just after a text, which stands in the document. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert(offset >= 0, `${document.uri.path} has no ${text}`);
  return document.positionAt(offset + text.length);
}

/** The rules of our findings in a file, in the order of their places. */
export function rulesIn(uri: vscode.Uri): string[] {
  return findingsIn(uri).map(ruleOf);
}

export function findingsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  const findings = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "training-spec");
  return findings.sort(
    (one, other) => one.range.start.compareTo(other.range.start) || compare(ruleOf(one), ruleOf(other)),
  );
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until the findings of a file are as `isRight` wants them. */
export function findingsWhere(
  uri: vscode.Uri,
  what: string,
  isRight: (rules: readonly string[]) => boolean,
): Promise<string[]> {
  return eventually(`${what}: ${uri.path}`, [vscode.languages.onDidChangeDiagnostics], () => {
    const rules = rulesIn(uri);
    return isRight(rules) && rules;
  });
}

/** Fails with both sides when they differ. */
export function assertSame(found: unknown, wanted: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  assert(one === other, `${what}: found ${one}, wanted ${other}`);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
