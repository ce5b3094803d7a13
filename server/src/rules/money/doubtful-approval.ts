import { addMonths, formatDay } from "../../base/date.ts";
import type { Finding } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Span } from "../../base/span.ts";
import type { Approval } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { moneyCase, placeOfValue } from "./money-case.ts";

export const doubtfulApproval = defineRule({
  id: "doubtful-approval",
  family: "money",
  severity: "warning",
  kind: "conflict",
  summary: "An approval of money is not by finance, not of a day that fits, or too old.",
  decidedBy: "dates",
  thresholds: {
    months: {
      value: 24,
      unit: "months before launch",
      source: "Common practice: costs and margins are reviewed with the yearly budget.",
    },
  },
  on: "money",
  *check({ approved }, context, { months }) {
    const forecast = moneyCase(context);
    if (!forecast) return;
    if (approved) yield* doubtsAbout(approved, context, say`The money case`, {});
    for (const { id, view } of forecast.metrics) {
      const { approved: accepted } = view.value ?? {};
      const place = view.metric.value ? undefined : placeOfValue(view, "approved");
      if (accepted) yield* doubtsAbout(accepted, context, say`The value of ${code(id)}`, { place, months });
    }
  },
});

/** `place` is where to speak of an approval that stands in another file. */
function* doubtsAbout(
  { by, on }: Approval,
  context: Context,
  what: Message,
  { place, months }: { readonly place?: Span | undefined; readonly months?: number },
): Generator<Finding> {
  const { launch, owners, people, today } = context;
  const finance = owners?.finance?.value;
  const role = by && people.get(by.value)?.role?.value;
  const isOther = role === "learning" || role === "business";
  const ownsOther = by && (by.value === owners?.learning?.value || by.value === owners?.business?.value);
  if (by && by.value !== finance && role !== "finance" && (isOther || ownsOther)) {
    yield {
      span: place ?? by.span,
      message: say`${what} is approved by ${code(by.value)}, who is not from finance.`,
      help: say`Who builds the program or runs the business that asks for it cannot vouch for its money; ask the owner for ${code("finance")}.`,
    };
  }
  if (!on) return;
  const date = formatDay(on.value);
  if (on.value > today) {
    yield {
      span: place ?? on.span,
      message: say`${what} is approved on ${date}, and today is ${formatDay(today)}.`,
      help: say`Write the approval down when it has been given.`,
    };
  } else if (launch && on.value > launch.value) {
    yield {
      span: place ?? on.span,
      message: say`${what} is approved on ${date}, after launch on ${formatDay(launch.value)}.`,
      help: say`An approval that comes when the money is spent decides nothing; say so in the report, and ask earlier next time.`,
    };
  } else if (launch && months !== undefined && addMonths(on.value, months) < launch.value) {
    yield {
      span: place ?? on.span,
      message: say`${what} was approved on ${date}, more than ${months} months before launch on ${formatDay(launch.value)}.`,
      help: say`Ask finance whether the amount still holds.`,
    };
  }
}
