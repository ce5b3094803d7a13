import { formatDay } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { ResultRow } from "../results/results-file.ts";
import type { Measure } from "../workspace/measure.ts";
import type { MetricKind } from "./scale.ts";

/** What cannot be, whatever was measured: the cell and why. */
export interface RowFault {
  readonly span: Span;
  readonly message: Message;
  readonly help: Message;
}

/** What is impossible in the numbers of a row. A row with a fault counts in no evaluation. */
export function faultsInRow(row: ResultRow, measure: Measure, kind: MetricKind | undefined): RowFault[] {
  const faults: RowFault[] = [];
  const { value, n, sd, from, to } = row;
  const { id, bounds, unit } = measure;
  if (value && !bounds.usual) {
    const low = bounds.min !== undefined && value.value < bounds.min;
    const high = bounds.max !== undefined && value.value > bounds.max;
    if (low || high) {
      const limit = low ? bounds.min : bounds.max;
      faults.push({
        span: value.span,
        message: say`${code(id)} cannot be ${low ? say`below` : say`above`} ${inUnit(limit ?? 0, unit)}, and this row says ${value.value}.`,
        help: say`Check the number for a slip of the pen and for its unit: values stand in ${unit ? code(unit) : say`the unit of the measure`}.`,
      });
    }
  }
  if (n && !(n.value > 0)) {
    faults.push({
      span: n.span,
      message: say`A value that was measured has at least one case, and ${code("n")} is ${n.value}.`,
      help: say`Write how many cases the value comes from; what was not measured has no row.`,
    });
  } else if (n && kind !== "rate" && !Number.isInteger(n.value)) {
    faults.push({
      span: n.span,
      message: say`${code("n")} counts cases, and ${n.value} is no whole number.`,
      help: say`Only a rate has an exposure that may be broken, such as hours.`,
    });
  }
  if (sd && sd.value < 0) {
    faults.push({
      span: sd.span,
      message: say`A standard deviation cannot be below zero, and ${code("sd")} is ${sd.value}.`,
      help: say`Write the spread of the single values, the square root of their variance.`,
    });
  }
  if (from && to && to.value < from.value) {
    faults.push({
      span: to.span,
      message: say`This row was measured until ${formatDay(to.value)}, before it began on ${formatDay(from.value)}.`,
      help: say`Check both days; they may have been swapped.`,
    });
  }
  return faults;
}

function inUnit(value: number, unit: string | undefined): Message {
  return unit === undefined || unit === "currency" ? say`${value}` : say`${value} ${unit}`;
}
