import type { Fix } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import type { Point } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { addToLists } from "../add-to-list.ts";

/** More points than these make a menu that nobody reads. */
const MOST_OFFERS = 3;

/** One fix for each point that could measure something too. */
export function measureAt(context: Context, ids: readonly string[], points: readonly Point[]): readonly Fix[] {
  return points.slice(0, MOST_OFFERS).flatMap((point) => {
    const { measures } = point;
    if (!measures) return [];
    const what = ids.map(code).join(", ");
    return addToLists(context, say`Measure ${what} at ${code(point.id)}`, [{ list: measures, ids }]);
  });
}

/** The fix that lets all of some points measure something too. */
export function measureAtAll(context: Context, id: string, points: readonly Point[]): readonly Fix[] {
  const additions = points.flatMap(({ measures }) => (measures ? [{ list: measures, ids: [id] }] : []));
  const where = points.map((point) => code(point.id)).join(", ");
  return addToLists(context, say`Measure ${code(id)} at ${where}`, additions);
}
