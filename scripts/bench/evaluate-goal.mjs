import { growthExponent, median } from "./statistics.mjs";

/**
 * Whether a goal holds by these samples. `samples`: name → numbers; `troubles`: name → why there are none (`refused`: the
 * tool did not find what was planted).
 * → { state: "holds" | "missed" | "refused" | "not measured", figure?, ours?, other?, reason? }
 */
export function evaluateGoal(goal, samples, troubles = new Map()) {
  const names = [goal.ours, goal.theirs, goal.floor, goal.larger].filter((name) => name !== undefined);
  for (const name of names) {
    if ((samples.get(name) ?? []).length > 0) continue;
    const trouble = troubles.get(name);
    return { state: trouble?.refused ? "refused" : "not measured", reason: trouble?.reason ?? "not part of this run" };
  }
  const [ours, ...others] = names.map((name) => median(samples.get(name)));
  const { figure, other } = COMPARE[goal.kind](goal, ours, others[0]);
  const holds = goal.kind === "faster" ? figure >= goal.least : figure <= goal.most;
  return { state: holds ? "holds" : "missed", figure, ours, other };
}

const COMPARE = {
  faster: ({ without = 0 }, ours, theirs) => ({ figure: (theirs - without) / ours, other: theirs - without }),
  "at-most": (_goal, ours, floor) => ({ figure: floor === undefined ? ours : ours / floor, other: floor }),
  growth: ({ times }, ours, larger) => ({ figure: growthExponent(ours, larger, times), other: larger }),
};
