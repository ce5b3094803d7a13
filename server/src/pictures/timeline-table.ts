import { say } from "../base/message.ts";
import type { TimelineRow } from "../features/preview-timeline.ts";
import type { Drawing, DrawnCell, DrawOptions } from "./drawing.ts";
import { clean } from "./svg.ts";
import { says } from "./timeline-axis.ts";

/** The rows of a timeline, one for each mark. */
export function timelineTable(
  rows: readonly TimelineRow[],
  caption: string,
  { translation, rangeOf }: DrawOptions,
): Omit<Drawing, "svg"> {
  const columns = [say`What`, say`Level`, say`Point`, say`When`, say`Phase`, say`State`, say`Who`];
  return {
    caption,
    columns: columns.map((each) => says(each, translation)),
    rows: rows.flatMap((row) => {
      const range = rangeOf?.(row.span);
      const first: DrawnCell[] = [
        { text: clean(row.name), ...(range ? { range } : {}) },
        { text: says(row.label, translation) },
      ];
      if (row.marks.length === 0) {
        const empty = { text: "" };
        return [[...first, empty, empty, empty, { text: says(say`never measured`, translation), broken: true }, empty]];
      }
      return row.marks.map((mark): DrawnCell[] => {
        const at = rangeOf?.(mark.span);
        const phase = mark.phase === undefined ? "" : mark.isInterim ? say`${mark.phase} (interim look)` : mark.phase;
        return [
          ...first,
          { text: says(mark.name, translation), ...(at ? { range: at } : {}) },
          { text: says(mark.when, translation) },
          { text: typeof phase === "string" ? phase : says(phase, translation) },
          { text: says(mark.state, translation), ...(mark.standing === "overdue" ? { broken: true } : {}) },
          { text: says(mark.who, translation) },
        ];
      });
    }),
  };
}
