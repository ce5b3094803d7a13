import type { Day } from "../base/date.ts";
import { say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { Change } from "./change.ts";
import { goalpostReasons, standingOf } from "./standing.ts";

/** A document that comes or goes as a whole. */
export function changeOfWhole(
  a: Context | undefined,
  b: Context | undefined,
  title: string,
  day: Day,
): Change | undefined {
  const context = b ?? a;
  if (!context?.file.document) return undefined;
  const kind = context.file.document.is;
  const isGone = b === undefined;
  const standing = a && standingOf(a, day);
  return {
    class: isGone ? "weakened" : "new",
    topic: kind === "config" ? "rules" : "other",
    path: [],
    subject: kind === "program" ? say`Program` : kind === "catalog" ? say`Catalog` : say`Rules of a folder`,
    before: isGone ? say`${title}` : undefined,
    after: isGone ? undefined : say`${title}`,
    why: isGone ? say`All that it says is gone.` : say`It was not there before.`,
    goalpost: isGone && kind === "program" && standing ? goalpostReasons(standing, true) : [],
    readers: [{ audience: "business", names: [] }],
    affects: [],
    placeBefore: a?.file.tree.spanAt({ start: 0, end: 0 }),
    placeAfter: b?.file.tree.spanAt({ start: 0, end: 0 }),
  };
}
