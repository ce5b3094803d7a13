import type { Program } from "../model/spec.ts";
import { names } from "./chain.ts";
import type { SpecFile } from "./spec-file.ts";

/**
 * Whether two versions of a file say the same of what programs have in common: people, goals, metrics, money, days. False
 * where that is not sure. What rules and features see of other programs (`Context.workspace`) is in one of these fields.
 */
export function sharesTheSame({ document: one }: SpecFile, { document: other }: SpecFile): boolean {
  if (one?.is !== "program" || other?.is !== "program") return false;
  const [a, b] = [one, other] as unknown as Readonly<Record<string, unknown>>[];
  if (!a || !b) return false;
  return Object.keys(other).every(
    (field) =>
      a[field] === b[field] ||
      OF_NO_CONCERN.has(field) ||
      (field === "need" && needOf(one) === needOf(other)) ||
      (field === "behaviors" && behaviorsOf(one) === behaviorsOf(other)),
  );
}

/** Fields that only the program itself looks at. */
const OF_NO_CONCERN: ReadonlySet<string> = new Set(
  "node key wrong owners people objectives activities assessments measurement decisions conclusions waivers".split(" "),
);

function needOf({ need }: Program): string {
  return JSON.stringify([need?.goal?.value, need?.exempt !== undefined, need?.wrong?.has("exempt")]);
}

function behaviorsOf({ behaviors }: Program): string {
  const all = [...(behaviors?.entries.values() ?? [])];
  return JSON.stringify(all.map(({ id, audience, moves }) => [id, audience?.value, names(moves)]));
}
