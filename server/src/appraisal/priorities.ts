import { code, type Message, say } from "../base/message.ts";
import type { Goal } from "../model/spec.ts";
import type { GoalOfCatalog, Portfolio } from "../workspace/portfolio.ts";
import type { SharedChange } from "../workspace/portfolio-claims.ts";
import type { PortfolioProgram } from "../workspace/portfolio-program.ts";
import { isIgnored } from "../workspace/settings.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ProgramAppraisal } from "./program-appraisal.ts";
import type { ProgramValue } from "./program-value.ts";
import { type Ranked, rankPrograms } from "./rank-programs.ts";

/** A program in its place among others. */
export interface PlacedProgram {
  readonly program: PortfolioProgram;
  readonly appraisal: ProgramAppraisal;
  /** Ids of the other goals that it supports; it stands and counts only under the first. */
  readonly alsoFor: readonly string[];
  /** Changes that it and others claim together to more than the whole. */
  readonly overclaims: readonly SharedChange[];
}

export interface RankedProgram extends PlacedProgram {
  readonly value: ProgramValue;
}

/** The programs of a goal that are still to be built and whose values are in one currency, best first. */
export interface Ranking {
  readonly currency: string | undefined;
  readonly programs: readonly Ranked<RankedProgram>[];
  /** Means of net added up. */
  readonly total: number;
  /** What of it is claimed by several programs at once, at likely values. */
  readonly twice: number;
  /** The kinds of benefit, whose money and horizons, each with how many programs it holds for. */
  readonly frames: readonly { readonly frame: Message; readonly count: number }[];
}

/** Why a program has no rank. */
export type Unranked = "not-estimable" | "exempt" | "built";

/** The programs of a goal, or of none. */
export interface GoalPriorities {
  /** Undefined for programs whose goal no catalog defines. */
  readonly goal: GoalOfCatalog | undefined;
  readonly rankings: readonly Ranking[];
  readonly unranked: readonly { readonly why: Unranked; readonly of: PlacedProgram; readonly because: Message }[];
}

/** What to build first. */
export interface Priorities {
  /** By the priority of the goals; programs without a goal last. */
  readonly goals: readonly GoalPriorities[];
  /** Goals that no program serves, in the same order. */
  readonly unserved: readonly GoalOfCatalog[];
  /** Files of specs from which neither a program nor a catalog can be read. */
  readonly unreadable: readonly string[];
  readonly retired: number;
}

/**
 * Ranks the programs of a snapshot. `appraisals` holds them by their files; a program without one is left out (it is not
 * appraised yet), and so is all that `isAsked` refuses.
 */
export function prioritiesOf(
  { portfolio, files }: Snapshot,
  appraisals: ReadonlyMap<string, ProgramAppraisal>,
  isAsked: (uri: string) => boolean,
): Priorities {
  const byGoal = new Map<
    Goal | undefined,
    { readonly goal: GoalOfCatalog | undefined; readonly of: PlacedProgram[] }
  >();
  let retired = 0;
  for (const program of portfolio.programs) {
    const appraisal = appraisals.get(program.file.uri);
    if (!appraisal || !isAsked(program.file.uri)) continue;
    if (program.status === "retired") {
      retired++;
      continue;
    }
    const { goal, alsoFor } = goalsFor(portfolio, program);
    const overclaims = portfolio.sharedChangesOf(program.file).filter(({ peak }) => peak > 1 + 1e-9);
    const group = byGoal.get(goal?.goal) ?? { goal, of: [] };
    byGoal.set(goal?.goal, group);
    group.of.push({ program, appraisal, alsoFor, overclaims });
  }
  return {
    goals: [...byGoal.values()].map(({ goal, of }) => groupFor(goal, of)).sort(byPriority),
    unserved: portfolio.goals
      .filter((each) => isAsked(each.file.uri) && portfolio.serving(each.goal).length === 0)
      .map((goal) => ({ goal }))
      .sort(byPriority)
      .map(({ goal }) => goal),
    unreadable: [...files.values()]
      .filter(({ uri, kind, results }) => !kind && !results && isAsked(uri) && !isIgnored(files, uri))
      .map(({ uri }) => uri)
      .sort(),
    retired,
  };
}

/** The goal that a program names, else the first that one of its metrics supports. */
function goalsFor(portfolio: Portfolio, program: PortfolioProgram) {
  const found = [...portfolio.goalIdsOf(program)].flatMap((id) => portfolio.goalOf(program.file, id) ?? []);
  const [goal, ...more] = found;
  return { goal, alsoFor: more.map(({ goal: { id } }) => id) };
}

function groupFor(goal: GoalOfCatalog | undefined, all: readonly PlacedProgram[]): GoalPriorities {
  const ranked = new Map<string | undefined, RankedProgram[]>();
  const unranked: GoalPriorities["unranked"][number][] = [];
  for (const of of all) {
    const { value, status, isExempt } = of.appraisal;
    if (status !== "draft" && status !== "planned")
      unranked.push({ why: "built", of, because: say`it is ${code(status)}` });
    else if (value.kind === "value")
      ranked.set(value.currency, [...(ranked.get(value.currency) ?? []), { ...of, value }]);
    else unranked.push({ why: isExempt ? "exempt" : "not-estimable", of, because: value.because });
  }
  const rankings = [...ranked].map(([currency, programs]) => rankingOf(currency, programs));
  return {
    goal,
    // Most programs first: the currency of the house.
    rankings: rankings.sort((a, b) => b.programs.length - a.programs.length),
    unranked: unranked.sort((a, b) => ORDER[a.why] - ORDER[b.why] || a.of.appraisal.toFix - b.of.appraisal.toFix),
  };
}

const ORDER: Readonly<Record<Unranked, number>> = { "not-estimable": 0, exempt: 1, built: 2 };

function rankingOf(currency: string | undefined, programs: readonly RankedProgram[]): Ranking {
  const frames = new Map<string, { readonly frame: Message; count: number }>();
  for (const { value } of programs) {
    const key = JSON.stringify(value.frame);
    const known = frames.get(key);
    if (known) known.count++;
    else frames.set(key, { frame: value.frame, count: 1 });
  }
  return {
    currency,
    programs: rankPrograms(programs, ({ value, appraisal: { certainty, toFix } }) => ({
      net: value.net,
      certainty: certainty.filter(({ holds }) => holds).length,
      toFix,
    })),
    total: programs.reduce((sum, { value }) => sum + value.mean, 0),
    twice: programs.reduce((sum, program) => sum + claimedTwice(program), 0),
    frames: [...frames.values()],
  };
}

/** Of shares that add to 110 %, a tenth part of each eleventh is too much: each counts as its part of the whole. */
function claimedTwice({ value, overclaims }: RankedProgram): number {
  return value.benefits.reduce((sum, { use, amount }) => {
    const claim = overclaims.find(({ metric }) => use !== undefined && metric.endsWith(`#${use}`));
    return claim ? sum + Math.max(0, amount) * (1 - 1 / claim.peak) : sum;
  }, 0);
}

/** Goals with a priority first; the same priority by id, so that the order is always the same. */
function byPriority(a: { readonly goal: GoalOfCatalog | undefined }, b: { readonly goal: GoalOfCatalog | undefined }) {
  if (!a.goal || !b.goal) return Number(!a.goal) - Number(!b.goal);
  const [first, second] = [a.goal.goal, b.goal.goal];
  const [one, other] = [
    first.priority?.value ?? Number.POSITIVE_INFINITY,
    second.priority?.value ?? Number.POSITIVE_INFINITY,
  ];
  if (one !== other) return one < other ? -1 : 1;
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0;
}
