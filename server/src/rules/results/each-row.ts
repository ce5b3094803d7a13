import type { Finding } from "../../base/finding.ts";
import { say } from "../../base/message.ts";
import type { ResultRow } from "../../results/results-file.ts";
import type { Context } from "../../workspace/context.ts";
import type { Measure } from "../../workspace/measure.ts";
import type { Parts } from "../parts.ts";

/** A row with what it is about: `program` and `measure` where a program that names the table knows its measure. */
export interface KnownRow {
  readonly row: ResultRow;
  readonly program: Context | undefined;
  readonly measure: Measure | undefined;
}

/** Findings of one rule in one table that are said row by row. */
const MOST = 100;

/**
 * Asks about each row; after the first hundred findings it only counts, and says how many more there are. `others` are
 * those of rows that are not kept.
 */
export function* inRows(
  part: Parts["results"],
  check: (known: KnownRow) => Iterable<Finding>,
  others = 0,
): Iterable<Finding> {
  const { table, programs } = part;
  const known = programs.map((program) => ({
    program,
    measures: new Map(program.measures.map((measure) => [measure.id, measure])),
  }));
  let count = 0;
  for (const row of table.rows) {
    const owners = known.filter(({ measures }) => measures.has(row.measure?.value ?? ""));
    const owner = owners.find(({ program }) => program.points.has(row.point?.value ?? "")) ?? owners[0];
    const about = { row, program: owner?.program, measure: owner?.measures.get(row.measure?.value ?? "") };
    for (const finding of check(about)) if (++count <= MOST) yield finding;
  }
  const untold = Math.max(0, count - MOST) + others;
  if (untold > 0) {
    yield {
      span: table.head,
      message: say`The same is wrong in ${untold} more places of this file.`,
      help: say`The first ${MOST} are reported at their rows.`,
    };
  }
}
