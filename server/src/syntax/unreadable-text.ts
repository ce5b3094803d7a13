import { say } from "../base/message.ts";
import type { Block, Stretch } from "../base/span.ts";
import type { SyntaxProblem } from "./tree.ts";

const UNREADABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One problem for all characters that no editor shows: control characters, halves of a character, failed decoding. */
export function unreadableText(block: Block, text: string, within: Stretch): SyntaxProblem[] {
  UNREADABLE.lastIndex = within.start;
  const first = UNREADABLE.exec(text);
  if (!first || first.index >= within.end) return [];
  const codePoint = text.charCodeAt(first.index).toString(16).toUpperCase().padStart(4, "0");
  const decoding = codePoint === "FFFD" || codePoint === "0000";
  return [
    {
      rule: "unreadable-text",
      fatal: false,
      span: { block, start: first.index, end: first.index + 1 },
      message: decoding
        ? say`Here stands something that is not text: the file was saved in another encoding, or is damaged.`
        : say`Here stands a character that nobody can see (U+${codePoint}).`,
      help: decoding ? say`Save the file as UTF-8.` : say`Delete it and type the text again.`,
    },
  ];
}
