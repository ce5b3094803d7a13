import type { Fix } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import { describe, keysOf } from "../schema/describe.ts";
import { insertPair } from "../syntax/insert-key.ts";
import { pathAt } from "../syntax/locate.ts";
import type { MapNode } from "../syntax/node.ts";
import type { Context } from "../workspace/context.ts";

/**
 * The fix that writes a key into a map, where it belongs among its neighbours. `value` may have places to fill in
 * (`${1}`, `${2:words}`). None where the map cannot take it.
 */
export function writeKey(context: Context, map: MapNode, key: string, value: string, title?: Message): readonly Fix[] {
  const { tree, document } = context.source;
  const path = map === document?.node ? [] : pathOf(context, map);
  const order = document ? keysOf(describe(document.is, path)?.definition ?? {}) : [];
  const edit = insertPair(tree, map, { key, value, order, snippet: true });
  return edit ? [{ title: title ?? say`Add ${code(key)}`, safe: false, edits: [edit], adds: key }] : [];
}

/** The path of a map: that of its first key without the key. */
function pathOf(context: Context, map: MapNode): readonly (string | number)[] {
  const { tree } = context.source;
  const { start } = tree.offsetOf(map.pairs[0]?.key ?? map);
  const path = pathAt(tree, start);
  return map.pairs.length > 0 ? path.slice(0, -1) : path;
}
