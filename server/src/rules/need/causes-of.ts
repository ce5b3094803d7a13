import type { Cause, Need } from "../../model/spec.ts";
import { pairOf } from "../../syntax/node.ts";

/** Training can change what people know and can do, and nothing else. */
const TRAINABLE: ReadonlySet<string> = new Set(["knowledge", "skill"]);

/** Whether training cannot remove the cause; undefined where its type is not known. */
export function isBeyondTraining({ type }: Cause): boolean | undefined {
  return type && !TRAINABLE.has(type.value);
}

/** Whether every entry under `causes` could be read. */
export function areCausesWhole({ node, causes }: Need): boolean {
  const written = pairOf(node, "causes")?.value;
  return written?.kind === "list" && written.items.length === causes?.items.length;
}
