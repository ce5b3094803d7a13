import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { readTranslation } from "./read-translation.ts";
import { startExtension } from "./start-extension.ts";

/** Entry point where extensions run in a browser: the language server is a Web Worker without a file system. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js").toString(true);
  let worker: Worker | undefined;
  // The client asks the server to end, which a worker that hangs never does.
  const end = () => worker?.terminate();
  context.subscriptions.push({ dispose: end });
  const translation = await readTranslation(context.extensionUri);
  return startExtension(context, {
    readsFiles: false,
    translation,
    system: navigator.userAgent,
    createClient: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        () => {
          end();
          worker = new Worker(script);
          worker.addEventListener("error", (event) =>
            options.outputChannel?.error(`Language server: ${event.message}`),
          );
          // Not the worker itself: what VS Code makes of `new Worker` here is no instance of `Worker`.
          return Promise.resolve({
            reader: new BrowserMessageReader(worker),
            writer: new BrowserMessageWriter(worker),
          });
        },
        options,
      ),
  });
}
