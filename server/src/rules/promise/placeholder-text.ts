import { code, say } from "../../base/message.ts";
import type { Span } from "../../base/span.ts";
import { fieldOf, resolveShape, type Shape, shapeOfDocument } from "../../model/lower.ts";
import { keyText, type Node, type Pair } from "../../syntax/node.ts";
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
    for (const { text, span } of placeholdersIn(document.node, shapeOfDocument(document.is), 2)) {
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

interface Placeholder {
  readonly text: string;
  readonly span: Span;
}

/**
 * Free text alone: a placeholder instead of a number, a day or an id has been reported as one that is none. What was found in
 * pairs of the upper levels is kept for the next version of the text.
 */
function placeholdersIn(node: Node, shape: Shape | undefined, keptLevels: number): readonly Placeholder[] {
  const of = resolveShape(shape);
  if (!of) return NONE;
  if (of.is === "leaf") {
    const isText = of.leaf === "text" && node.kind === "scalar" && typeof node.value === "string";
    return isText && isPlaceholder(node.value) ? [{ text: node.value, span: node }] : NONE;
  }
  if (of.is === "list")
    return node.kind === "list" ? node.items.flatMap((item) => placeholdersIn(item, of.of, 0)) : NONE;
  if (node.kind !== "map") return NONE;
  return node.pairs.flatMap((pair) => {
    if (!pair.value) return NONE;
    const known = keptLevels > 0 ? FOUND.get(pair) : undefined;
    if (known) return known;
    const child = of.is === "map" ? fieldOf(of, keyText(pair))?.shape : of.of;
    const found = placeholdersIn(pair.value, child, keptLevels - 1);
    if (keptLevels > 0) FOUND.set(pair, found);
    return found;
  });
}

const NONE: readonly Placeholder[] = [];
const FOUND = new WeakMap<Pair, readonly Placeholder[]>();

/** Whole texts, so that a word of another language or a Roman number is none; only `TBD` counts within a text. */
function isPlaceholder(text: string): boolean {
  if (text.includes("TBD") && /(^|[^\w-])TBD($|[^\w-])/.test(text)) return true;
  const whole = text.trim();
  return MAY_BE_ONE.test(whole) && PLACEHOLDERS.some((pattern) => pattern.test(whole));
}

/** How all of them begin. */
const MAY_BE_ONE = /^(?:t[bo]|fixme|placeholder|lorem|[x?_.…<[])/i;

const PLACEHOLDERS: readonly RegExp[] = [
  /^(tbd|tbc|tba|fixme|placeholder|lorem ipsum.*|x{3,}|\?+|_{2,}|\.{2,}|…)[.!:]?$/i,
  /^TODO\b/,
  /^to be (agreed|announced|completed|confirmed|decided|defined|determined)\b/i,
  /^<[^<>]+>$/,
  /^\[(enter|fill|insert)\b[^\]]*\]$/i,
];
