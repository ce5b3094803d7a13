import type { Finding } from "../../base/finding.ts";
import { code, listOf, say } from "../../base/message.ts";
import { names } from "../../workspace/chain.ts";
import { defineRule } from "../rule.ts";
import { inRows } from "./each-row.ts";

export const unplannedResult = defineRule({
  id: "unplanned-result",
  family: "results",
  severity: "warning",
  kind: "conflict",
  summary: "A result is given for a point at which that measure was not planned.",
  decidedBy: "links",
  on: "results",
  check: (part) =>
    inRows(part, function* ({ row, program, measure }): Iterable<Finding> {
      const point = program?.points.get(row.point?.value ?? "");
      if (!program || !measure || !point?.measures || !row.measure) return;
      if (names(point.measures).includes(measure.id)) return;
      const others = [...program.points.values()].filter((each) => names(each.measures).includes(measure.id));
      yield {
        span: row.measure.span,
        message: say`${code(point.id)} does not measure ${code(measure.id)}.`,
        help:
          others.length > 0
            ? say`The plan measures it at ${listOf(others.map(({ id }) => id))}. Numbers that were looked for after the fact are worth less: add it to the plan openly, or leave the row out.`
            : say`The plan measures it at no point. Add it there, or leave the row out.`,
        related: [{ span: point.measures.key, message: say`This point measures these.` }],
      };
    }),
});
