import type { Section } from "../model/located.ts";
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
    (field) => a[field] === b[field] || OF_NO_CONCERN.has(field) || saysTheSame(FACTS[field], one, other),
  );
}

/** Fields that only the program itself looks at. */
const OF_NO_CONCERN: ReadonlySet<string> = new Set(
  "node key wrong owners people objectives assessments measurement decisions conclusions waivers".split(" "),
);

/** What others see of a field, where that is less than all of it. */
const FACTS: Readonly<Record<string, (program: Program) => string>> = {
  need: ({ need }) => JSON.stringify([need?.goal?.value, need?.exempt !== undefined, need?.wrong?.has("exempt")]),
  behaviors: ({ behaviors }) =>
    JSON.stringify(entriesOf(behaviors).map(({ id, audience, moves }) => [id, audience?.value, names(moves)])),
  activities: ({ activities }) => JSON.stringify(entriesOf(activities).map(({ hours }) => hours?.value)),
  metrics: ({ metrics }) =>
    JSON.stringify(
      entriesOf(metrics).map(({ id, role, use, supports, definition, unit, source }) =>
        [id, role, use, supports, definition, unit, source?.system, source?.report].map((each) =>
          typeof each === "object" ? each.value : each,
        ),
      ),
    ),
};

function entriesOf<T>(section: Section<T> | undefined): readonly T[] {
  return [...(section?.entries.values() ?? [])];
}

function saysTheSame(facts: ((program: Program) => string) | undefined, one: Program, other: Program): boolean {
  return facts !== undefined && facts(one) === facts(other);
}
