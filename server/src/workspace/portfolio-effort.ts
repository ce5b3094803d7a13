import type { PortfolioProgram } from "./portfolio-program.ts";
import { leastCost } from "./program-cost.ts";
import type { SharedProgram } from "./shared-program.ts";
import type { SpecFile } from "./spec-file.ts";

/** What the programs that serve a goal cost and take in hours; undefined where a program of them does not say. */
export interface Effort {
  readonly programs: readonly PortfolioProgram[];
  readonly cost: number | undefined;
  readonly currency: string | undefined;
  readonly hours: number | undefined;
}

/** `rates` finds the hourly rate that a file means by a name. */
export function effortOf(
  programs: readonly PortfolioProgram[],
  rates: (file: SpecFile, name: string) => number | undefined,
): Effort {
  let cost: number | undefined = 0;
  let hours: number | undefined = 0;
  const currencies = new Set<string | undefined>();
  for (const { program, file } of programs) {
    const { money } = program;
    const own = money && leastCost(money, (name) => rates(file, name));
    cost = cost === undefined || own === undefined ? undefined : cost + own;
    currencies.add(money?.currency?.value);
    const time = hoursOf(program);
    hours = hours === undefined || time === undefined ? undefined : hours + time;
  }
  const [currency] = currencies;
  return { programs, cost: currencies.size === 1 ? cost : undefined, currency, hours };
}

/** The hours of all participants together. */
function hoursOf({ audience, activities }: SharedProgram): number | undefined {
  const people = [...(audience?.entries.values() ?? [])].map(({ size }) => size?.value);
  const hours = [...(activities?.entries.values() ?? [])].map((activity) => activity.hours?.value);
  if (people.length === 0 || hours.length === 0) return undefined;
  const [all, each] = [sumOf(people), sumOf(hours)];
  return all === undefined || each === undefined ? undefined : all * each;
}

function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((sum, each) => (sum === undefined || each === undefined ? undefined : sum + each), 0);
}
