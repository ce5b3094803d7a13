import type { Message } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

export interface Hover {
  readonly span: Stretch;
  readonly markdown: Message;
}

export function hover(_snapshot: Snapshot, _uri: string, _offset: number): Hover | undefined {
  return undefined;
}
