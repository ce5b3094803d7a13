import type { Day } from "../base/date.ts";
import type { Estimate, Located } from "../model/located.ts";
import { names } from "./chain.ts";
import { groupBy } from "./group-by.ts";
import type { PortfolioProgram } from "./portfolio-program.ts";
import { plainRole } from "./same-role.ts";
import type { SharedProgram } from "./shared-program.ts";
import type { SpecFile } from "./spec-file.ts";

/** A program's share of the change of one metric of a catalog, in one role. */
export interface Claim {
  readonly of: PortfolioProgram;
  readonly metric: string;
  readonly role: string;
  readonly share: Located<Estimate>;
  readonly from: Day;
  readonly to: Day;
}

/** Claims that overlap and together are more than all of the change. */
export interface Overclaim {
  readonly claim: Claim;
  readonly sum: number;
  readonly others: readonly Claim[];
}

/** The roles that move a metric; those of all audiences where the behaviors do not say. */
export function rolesMoving(program: SharedProgram, metric: string): ReadonlySet<string> {
  const roles = new Set<string>();
  const audiences = program.audience?.entries;
  for (const { audience, moves } of program.behaviors?.entries.values() ?? []) {
    const role = audience && names(moves).includes(metric) && audiences?.get(audience.value)?.role;
    if (role) roles.add(plainRole(role.value));
  }
  if (roles.size > 0) return roles;
  for (const { role } of audiences?.values() ?? []) if (role) roles.add(plainRole(role.value));
  return roles;
}

/** One sweep over the days for each metric and role. A claim is told of the first moment at which it is too much. */
export function overclaimsIn(claims: readonly Claim[]): ReadonlyMap<SpecFile, readonly Overclaim[]> {
  const found: (readonly [SpecFile, Overclaim])[] = [];
  for (const group of groupBy(claims, ({ metric, role }) => `${metric}\n${role}`).values()) {
    const ends = [...group].sort((a, b) => a.to - b.to);
    const active = new Set<Claim>();
    let [sum, over, untold] = [0, 0, [] as Claim[]];
    for (const claim of [...group].sort((a, b) => a.from - b.from)) {
      for (let ended = ends[over]; ended && ended.to <= claim.from; ended = ends[++over]) {
        if (active.delete(ended)) sum -= ended.share.value.likely;
      }
      active.add(claim);
      sum += claim.share.value.likely;
      untold.push(claim);
      if (sum <= 1 + 1e-9 || active.size < 2) continue;
      for (const each of untold) {
        if (active.has(each)) found.push([each.of.file, { claim: each, sum, others: firstOthers(active, each) }]);
      }
      untold = [];
    }
  }
  const files = groupBy(found, ([{ uri }]) => uri);
  return new Map(
    [...files.values()].flatMap((all) => all.slice(0, 1).map(([file]) => [file, all.map(([, each]) => each)])),
  );
}

/** Claims of several programs on one change, each at the same time as the next: the most that they add to at once. */
export interface SharedChange {
  /** Address of the catalog's metric. */
  readonly metric: string;
  readonly claims: readonly Claim[];
  readonly peak: number;
}

/** The changes that several programs claim, by their files; of one metric in several roles the most claimed. */
export function sharedChangesIn(claims: readonly Claim[]): ReadonlyMap<SpecFile, readonly SharedChange[]> {
  const found = new Map<SpecFile, Map<string, SharedChange>>();
  for (const group of groupBy(claims, ({ metric, role }) => `${metric}\n${role}`).values()) {
    for (const chain of chainsOf([...group].sort((a, b) => a.from - b.from))) {
      const files = new Set(chain.map(({ of }) => of.file));
      if (files.size < 2) continue;
      const shared = { metric: chain[0]?.metric ?? "", claims: chain, peak: peakOf(chain) };
      for (const file of files) {
        const own = found.get(file) ?? new Map<string, SharedChange>();
        if (shared.peak > (own.get(shared.metric)?.peak ?? 0)) own.set(shared.metric, shared);
        found.set(file, own);
      }
    }
  }
  return new Map([...found].map(([file, own]) => [file, [...own.values()]]));
}

/** Stretches of claims that overlap one after the other; `sorted` by their beginning. */
function chainsOf(sorted: readonly Claim[]): readonly (readonly Claim[])[] {
  const chains: Claim[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const claim of sorted) {
    if (claim.from >= end) chains.push([]);
    chains.at(-1)?.push(claim);
    end = Math.max(end, claim.to);
  }
  return chains;
}

function peakOf(sorted: readonly Claim[]): number {
  const ends = [...sorted].sort((a, b) => a.to - b.to);
  let [sum, peak, over] = [0, 0, 0];
  for (const claim of sorted) {
    for (let ended = ends[over]; ended && ended.to <= claim.from; ended = ends[++over]) sum -= ended.share.value.likely;
    sum += claim.share.value.likely;
    peak = Math.max(peak, sum);
  }
  return peak;
}

/** As many as a person would look at. */
function firstOthers(active: ReadonlySet<Claim>, claim: Claim): readonly Claim[] {
  const others: Claim[] = [];
  for (const each of active) {
    if (each !== claim) others.push(each);
    if (others.length === 8) break;
  }
  return others;
}
