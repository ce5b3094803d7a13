import * as vscode from "vscode";
import { cases } from "./cases.ts";
import { assert, type Case, runCases } from "./runner.ts";
import { fileUri } from "./workspace.ts";

const browserCases: readonly Case[] = [
  {
    name: "all of that happened in a browser, on files that are on no disk",
    check: () => {
      const extension = vscode.extensions.getExtension("training-spec.training-spec");
      assert(extension?.extensionUri.scheme === "http", `the extension came from ${extension?.extensionUri}`);
      assert(fileUri("").scheme !== "file", `the folder is ${fileUri("")}`);
    },
  },
];

/** What VS Code calls in the web-worker extension host. */
export async function run(): Promise<void> {
  const result = await runCases([...cases, ...browserCases]);
  console.log(`@@RESULT ${JSON.stringify(result)}`);
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
