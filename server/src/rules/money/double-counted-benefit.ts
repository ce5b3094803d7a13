import type { MetricForecast } from "../../appraisal/forecast.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const doubleCountedBenefit = defineRule({
  id: "double-counted-benefit",
  family: "money",
  severity: "error",
  kind: "conflict",
  summary: "Two metrics of a program turn the same effect into money.",
  decidedBy: "links",
  on: "money",
  *check(_, context) {
    const valued = moneyCase(context)?.metrics ?? [];
    for (const [index, one] of valued.entries()) {
      const other = valued.find((each, place) => place !== index && isInside(one, each, place < index, context));
      const why = other && reasonFor(one, other);
      if (!other || !why) continue;
      yield {
        span: one.view.metric.key,
        message: say`${code(one.id)} and ${code(other.id)} are both turned into money, and ${why}.`,
        help: say`Keep both as metrics and take the value of one of them out of the case: leave out its ${code("volume")} and its ${code("expected-change")}.`,
        related: [{ span: other.view.metric.key, message: say`The other one is here.` }],
      };
    }
  },
});

/** What `one` brings is a part of what `other` brings already. `isSecond`: of two alike only the second is reported. */
function isInside(one: MetricForecast, other: MetricForecast, isSecond: boolean, context: Context): boolean {
  if (isSame(one, other)) return isSecond;
  if (isPace(one) && isSales(other)) return true;
  if (one.view.metric.role?.value !== "leading" || other.view.metric.role?.value === "leading") return false;
  const moving = new Set(context.chain.moving(one.id).map(({ id }) => id));
  return context.chain.moving(other.id).some(({ id }) => moving.has(id));
}

function reasonFor(one: MetricForecast, other: MetricForecast): Message {
  if (isSame(one, other)) return say`they are one metric with one baseline and one volume`;
  if (isPace(one) && isSales(other)) return say`an earlier sale is in the sales already`;
  return say`a leading metric shows early what the other one brings`;
}

function isSame({ view: one }: MetricForecast, { view: other }: MetricForecast): boolean {
  const [a, b] = [one.metric, other.metric];
  return (
    a.use !== undefined &&
    a.use.value === b.use?.value &&
    a.volume?.value === b.volume?.value &&
    a.baseline?.value?.value === b.baseline?.value?.value
  );
}

/** How soon something is sold. */
function isPace({ view }: MetricForecast): boolean {
  return view.library !== undefined && PACES.has(view.library.id);
}

/** How much is sold. */
function isSales({ view }: MetricForecast): boolean {
  return view.library !== undefined && SALES.has(view.library.id);
}

const PACES: ReadonlySet<string> = new Set(["time-to-first-sale", "sales-ramp-time", "sales-cycle"]);
const SALES: ReadonlySet<string> = new Set(["sales-per-rep", "revenue-per-employee"]);
