import { code, say } from "../../base/message.ts";
import type { Span } from "../../base/span.ts";
import { resolveShape, type Shape, shapeOfDocument } from "../../model/lower.ts";
import { keyText, type Node } from "../../syntax/node.ts";
import { defineRule } from "../rule.ts";

export const placeholderText = defineRule({
  id: "placeholder-text",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A placeholder stands where an answer should.",
  decidedBy: "wording",
  on: "file",
  *check({ document }, context) {
    if (!document) return;
    for (const { text, span } of textsIn(document.node, shapeOfDocument(document.is))) {
      if (!isPlaceholder(text)) continue;
      yield {
        span,
        message:
          document.is === "catalog"
            ? say`${code(text.trim())} is a placeholder, and programs rely on what a catalog says.`
            : context.status === "draft"
              ? say`${code(text.trim())} is a placeholder: leave the key out until you know.`
              : say`${code(text.trim())} is a placeholder, and this program is ${code(context.status)}.`,
        help: say`Write the answer. What is not known yet is left out of a ${code("draft")}, with a comment that says who will find out; then it is listed as missing.`,
      };
    }
  },
});

/** Free text alone: a placeholder instead of a number, a day or an id has been reported as one that is none. */
function* textsIn(node: Node, shape: Shape | undefined): Iterable<{ text: string; span: Span }> {
  const of = resolveShape(shape);
  if (!of) return;
  if (of.is === "leaf") {
    if (of.leaf === "text" && node.kind === "scalar" && typeof node.value === "string")
      yield { text: node.value, span: node };
  } else if (of.is === "list") {
    if (node.kind === "list") for (const item of node.items) yield* textsIn(item, of.of);
  } else if (node.kind === "map") {
    for (const pair of node.pairs) {
      const child = of.is === "map" ? of.fields.find(([key]) => key === keyText(pair))?.[2] : of.of;
      if (pair.value) yield* textsIn(pair.value, child);
    }
  }
}

/** Whole texts, so that a word of another language or a Roman number is none; only `TBD` counts within a text. */
function isPlaceholder(text: string): boolean {
  const whole = text.trim();
  return PLACEHOLDERS.some((pattern) => pattern.test(whole)) || /(^|[^\w-])TBD($|[^\w-])/.test(text);
}

const PLACEHOLDERS: readonly RegExp[] = [
  /^(tbd|tbc|tba|fixme|placeholder|lorem ipsum.*|x{3,}|\?+|_{2,}|\.{2,}|…)[.!:]?$/i,
  /^TODO\b/,
  /^to be (agreed|announced|completed|confirmed|decided|defined|determined)\b/i,
  /^<[^<>]+>$/,
  /^\[(enter|fill|insert)\b[^\]]*\]$/i,
];
