import type { GoalPriorities, PlacedProgram, Priorities, Ranking } from "../../appraisal/priorities.ts";
import { reasonWords, unrankedWords } from "../../appraisal/priority-words.ts";
import type { GoalOfCatalog } from "../../workspace/portfolio.ts";
import { plainText } from "./forecast-report.ts";

/** One object; `docs/portfolio.md` says what is in it. What is not known is `null` with a `because`. */
export function portfolioJson(priorities: Priorities, today: string, shown: (uri: string) => string): string {
  const report = {
    version: 1,
    today,
    goals: priorities.goals.map((goal) => goalOf(goal, shown)),
    unservedGoals: priorities.unserved.map((goal) => headOf(goal, shown)),
    unreadable: priorities.unreadable.map(shown),
    retired: priorities.retired,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function goalOf({ goal, rankings, unranked }: GoalPriorities, shown: (uri: string) => string) {
  return {
    goal: goal ? headOf(goal, shown) : null,
    rankings: rankings.map((ranking) => rankingOf(ranking, shown)),
    unranked: unranked.map((each) => ({
      ...programOf(each.of, shown),
      why: each.why,
      because: plainText(unrankedWords(each)),
    })),
  };
}

function headOf({ goal, file }: GoalOfCatalog, shown: (uri: string) => string) {
  return {
    id: goal.id,
    statement: goal.statement?.value ?? null,
    priority: goal.priority?.value ?? null,
    owner: goal.owner?.value ?? null,
    file: shown(file.uri),
  };
}

function rankingOf({ currency, programs, total, twice, frames }: Ranking, shown: (uri: string) => string) {
  return {
    currency: currency ?? null,
    meanTogether: exact(total),
    claimedTwice: exact(twice),
    frames: frames.map(({ frame, count }) => ({ frame: plainText(frame), programs: count })),
    programs: programs.map(({ of, rank, by }, index) => ({
      rank,
      by,
      reason: plainText(reasonWords(programs, index)),
      ...programOf(of, shown),
      overclaims: of.overclaims.map(({ metric, peak, claims }) => ({
        metric: metric.slice(metric.lastIndexOf("#") + 1),
        share: about(peak),
        files: [...new Set(claims.map((claim) => shown(claim.of.file.uri)))],
      })),
    })),
  };
}

function programOf({ program, appraisal, alsoFor }: PlacedProgram, shown: (uri: string) => string) {
  const { value, certainty, toFix, status } = appraisal;
  return {
    file: shown(program.file.uri),
    id: program.program.id?.value ?? null,
    title: program.name,
    status,
    alsoSupports: alsoFor,
    value:
      value.kind === "value"
        ? {
            net: about(value.net),
            at: value.range ? "P50" : "likely",
            p10: value.range ? about(value.range.p10) : null,
            p90: value.range ? about(value.range.p90) : null,
            mean: exact(value.mean),
            currency: value.currency ?? null,
            frame: plainText(value.frame),
            chanceOfPayback: value.chanceOfPayback === undefined ? null : about(value.chanceOfPayback),
          }
        : { net: null, because: plainText(value.because) },
    certainty: {
      holds: certainty.filter(({ holds }) => holds).length,
      of: certainty.length,
      checks: certainty.map(({ id, holds, because }) => ({ id, holds, because: plainText(because) })),
    },
    toFix,
  };
}

/** Without the last bits, which differ from machine to machine. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** As exact as a simulation is. */
function about(value: number): number {
  return Number(value.toPrecision(3));
}
