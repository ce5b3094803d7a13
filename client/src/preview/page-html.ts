import { env, l10n, Uri, type Webview } from "vscode";
import { pageLabels } from "./page-labels.ts";

/** A page before anything is drawn on it. Nothing but our own script and style sheet, `file`, may run or load. */
export function pageHtml(
  webview: Webview,
  resources: Uri,
  { file, title }: { readonly file: string; readonly title: string } = {
    file: "preview",
    title: "Training Spec Preview",
  },
): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `img-src ${webview.cspSource} data:`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  const address = (name: string) => webview.asWebviewUri(Uri.joinPath(resources, name)).toString();
  return `<!DOCTYPE html>
<html lang="${escaped(l10n.bundle ? env.language : "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${address(`${file}.css`)}">
</head>
<body data-labels="${escaped(JSON.stringify(pageLabels()))}">
<main></main>
<script nonce="${nonce}" src="${address(`${file}.js`)}"></script>
</body>
</html>`;
}

/** A text as the value of an attribute. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
