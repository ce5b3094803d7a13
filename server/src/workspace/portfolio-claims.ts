import type { Day } from "../base/date.ts";
import type { Estimate, Located } from "../model/located.ts";
import type { Program } from "../model/spec.ts";
import { names } from "./chain.ts";
import { groupBy } from "./group-by.ts";
import type { PortfolioProgram } from "./portfolio-program.ts";
import { plainRole } from "./same-role.ts";
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
export function rolesMoving(program: Program, metric: string): ReadonlySet<string> {
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

/** As many as a person would look at. */
function firstOthers(active: ReadonlySet<Claim>, claim: Claim): readonly Claim[] {
  const others: Claim[] = [];
  for (const each of active) {
    if (each !== claim) others.push(each);
    if (others.length === 8) break;
  }
  return others;
}
