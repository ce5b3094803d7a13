import { code, type Message, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import type { Context } from "../../workspace/context.ts";
import { fileName, relativePath } from "../../workspace/uri.ts";
import { defineRule } from "../rule.ts";

export const unreadableCatalog = defineRule({
  id: "unreadable-catalog",
  family: "links",
  severity: "error",
  kind: "conflict",
  summary: "A catalog that cannot be read.",
  decidedBy: "links",
  fixable: true,
  on: "file",
  *check(_file, context) {
    for (const { link, why } of context.links.broken) {
      const meant = otherCatalog(link.value, context);
      yield {
        span: link.span,
        message: reason(link.value, why),
        help: say`Paths start from the folder of this file. What the catalog defines is not checked until it can be read.`,
        fixes: meant
          ? [{ title: say`Change to ${code(meant)}`, safe: false, edits: [{ span: link.span, text: meant }] }]
          : [],
      };
    }
  },
});

function reason(path: string, why: string): Message {
  switch (why) {
    case "no-catalog":
      return say`${code(path)} is no catalog: it does not say ${code("kind: catalog")}.`;
    case "folder":
      return say`${code(path)} is a folder, not a catalog.`;
    case "unreadable":
      return say`The catalog ${code(path)} cannot be read: the system does not allow it.`;
    case "too-large":
      return say`The catalog ${code(path)} is too large to be read.`;
    default:
      return say`There is no file ${code(path)}.`;
  }
}

/** The path to a catalog of the workspace with the same or nearly the same file name. */
function otherCatalog(path: string, context: Context): string | undefined {
  const uris = [...context.workspace.files.values()]
    .filter((file) => file.kind === "catalog" && file.uri !== context.file.uri)
    .map((file) => file.uri);
  const written = path.split(/[\\/]/).at(-1) ?? path;
  const same = uris.find((uri) => fileName(uri) === written);
  const near = same ?? uris.find((uri) => fileName(uri) === nearest(written, uris.map(fileName)));
  return near && relativePath(context.file.uri, near);
}
