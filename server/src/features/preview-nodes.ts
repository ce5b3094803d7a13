import { type Message, say } from "../base/message.ts";
import { type Span, spanFrom } from "../base/span.ts";
import { type Entry, isMissing } from "../model/located.ts";
import type { Assessment, Behavior, Objective } from "../model/spec.ts";
import { names } from "../workspace/chain.ts";
import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import { figure, guardOf, nameOf, promiseOf, timeText } from "./preview-figures.ts";
import type { GraphNode, Measured } from "./preview-graph.ts";

/** Columns of a program's picture, from left to right. */
export const NEED = 0;
export const METRICS = 1;
export const BEHAVIORS = 2;
export const OBJECTIVES = 3;
export const ASSESSMENTS = 4;

type PlainNode = Omit<GraphNode, "state">;

export function metricNode(view: MetricView, context: Context): PlainNode {
  const { metric, id } = view;
  const { role, use, baseline, target, limit } = metric;
  const scale = { unit: view.unit?.value, currency: context.money?.currency?.value };
  const isGuard = role?.value === "guardrail";
  const problems: Message[] = [];
  if (view.unresolved && use && !context.links.incomplete) problems.push(say`undefined: ${use.value}`);
  if (isMissing(metric, "baseline")) problems.push(say`no baseline`);
  if (isGuard && isMissing(metric, "limit")) problems.push(say`no limit`);
  if (!isGuard && isMissing(metric, "target")) problems.push(say`no target`);
  return {
    id: `metric ${id}`,
    column: METRICS,
    kind: "metric",
    label: role ? ROLES[role.value] : say`Metric`,
    text: view.name?.value ?? nameOf(id),
    facts: isGuard ? guardOf(baseline, limit, scale) : promiseOf(baseline, target, scale),
    problems,
    measured: measuredOf(id, context),
    span: wholeOf(metric),
  };
}

export function behaviorNode(behavior: Behavior, context: Context): PlainNode {
  const { id, does, howOften, unit, baseline, target } = behavior;
  const problems: Message[] = [];
  if (isMissing(behavior, "baseline")) problems.push(say`no baseline`);
  if (isMissing(behavior, "target")) problems.push(say`no target`);
  return {
    id: `behavior ${id}`,
    column: BEHAVIORS,
    kind: "behavior",
    label: howOften?.value ?? say`Behavior`,
    text: does?.value ?? nameOf(id),
    facts: promiseOf(baseline, target, { unit: unit?.value ?? "%", currency: undefined }),
    problems,
    measured: measuredOf(id, context),
    span: wholeOf(behavior),
  };
}

export function objectiveNode(objective: Objective): PlainNode {
  const { id, can, to, level, requires } = objective;
  const first = names(requires).map(nameOf).join(", ");
  return {
    id: `objective ${id}`,
    column: OBJECTIVES,
    kind: "objective",
    label: level ? say`Level: ${level.value}` : say`Objective`,
    text: can?.value ?? nameOf(id),
    facts: [...(to ? [to.value] : []), ...(first ? [say`builds on: ${first}`] : [])],
    problems: [],
    span: wholeOf(objective),
  };
}

export function assessmentNode(assessment: Assessment): PlainNode {
  const { id, type, when, pass } = assessment;
  const facts: (string | Message)[] = [];
  if (when) facts.push(timeText(when));
  if (pass?.atLeast) {
    facts.push(say`pass: at least ${figure(pass.atLeast.value, { unit: pass.unit?.value, currency: undefined })}`);
  }
  return {
    id: `assessment ${id}`,
    column: ASSESSMENTS,
    kind: "assessment",
    label: type ? TYPES[type.value] : say`Assessment`,
    text: nameOf(id),
    facts,
    problems: [],
    span: wholeOf(assessment),
  };
}

/** From the key of an entry to its end. */
export function wholeOf(entry: Entry): Span {
  return spanFrom(entry.key, entry.node);
}

function measuredOf(id: string, { chain }: Context): Measured | undefined {
  const points = chain.measuring(id);
  if (points.length === 0) return undefined;
  const named = (phase: keyof Measured) =>
    points.filter((point) => point.phase?.value === phase).map((point) => point.id);
  return { before: named("before"), during: named("during"), after: named("after") };
}

const ROLES = {
  primary: say`Primary metric`,
  secondary: say`Secondary metric`,
  leading: say`Leading metric`,
  guardrail: say`Guardrail`,
} as const;

const TYPES = {
  survey: say`Survey`,
  quiz: say`Quiz`,
  scenario: say`Scenario`,
  simulation: say`Simulation`,
  observation: say`Observation`,
  "work-sample": say`Work sample`,
} as const;
