import { say } from "../base/message.ts";
import type { Block } from "../base/span.ts";
import type { SyntaxProblem } from "./tree.ts";

const UNREADABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The problem of a text that was saved in another encoding and is no text when read as UTF-8. */
export function otherEncoding(block: Block, text: string): SyntaxProblem | undefined {
  const start = text.slice(0, 4000);
  const damaged = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (damaged * 10 < start.length || damaged === 0) return undefined;
  return {
    rule: "unreadable-text",
    fatal: true,
    span: { block, start: 0, end: 0 },
    message: say`This file is not text in UTF-8: it was saved in another encoding, or is damaged.`,
    help: say`Save it as UTF-8. In VS Code: click the encoding in the status bar, reopen with the right one, then save with UTF-8.`,
  };
}

/** Whether `unreadableText` would have something to say. */
export function isUnreadable(text: string): boolean {
  UNREADABLE.lastIndex = 0;
  return UNREADABLE.test(text);
}

/** One problem for all characters that no editor shows: control characters, halves of a character, failed decoding. */
export function unreadableText(block: Block, text: string): SyntaxProblem[] {
  UNREADABLE.lastIndex = 0;
  const first = UNREADABLE.exec(text);
  if (!first) return [];
  const codePoint = text.charCodeAt(first.index).toString(16).toUpperCase().padStart(4, "0");
  const decoding = codePoint === "FFFD" || codePoint === "0000";
  const span = { block, start: first.index, end: first.index + 1 };
  return [
    {
      rule: "unreadable-text",
      fatal: false,
      span,
      message: decoding
        ? say`Here stands something that is not text: the file was saved in another encoding, or is damaged.`
        : say`Here stands a character that nobody can see (U+${codePoint}).`,
      help: decoding ? say`Type the text again, and save the file as UTF-8.` : say`Delete it and type the text again.`,
    },
  ];
}
