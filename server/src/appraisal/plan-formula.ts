import type { Size, Unaimed } from "../analysis/planning/plan.ts";
import { type Message, say } from "../base/message.ts";
import type { Guess, Numbers } from "./solve-plan.ts";

/** A comparison whose hoped-for value is open, its sizes, and what the method is called. */
export interface Formula {
  readonly unaimed: Unaimed;
  readonly size: Size;
  readonly method: Message;
}

/**
 * The comparison that a plan comes to, with the sizes of its groups already lessened by how alike their cases are. The
 * headline method of each design and kind of metric, all of them closed forms.
 */
export function formulaOf(
  plan: Numbers,
  { correlation: rho }: Guess,
  { before, after }: { before: number; after: number },
): Formula {
  const test = { alpha: plan.alpha.value, sides: 2 as const };
  const { start, metric, design } = plan;
  const sd = plan.sd?.value ?? 0;
  const isDid = design.startsWith("difference");
  const same = design.endsWith("-same");
  // Unequal windows count as two equal ones with the same error.
  const even = 2 / (1 / before + 1 / after);
  const size = isDid ? { n1: even, n2: even } : { n1: design === "before-after" ? before : after, n2: after };
  if (metric === "mean") {
    if (isDid) {
      const method = same ? ("change" as const) : ("cross-section" as const);
      return {
        unaimed: { ...test, kind: "did-means" as const, method, sd, rho },
        size,
        method: same ? say`t test of the changes` : say`t test of the difference in differences`,
      };
    }
    if (same)
      return {
        unaimed: { ...test, kind: "paired-means" as const, sd1: sd, sd2: sd, rho },
        size,
        method: say`paired t test`,
      };
    return {
      unaimed: { ...test, kind: "two-means" as const, method: "welch" as const, sd1: sd, sd2: sd },
      size,
      method: say`Welch's t test`,
    };
  }
  if (metric === "rate") {
    const rate1 = start;
    if (isDid) {
      const control = { controlBefore: start, controlAfter: start };
      return {
        unaimed: { ...test, kind: "did-rates" as const, rate1, ...control, phi: 1 },
        size,
        method: say`z test of the log rate ratio`,
      };
    }
    return {
      unaimed: { ...test, kind: "two-rates" as const, method: "log" as const, rate1, phi: 1 },
      size,
      method: say`z test of the log rate ratio`,
    };
  }
  if (isDid) {
    const method = same ? ("panel" as const) : ("cross-section" as const);
    const control = { controlBefore: start, controlAfter: start };
    const likely = same ? possible(plan, rho) : 0;
    return {
      unaimed: { ...test, kind: "did-proportions" as const, method, p1: start, ...control, rho: likely },
      size,
      method: same ? say`z test of the changes in shares` : say`z test of the difference in differences`,
    };
  }
  if (same) {
    const likely = possible(plan, rho);
    return {
      unaimed: { ...test, kind: "paired-proportions" as const, method: "connor" as const, p1: start, rho: likely },
      size,
      method: say`McNemar's test, Connor 1987`,
    };
  }
  const cell = Math.min(size.n1, size.n2) * Math.min(start, 1 - start);
  const method = cell >= 5 ? ("z-pooled" as const) : ("z-continuity" as const);
  return {
    unaimed: { ...test, kind: "two-proportions" as const, method, p1: start },
    size,
    method: cell >= 5 ? say`pooled z test` : say`z test with continuity correction, for Fisher's exact test`,
  };
}

/** A guessed correlation of yes and no that the two shares allow: 0.9 of the most there can be, at most. */
function possible({ start, goal }: Numbers, rho: number): number {
  const [low, high] = [Math.min(start, goal ?? start), Math.max(start, goal ?? start)];
  if (!(low > 0 && high < 1)) return 0;
  return Math.min(rho, 0.9 * Math.sqrt((low * (1 - high)) / (high * (1 - low))));
}
