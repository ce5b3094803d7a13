import { createHash } from "node:crypto";

/** A text or bytes as far as somebody wants to know whether they are still the same. */
export function digestOf(content: string | Uint8Array): string {
  // `crypto.hash` is a little faster, and the Node of older editors does not have it.
  return createHash("sha256").update(content).digest("base64");
}
