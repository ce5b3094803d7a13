import type { Fix } from "../base/finding.ts";
import { code, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";

/** One fix for each value that could stand in a place of this file. */
export function changeTo(span: Span, values: readonly (string | number)[]): readonly Fix[] {
  return values.map((value) => ({
    title: say`Change to ${code(String(value))}`,
    safe: false,
    edits: [{ span, text: String(value) }],
  }));
}
