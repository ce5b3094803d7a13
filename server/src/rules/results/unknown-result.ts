import type { Finding } from "../../base/finding.ts";
import { code, listOf, type Message, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import type { ResultCell } from "../../results/results-file.ts";
import { defineRule } from "../rule.ts";
import { inRows } from "./each-row.ts";

export const unknownResult = defineRule({
  id: "unknown-result",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "A row of the results names a point or a measure that the program does not have.",
  decidedBy: "links",
  fixable: true,
  on: "results",
  *check(part) {
    const { programs } = part;
    // What could not be read may hold the name.
    if (programs.length === 0 || programs.some(({ brokenFacets }) => brokenFacets !== 0)) return;
    const measures = [...new Set(programs.flatMap((program) => program.measures.map(({ id }) => id)))];
    const points = [...new Set(programs.flatMap((program) => [...program.points.keys()]))];
    yield* inRows(part, function* ({ row }): Iterable<Finding> {
      if (row.measure && !measures.includes(row.measure.value))
        yield unknown(say`metric or behavior`, row.measure, measures);
      if (row.point && !points.includes(row.point.value)) yield unknown(say`measurement point`, row.point, points);
    });
  },
});

function unknown(what: Message, cell: ResultCell<string>, names: readonly string[]): Finding {
  const meant = nearest(cell.value, names);
  const problem = say`No ${what} of the program is named ${code(cell.value)}.`;
  return {
    span: cell.span,
    message: meant ? say`${problem} Did you mean ${code(meant)}?` : problem,
    help: names.length > 0 ? say`It has ${listOf(names)}.` : say`It has none.`,
    fixes: meant
      ? [{ title: say`Change to ${code(meant)}`, safe: false, edits: [{ span: cell.span, text: meant }] }]
      : [],
  };
}
