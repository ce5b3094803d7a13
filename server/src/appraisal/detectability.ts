import { type NotEstimable, notEstimable, type Reason } from "../analysis/result.ts";
import type { Message } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { type DesignPlan, designPlan, type Gap } from "./design-plan.ts";
import type { Input } from "./input.ts";
import { casesFor, type Guess, powerAtChange, type Solution, solve, solveAgain } from "./solve-plan.ts";

/** What the plan of a program can see of one of its measures, in the measure's own unit. */
export type Detectability = Detectable | { readonly kind: "not-estimable"; readonly because: Gap | Reason };

export interface Detectable {
  readonly kind: "detectable";
  readonly plan: DesignPlan;
  readonly guess: Guess;
  readonly method: Message;
  readonly designEffect: number;
  /** The smallest change that is seen with the power asked for; undefined where no change would be. */
  readonly change: number | undefined;
  /** The same when the guesses among the inputs are kind or unkind; both equal `change` where nothing is guessed. */
  readonly best: number | undefined;
  readonly worst: number | undefined;
  /** From the baseline to the target; undefined without a target or where nothing shall change. */
  readonly promised: number | undefined;
  /** Inputs that nobody stated and that matter here. */
  readonly guessed: readonly ("icc" | "correlation" | "autocorrelation" | "follow-up")[];
}

/** What the plan sees of a measure. */
export function detectabilityOf(context: Context, measure: Measure): Detectability {
  return context.once(measure, () => compute(context, measure));
}

function compute(context: Context, measure: Measure): Detectability {
  const plan = designPlan(context, measure);
  if (plan.kind !== "plan") return { kind: "not-estimable", because: plan.kind };
  const guess = guessOf(plan, "likely");
  const solution = solve(plan, guess);
  if (solution.kind === "not-estimable") return solution;
  const guessed = guessedIn(plan);
  const uncertain = guessed.some((each) => each !== "follow-up");
  const best = uncertain ? solveAgain(plan, { guess, solution }, guessOf(plan, "best")) : solution;
  const worst = uncertain ? solveAgain(plan, { guess, solution }, guessOf(plan, "worst")) : solution;
  const promised = plan.goal === undefined || plan.goal === plan.start ? undefined : Math.abs(plan.goal - plan.start);
  if (promised !== undefined && !Number.isFinite(promised * plan.scale)) return notEstimable("value-out-of-range");
  const scaled = (found: Solution | NotEstimable): number | undefined =>
    found.kind === "change" && Number.isFinite(found.change * plan.scale) ? found.change * plan.scale : undefined;
  return {
    kind: "detectable",
    plan,
    guess,
    method: solution.method,
    designEffect: solution.designEffect,
    change: scaled(solution),
    best: scaled(best) ?? scaled(solution),
    worst: scaled(worst),
    promised: promised === undefined ? undefined : promised * plan.scale,
    guessed,
  };
}

/** The guesses among the inputs at their likely, kindest or unkindest end. */
export function guessOf(plan: DesignPlan, end: "likely" | "best" | "worst"): Guess {
  const series = plan.design === "trend-line";
  return {
    // Alike measurements of the same people help; alike months and alike cases of a team do not.
    correlation: endOf(plan.correlation, end, series ? "low" : "high"),
    icc: endOf(plan.icc, end, "low"),
  };
}

function endOf(input: Input | undefined, end: "likely" | "best" | "worst", kind: "low" | "high"): number {
  if (!input) return 0;
  if (end === "likely" || !input.range) return input.value;
  const other = kind === "low" ? "high" : "low";
  return input.range[end === "best" ? kind : other];
}

function guessedIn({ icc, correlation, after, design }: DesignPlan): Detectable["guessed"] {
  return [
    ...(icc?.from === "assumed" ? (["icc"] as const) : []),
    ...(correlation ? ([design === "trend-line" ? "autocorrelation" : "correlation"] as const) : []),
    ...(after.from === "assumed" ? (["follow-up"] as const) : []),
  ];
}

/** The chance, 0 to 1, that the change is seen if it comes as promised. */
export function powerAtTarget({ plan, guess, promised }: Detectable): number | undefined {
  return promised === undefined ? undefined : powerAtChange(plan, guess, promised / plan.scale);
}

/** Cases per group and window (months after launch, on a trend line) that it takes to see what is promised. */
export function casesNeeded({ plan, guess, promised }: Detectable, end?: "best" | "worst"): number | undefined {
  const under = end ? guessOf(plan, end) : guess;
  return promised === undefined ? undefined : casesFor(plan, under, promised / plan.scale);
}

/**
 * Whether the plan sees the change that is promised: `depends` where the guesses decide. A change within `slack` of what
 * can be seen counts as seen, because no formula is more precise than its inputs.
 */
export function seesTarget(found: Detectable, slack: number): "yes" | "no" | "depends" | undefined {
  const { promised, best, worst } = found;
  if (promised === undefined) return undefined;
  const reaches = (change: number | undefined): boolean => change !== undefined && change <= promised * (1 + slack);
  if (!reaches(best)) return "no";
  return reaches(worst) ? "yes" : "depends";
}
