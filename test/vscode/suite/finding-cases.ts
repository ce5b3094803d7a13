import * as vscode from "vscode";
import { assert, type Case, eventually } from "./runner.ts";
import {
  after,
  assertSame,
  CALL_BACK,
  fileUri,
  findingsIn,
  findingsWhere,
  open,
  rulesIn,
  SAVE_THE_CUSTOMER,
} from "./workspace.ts";

const EXTENSION = "training-spec.training-spec";

export const findingCases: readonly Case[] = [
  {
    name: "sleeps until a spec is open",
    check: async () => {
      const { document } = await open("notes.yaml");
      assertSame(document.languageId, "yaml", "language of a YAML file that is no spec");
      const extension = vscode.extensions.getExtension(EXTENSION);
      assert(extension, `${EXTENSION} is not installed`);
      assert(!extension.isActive, "active before a spec is open");
    },
  },
  {
    name: "finds what is wrong in the open spec",
    check: async () => {
      const { document } = await open(CALL_BACK);
      assertSame(document.languageId, "training-spec", "language");
      const wanted = ["missing-baseline", "unmoved-metric", "undefined-reference", "unknown-key"];
      await findingsWhere(document.uri, "findings", (rules) => wanted.every((rule) => rules.includes(rule)));
      assert(vscode.extensions.getExtension(EXTENSION)?.isActive, "not active");
    },
  },
  {
    name: "links each finding to the page of its rule that came along",
    check: () => {
      const targets = findingsIn(fileUri(CALL_BACK)).map(({ code }) =>
        typeof code === "object" ? code.target.scheme : "none",
      );
      assertSame([...new Set(targets)], ["command"], "schemes of the links");
    },
  },
  {
    name: "finds what is wrong in a file that is not open",
    check: async () => {
      await findingsWhere(fileUri("broken.training.yml"), "findings", (rules) => rules.includes("unquoted-colon"));
    },
  },
  {
    name: "follows an edit and its undoing",
    check: async () => {
      const { document } = await open(SAVE_THE_CUSTOMER);
      const editor = await open(SAVE_THE_CUSTOMER);
      await editor.edit((edit) => edit.insert(after(document, "moves: [save-rat"), "x"));
      await findingsWhere(document.uri, "findings after the edit", (rules) => rules.includes("undefined-reference"));
      await vscode.commands.executeCommand("undo");
      await findingsWhere(
        document.uri,
        "findings after the undoing",
        (rules) => !rules.includes("undefined-reference"),
      );
    },
  },
  {
    name: "reads a text that is not saved anywhere",
    check: async () => {
      const content = "version: 1\nkind: program\nstatus: draft\nlunch: 2027-02-01\n";
      const document = await vscode.workspace.openTextDocument({ language: "training-spec", content });
      await vscode.window.showTextDocument(document);
      await findingsWhere(document.uri, "findings", (rules) => rules.includes("unknown-key"));
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    },
  },
  {
    name: "sees a file come and go, also in UTF-16",
    check: async () => {
      const uri = fileUri("programs/late.training.yaml");
      await vscode.workspace.fs.writeFile(uri, utf16("version: 1\nkind: program\nstatus: draft\nlunch: 2027-02-01\n"));
      await findingsWhere(uri, "findings of the new file", (rules) => rules.includes("unknown-key"));
      await vscode.workspace.fs.delete(uri);
      await findingsWhere(uri, "no findings of the deleted file", (rules) => rules.length === 0);
    },
  },
  {
    name: "finds trouble in every broken sample and no error in the others",
    check: async () => {
      const files = await vscode.workspace.findFiles("samples/**/*.training.{yaml,yml}");
      const broken = files.filter(({ path }) => path.includes("/samples/broken/"));
      assert(
        files.length > broken.length && broken.length > 0,
        `${files.length} samples, ${broken.length} of them broken`,
      );
      for (const uri of broken) await findingsWhere(uri, "findings", (rules) => rules.length > 0);
      const errors = files
        .filter((uri) => !broken.includes(uri))
        .filter((uri) => findingsIn(uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
      assertSame(
        errors.map(({ path }) => path),
        [],
        "samples with errors",
      );
    },
  },
  {
    name: "starts the language server anew on demand",
    check: async () => {
      const { uri } = (await open(CALL_BACK)).document;
      let cleared = false;
      const restarted = eventually("findings after the restart", [vscode.languages.onDidChangeDiagnostics], () => {
        cleared ||= rulesIn(uri).length === 0;
        return cleared && rulesIn(uri).includes("unknown-key");
      });
      await vscode.commands.executeCommand("trainingSpec.restartServer");
      await restarted;
    },
  },
];

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
}
