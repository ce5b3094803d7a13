import { outcomeOf } from "../appraisal/decision-outcome.ts";
import { detectabilityOf } from "../appraisal/detectability.ts";
import { changeSeenWords } from "../appraisal/detectability-words.ts";
import { forecastOf } from "../appraisal/forecast.ts";
import { currencyOfValue } from "../appraisal/forecast-currency.ts";
import { money } from "../appraisal/forecast-figure.ts";
import { inMoney, workingOf } from "../appraisal/forecast-words.ts";
import { reasonWords } from "../appraisal/reason-words.ts";
import { formatDay } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import { emptyWords, ifWords, NOT_PLANNED, NOTHING, personWords, whenWords, written } from "./plan-words.ts";
import { joined } from "./words.ts";

/** A part of a plan: sentences and tables. */
export interface PlanPart {
  readonly lines: readonly Message[];
  readonly tables: readonly PlanTable[];
  readonly notes: readonly Message[];
}

export interface PlanTable {
  readonly id: string;
  readonly heading: Message;
  readonly caption: Message;
  readonly columns: readonly Message[];
  readonly rows: readonly (readonly Message[])[];
}

/** What keeps the new behavior going at work: Kirkpatrick's required drivers. */
export function supportPart(context: Context): PlanPart {
  const behaviors = [...context.behaviors.values()];
  if (behaviors.length === 0)
    return { lines: [say`Behaviors: ${emptyWords(context, "behaviors")}`], tables: [], notes: [] };
  const rows = behaviors.flatMap(({ id, does, drivers }) => {
    const name = say`${does?.value ?? id}`;
    const items = drivers?.items ?? [];
    if (items.length === 0) return [[name, NOT_PLANNED, NOTHING, NOTHING, NOTHING]];
    return items.map(({ type, what, owner, starts }) => [
      name,
      written(what),
      written(type),
      personWords(context, owner),
      whenWords(context, starts),
    ]);
  });
  const caption = say`What at work makes people keep doing it, and who sees to it.`;
  const columns = [say`Behavior`, say`Support`, say`Kind`, say`Who`, say`Starts`];
  return { lines: [], tables: [{ id: "drivers", heading: say`Drivers`, caption, columns, rows }], notes: [] };
}

/** The ROI analysis plan: how the effect is told from other influences and turned into money, and what it costs. */
export function moneyPart(context: Context): PlanPart {
  const { measurement, money: plan } = context;
  const influences = measurement?.otherInfluences?.items ?? [];
  const tables: PlanTable[] = [];
  const data = [...context.metrics.values()].filter(({ metric }) => metric.role?.value !== "guardrail");
  if (data.length > 0) tables.push(dataTable(context, data));
  if (influences.length > 0) {
    tables.push({
      id: "influences",
      heading: say`Other influences`,
      caption: say`What else could move the metrics.`,
      columns: [say`Influence`, say`How it is handled`],
      rows: influences.map(({ what, handled }) => [written(what), written(handled)]),
    });
  }
  const costs = costsTable(context);
  if (costs) tables.push(costs);
  const approved = plan?.approved;
  return {
    lines: [
      say`Isolation of the effect: ${isolationWords(context)}`,
      ...(plan
        ? [
            approved?.by
              ? approved.on
                ? say`Approved by ${personWords(context, approved.by)} on ${formatDay(approved.on.value)}`
                : say`Approved by ${personWords(context, approved.by)}`
              : say`Approval of the money case: ${NOT_PLANNED}`,
          ]
        : []),
    ],
    tables,
    notes: [],
  };
}

function isolationWords(context: Context): Message {
  const { measurement } = context;
  if (!measurement?.design) return emptyWords(context, "measurement");
  const { group, assigned, by } = measurement.compare ?? {};
  return joined(
    [
      code(measurement.design.value),
      group && say`compared with ${group.value}`,
      assigned && say`assigned: ${assigned.value}`,
      by && say`by ${by.value}`,
    ],
    ", ",
  );
}

function dataTable(context: Context, views: readonly MetricView[]): PlanTable {
  const forecast = forecastOf(context);
  const benefits = new Map(
    forecast?.kind === "forecast" ? forecast.metrics.map((each) => [each.id, each.benefit]) : [],
  );
  const currency = context.money?.currency?.value;
  return {
    id: "roi-analysis",
    heading: say`ROI analysis plan`,
    caption: say`Level 4 data, what the plan can see of it, and how it becomes money. What has no value stays an intangible.`,
    columns: [
      say`Data item`,
      say`What the plan can see`,
      say`Conversion to money`,
      say`Source of the value`,
      say`Forecast benefit`,
    ],
    rows: views.map((view) => {
      const { value, name, id } = view;
      const benefit = benefits.get(id);
      return [
        say`${name?.value ?? id}`,
        seenWords(context, id),
        value?.amount
          ? say`${money(value.amount.value, currencyOfValue(context, view) ?? currency)} per ${value.per?.value ?? "?"}`
          : say`not turned into money (intangible)`,
        value ? valueSource(context, view) : NOTHING,
        benefit ? inMoney(benefit, currency) : NOTHING,
      ];
    }),
  };
}

function valueSource(context: Context, { value }: MetricView): Message {
  const approved = value?.approved?.by && say`approved by ${personWords(context, value.approved.by)}`;
  return joined([written(value?.source), approved], "; ");
}

/** The smallest change that this plan would find, as the hover on a target says it. */
function seenWords(context: Context, id: string): Message {
  const measure = context.measure(id);
  if (!measure?.target?.value || !context.measurement) return NOT_PLANNED;
  const found = detectabilityOf(context, measure);
  if (found.kind === "not-estimable") return say`not estimable: ${reasonWords(found.because)}`;
  return changeSeenWords({ ...found, best: found.change }, measure.unit);
}

function costsTable(context: Context): PlanTable | undefined {
  const forecast = forecastOf(context);
  if (forecast?.kind !== "forecast" || forecast.costs.length === 0) return undefined;
  const { costs, currency, cost } = forecast;
  return {
    id: "costs",
    heading: say`Costs, fully loaded`,
    caption: say`By category, at likely values.`,
    columns: [say`Category`, say`Amount`, say`How it is computed`],
    rows: [
      ...costs.map(({ category, amount }) => [say`${category}`, inMoney(amount, currency), workingOf(amount)]),
      [say`Sum`, inMoney(cost, currency), NOTHING],
    ],
  };
}

/** What will be done on which result: agreed before anybody knows it. */
export function decisionsPart(context: Context): PlanPart {
  const decisions = [...context.decisions.values()];
  if (decisions.length === 0)
    return { lines: [say`Decisions: ${emptyWords(context, "decisions")}`], tables: [], notes: [] };
  const rows = decisions.map((decision) => {
    const { id, then, owner, done } = decision;
    const due = outcomeOf(context, decision)?.due;
    return [
      say`${id}`,
      ifWords(decision),
      written(then),
      personWords(context, owner),
      due === undefined ? say`its point has no day` : say`${formatDay(due)}`,
      done ? joined([done.on && say`${formatDay(done.on.value)}:`, written(done.what)], " ") : NOTHING,
    ];
  });
  const columns = [say`Decision`, say`If`, say`Then`, say`Who`, say`Due`, say`Done`];
  const caption = say`What will be done on which result, agreed before the result is known.`;
  return { lines: [], tables: [{ id: "decisions", heading: say`Decisions`, caption, columns, rows }], notes: [] };
}
