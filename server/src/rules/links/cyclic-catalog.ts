import { code, say } from "../../base/message.ts";
import { fileName } from "../../workspace/uri.ts";
import { defineRule } from "../rule.ts";
import { takeOut } from "../take-out.ts";

export const cyclicCatalog = defineRule({
  id: "cyclic-catalog",
  family: "links",
  severity: "error",
  kind: "conflict",
  summary: "A catalog that uses itself, directly or through others.",
  decidedBy: "links",
  fixable: true,
  on: "file",
  *check(file, context) {
    for (const { link, through } of context.links.cycles) {
      const way = [file, ...through].map(({ uri }) => code(fileName(uri)));
      yield {
        span: link.span,
        message:
          through.length <= 1
            ? say`This catalog uses itself.`
            : say`This catalog uses itself in the end: ${way.join(" → ")}.`,
        help: say`Take one of the links out. Everything is still read once.`,
        fixes: file.document
          ? takeOut(context, say`Take ${code(link.value)} out`, {
              map: file.document.node,
              key: "catalogs",
              item: link.span,
            })
          : [],
      };
    }
  },
});
