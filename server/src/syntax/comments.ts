import type { CST } from "yaml";

/** Calls `found` with start and end of each comment below a token, in the order of the text. */
export function commentsIn(token: CST.Token, found: (start: number, end: number) => void): void {
  const open: unknown[] = [token];
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (let index = next.length - 1; index >= 0; index--) open.push(next[index]);
    } else if (isToken(next)) {
      if (next.type === "comment") found(next.offset, next.offset + next.source.length);
      else for (const key of PARTS_LAST_FIRST) if (next[key] !== undefined) open.push(next[key]);
    }
  }
}

/** The fields of tokens and of collection items that hold further tokens, last in the text first. */
const PARTS_LAST_FIRST = ["end", "value", "sep", "key", "items", "props", "start"] as const;

type AnyToken = { type?: string; offset: number; source: string } & Partial<
  Record<(typeof PARTS_LAST_FIRST)[number], unknown>
>;

function isToken(value: unknown): value is AnyToken {
  return typeof value === "object" && value !== null;
}
