import type { Day } from "../base/date.ts";
import type { Message } from "../base/message.ts";
import type { Conclusion } from "../model/spec.ts";
import type { Group } from "../results/result-columns.ts";
import type { ResultRow } from "../results/results-file.ts";
import type { Measure } from "../workspace/measure.ts";
import type { MetricKind } from "./scale.ts";

export type Phase = "before" | "during" | "after";

/** What was measured at one point in one group, in the unit of the measure. */
export interface Observation {
  /** Undefined for the baseline that the spec states, where no row holds it. */
  readonly point: string | undefined;
  readonly phase: Phase;
  /** The day of the point. */
  readonly day: Day | undefined;
  readonly group: Group;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly value: number;
  readonly n: number | undefined;
  readonly sd: number | undefined;
  /** The rows it is made of; none for a stated baseline. */
  readonly rows: readonly ResultRow[];
}

/** Two ends between which a value may lie. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is compared with what. */
export type Design = "difference-in-differences" | "two-groups-after" | "before-after" | "trend-line";

/** What the program did to a measure, as far as its design shows it. */
export interface Effect {
  readonly kind: "effect";
  readonly design: Design;
  /** A difference in the unit of the measure (points of a share), or a ratio of rates. */
  readonly scale: "difference" | "ratio";
  readonly estimate: number;
  readonly interval: Interval;
  /** Absent where the method has none or clusters have widened the interval. */
  readonly p: number | undefined;
  /** How the interval and the p-value were made. */
  readonly method: Message;
  /** Cases that went in, over all groups and periods. */
  readonly used: number | undefined;
  /** What the interval says, after what may not be claimed at all. */
  readonly shows: "better" | "worse" | "nothing";
  /** Why nothing may be claimed, though the interval might. */
  readonly refused: Message | undefined;
  /** What has to be said beside it. */
  readonly cautions: readonly Message[];
}

/** There is no number: the rest of a sentence after "because", without a full stop. */
export interface NotEstimable {
  readonly kind: "not-estimable";
  readonly because: Message;
}

export type Verdict = "improved" | "not-shown" | "worse" | "not-estimable";

/** Whether the target was reached in the group that was trained, and whether chance may have done it. */
export interface TargetAnswer {
  /** The last measurement by the day of the target, else the last one. */
  readonly at: Observation;
  readonly reached: boolean;
  /** The whole interval of the measured value lies on the side that `reached` names. */
  readonly carried: boolean;
  readonly interval: Interval | undefined;
}

/** Whether a guardrail has held at one point. */
export interface GuardAnswer {
  readonly at: Observation;
  readonly within: boolean;
  readonly carried: boolean;
}

/** What a program promised of one measure, what was measured, and what may be said. */
export interface MeasureEvaluation {
  readonly measure: Measure;
  readonly kind: MetricKind | undefined;
  /** In order of time. */
  readonly observations: readonly Observation[];
  readonly intervals: ReadonlyMap<Observation, Interval>;
  /** In the group that is trained: the last before launch, the last after it. */
  readonly before: Observation | undefined;
  readonly after: Observation | undefined;
  readonly effect: Effect | NotEstimable;
  /** What the numbers carry. */
  readonly verdict: Verdict;
  /** What the spec says. */
  readonly conclusion: Conclusion | undefined;
  readonly target: TargetAnswer | undefined;
  readonly guard: readonly GuardAnswer[];
  readonly may: readonly Message[];
  readonly mayNot: readonly Message[];
}
