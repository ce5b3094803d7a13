import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { assert, type Case } from "./runner.ts";
import { after, CALL_BACK, fileUri, findingsWhere, open } from "./workspace.ts";

/** What only a host with processes and a disk has. */
export const nodeCases: readonly Case[] = [
  {
    name: "sees a file that another program wrote",
    check: async () => {
      const uri = fileUri("programs/from-elsewhere.training.yaml");
      writeFileSync(uri.fsPath, "version: 1\nkind: program\nstatus: draft\nlunch: 2027-02-01\n");
      await findingsWhere(uri, "findings", (rules) => rules.includes("unknown-key"));
    },
  },
  {
    name: "checks on after the language server was killed",
    check: async () => {
      const editor = await open(CALL_BACK);
      const { document } = editor;
      const [server] = serverProcesses();
      assert(server, "no language server is running");
      process.kill(server, "SIGKILL");
      await editor.edit((edit) => edit.insert(after(document, "tier: tactica"), "x"));
      await findingsWhere(document.uri, "findings of the next server", (rules) => rules.includes("wrong-value"));
      await vscode.commands.executeCommand("undo");
      await findingsWhere(document.uri, "findings after the undoing", (rules) => !rules.includes("wrong-value"));
    },
  },
];

/** The extension host is the parent of our server. */
function serverProcesses(): number[] {
  const listing = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const rows = listing.split("\n").map((row) => row.trim().split(/\s+/));
  return rows
    .filter(
      ([, parent, ...words]) => parent === String(process.pid) && words.some((word) => word.endsWith("server.node.js")),
    )
    .map(([pid]) => Number(pid));
}
