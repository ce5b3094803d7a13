import type { Fix } from "../../base/finding.ts";
import { say } from "../../base/message.ts";
import type { Waiver } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { takeOut } from "../take-out.ts";

/** The fix that takes a waiver out. */
export function removeWaiver(context: Context, { node }: Waiver): readonly Fix[] {
  const map = context.source.document?.node;
  return map ? takeOut(context, say`Remove the waiver`, { map, key: "waivers", item: node }) : [];
}
