import { type Bounds, isPercent, unitBounds } from "../library/unit-bounds.ts";
import type { Baseline, Behavior, Limit, Metric, Target } from "../model/spec.ts";
import type { MetricView } from "./metric-view.ts";

/** What a program measures and promises to change: one of its metrics, or a behavior. */
export interface Measure {
  readonly id: string;
  readonly is: "metric" | "behavior";
  readonly part: Metric | Behavior;
  /** Of a metric. */
  readonly role: "primary" | "secondary" | "leading" | "guardrail" | undefined;
  readonly baseline: Baseline | undefined;
  readonly target: Target | undefined;
  readonly limit: Limit | undefined;
  /** Undefined where nobody knows it. */
  readonly unit: string | undefined;
  readonly direction: "lower" | "higher" | "hold" | undefined;
  /** Of a metric. */
  readonly kind: "proportion" | "mean" | "rate" | undefined;
  /** What its values cannot leave, when they are in `unit`. */
  readonly bounds: Bounds;
}

/** The same view is the same measure. */
export function measureOfMetric(view: MetricView): Measure {
  const known = MEASURES.get(view);
  if (known) return known;
  const { metric, library } = view;
  const unit = view.unit?.value;
  const measure: Measure = {
    id: view.id,
    is: "metric",
    part: metric,
    role: metric.role?.value,
    baseline: metric.baseline,
    target: metric.target,
    limit: metric.limit,
    unit,
    direction: view.direction?.value,
    kind: view.kind?.value,
    bounds: library?.bounds ?? unitBounds(unit, view.kind?.value),
  };
  MEASURES.set(view, measure);
  return measure;
}

const MEASURES = new WeakMap<MetricView | Behavior, Measure>();

/** A behavior is a share in percent, and higher is better, unless it says otherwise. */
export function measureOfBehavior(behavior: Behavior): Measure {
  const known = MEASURES.get(behavior);
  if (known) return known;
  const { baseline, target, wrong } = behavior;
  const unit = behavior.unit?.value ?? (wrong?.has("unit") ? undefined : (baseline?.unit?.value ?? "%"));
  const measure: Measure = {
    id: behavior.id,
    is: "behavior",
    part: behavior,
    role: undefined,
    baseline,
    target,
    limit: undefined,
    unit,
    direction: behavior.direction?.value ?? (wrong?.has("direction") ? undefined : "higher"),
    kind: undefined,
    bounds: unitBounds(unit, isPercent(unit) ? "proportion" : undefined),
  };
  MEASURES.set(behavior, measure);
  return measure;
}

/** Whether baseline and target are in one unit, so that they can be compared. */
export function sharesUnit({ baseline, target, unit }: Measure): boolean {
  return (baseline?.unit?.value ?? unit) === (target?.unit?.value ?? unit);
}
