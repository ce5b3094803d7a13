import { createHash } from "node:crypto";

/** A text as far as somebody wants to know whether it is still the same. */
export function digestOf(text: string): string {
  return createHash("sha1").update(text).digest("base64");
}
