import type { Fix } from "../base/finding.ts";
import type { Message } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { MapNode } from "../syntax/node.ts";
import { removeItem } from "../syntax/remove-item.ts";
import type { Context } from "../workspace/context.ts";

/** The fix that takes the item at `item` out of the list that a map of this file holds under a key. */
export function takeOut(
  { source }: Context,
  title: Message,
  { map, key, item }: { readonly map: MapNode; readonly key: string; readonly item: Span },
): readonly Fix[] {
  const span = removeItem(source.tree, map, key, item);
  return span ? [{ title, safe: false, edits: [{ span, text: "" }] }] : [];
}
