import { hash } from "node:crypto";

/** A text or bytes as far as somebody wants to know whether they are still the same. */
export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "base64");
}
