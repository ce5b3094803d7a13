import type { Span } from "../base/span.ts";
import type { Part } from "../model/located.ts";
import { pairOf } from "../syntax/node.ts";

/** Where to say that a key is missing: at the key where it stands without a value, else at the map that should hold it. */
export function placeOfMissing(part: Part, key: string): Span {
  return pairOf(part.node, key)?.key ?? part.key;
}
