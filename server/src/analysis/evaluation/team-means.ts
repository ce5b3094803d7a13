import { sum } from "../numeric/matrix.ts";
import { type NotEstimable, notEstimable } from "../result.ts";
import type { Estimate } from "./estimate.ts";
import { compareValues, momentsOf } from "./means.ts";

/** One person or case: the team, whether the team was trained, and the value (0 or 1 for a proportion). */
export interface TeamValue {
  readonly team: string;
  readonly trained: boolean;
  readonly value: number;
}

/**
 * t test on team means, every team counting once, whatever its size: trained − control, teams − 2 df. Refuse a claim of
 * significance under four teams per arm.
 */
export function compareTeamMeans(values: readonly TeamValue[], level: number): Estimate | NotEstimable {
  const means = (trained: boolean) => teamsOf(values, trained).map((team) => momentsOf(team).mean);
  const [first, second] = [means(false), means(true)];
  if (first.length < 2 || second.length < 2) return notEstimable("too-few-clusters");
  return compareValues({ first, second, method: "pooled" }, level);
}

/**
 * Intra-cluster correlation within arms, from the analysis of variance: (MSB − MSW)/(MSB + (n₀ − 1)MSW). Donner & Klar
 * 2000. May be negative by chance. The `icc` of the next plan, and an uncertain one under 20 teams.
 */
export function intraClusterCorrelation(values: readonly TeamValue[]): Estimate | NotEstimable {
  if (!values.every(({ value }) => Number.isFinite(value))) return notEstimable("not-a-number");
  const arms = [false, true].map((trained) => teamsOf(values, trained)).filter((arm) => arm.length > 0);
  const teams = sum(arms.map((arm) => arm.length));
  const people = values.length;
  const [dfBetween, dfWithin] = [teams - arms.length, people - teams];
  if (dfBetween < 1 || dfWithin < 1) return notEstimable("too-few-clusters");
  let [between, within, spread] = [0, 0, 0];
  for (const arm of arms) {
    const all = momentsOf(arm.flat()).mean;
    for (const team of arm) {
      const { mean, sd, n } = momentsOf(team);
      between += n * (mean - all) ** 2;
      within += sd ** 2 * (n - 1);
    }
    spread += sum(arm.map((team) => team.length ** 2)) / arm.flat().length;
  }
  const [msb, msw] = [between / dfBetween, within / dfWithin];
  const n0 = (people - spread) / dfBetween;
  const estimate = (msb - msw) / (msb + (n0 - 1) * msw);
  return Number.isFinite(estimate) ? { kind: "estimate", estimate } : notEstimable("no-variation");
}

function teamsOf(values: readonly TeamValue[], trained: boolean): number[][] {
  const teams = new Map<string, number[]>();
  for (const row of values) {
    if (row.trained !== trained) continue;
    teams.set(row.team, [...(teams.get(row.team) ?? []), row.value]);
  }
  return [...teams.values()];
}

/** t test on each site's change, after − before, treated against control: difference in differences by site means. */
export function compareSiteChanges(
  values: readonly (TeamValue & { readonly post: boolean })[],
  level: number,
): Estimate | NotEstimable {
  const sites = new Map<string, { trained: boolean; before: number[]; after: number[] }>();
  for (const { team, trained, post, value } of values) {
    const site = sites.get(team) ?? { trained, before: [], after: [] };
    (post ? site.after : site.before).push(value);
    sites.set(team, site);
  }
  const complete = [...sites.values()].filter(({ before, after }) => before.length > 0 && after.length > 0);
  const changes = complete.map(({ before, after }) => momentsOf(after).mean - momentsOf(before).mean);
  const [first, second] = [false, true].map((arm) => changes.filter((_, i) => complete[i]?.trained === arm));
  if (!first || !second || first.length < 2 || second.length < 2) return notEstimable("too-few-clusters");
  return compareValues({ first, second, method: "pooled" }, level);
}
