import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { startExtension } from "./start-extension.ts";

/** What Node says of itself; the client has no types of Node, because most of it runs in a browser too. */
declare const process: { readonly platform: string; readonly arch: string; readonly version: string };

/** Entry point where extensions run in Node: the language server is a process that talks over IPC. */
export function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath("dist/server.node.js"), transport: TransportKind.ipc };
  return startExtension(context, {
    readsFiles: true,
    ...(context.storageUri ? { storage: context.storageUri.fsPath } : {}),
    system: `${process.platform} ${process.arch}, Node ${process.version}`,
    createClient: (id, name, options) => new LanguageClient(id, name, { run: server, debug: server }, options),
  });
}
