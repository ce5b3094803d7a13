import type { Entry, Section } from "../model/located.ts";
import type { Catalog, Program } from "../model/spec.ts";
import { names } from "./chain.ts";
import type { SpecFile } from "./spec-file.ts";

/**
 * Whether two versions of a file say the same of what programs have in common: people, goals, metrics, money, days. False
 * where that is not sure. What rules and features see of other programs (`Context.workspace`) is in one of these fields.
 */
export function sharesTheSame({ document: one }: SpecFile, { document: other }: SpecFile): boolean {
  if (one?.is === "catalog" && other?.is === "catalog") return isSameCatalog(one, other);
  if (one?.is !== "program" || other?.is !== "program") return false;
  const [a, b] = [one, other] as unknown as Readonly<Record<string, unknown>>[];
  if (!a || !b) return false;
  return Object.keys(other).every(
    (field) => a[field] === b[field] || OF_NO_CONCERN.has(field) || FACTS[field]?.(one, other),
  );
}

/** Who the people are concerns those alone who name them, and they look at the catalog itself. */
function isSameCatalog(one: Catalog, other: Catalog): boolean {
  return (Object.keys(other) as (keyof Catalog)[]).every(
    (field) => one[field] === other[field] || field === "people" || field === "node" || field === "key",
  );
}

/** Fields that only the program itself looks at. */
const OF_NO_CONCERN: ReadonlySet<string> = new Set(
  "node key wrong owners people objectives assessments measurement decisions conclusions waivers".split(" "),
);

/** What others see of a field, where that is less than all of it. */
const FACTS: Readonly<Record<string, (one: Program, other: Program) => boolean>> = {
  need: (one, other) => {
    const facts = ({ need }: Program) => [need?.goal?.value, need?.exempt !== undefined, need?.wrong?.has("exempt")];
    return isSame(facts(one), facts(other));
  },
  behaviors: ({ behaviors: one }, { behaviors: other }) =>
    entriesSayTheSame(one, other, ({ audience, moves }) => [audience?.value, ...names(moves)]),
  activities: ({ activities: one }, { activities: other }) =>
    entriesSayTheSame(one, other, ({ hours }) => [hours?.value]),
  metrics: ({ metrics: one }, { metrics: other }) =>
    entriesSayTheSame(one, other, ({ role, use, supports, definition, unit, source }) =>
      [role, use, supports, definition, unit, source?.system, source?.report].map((each) => each?.value),
    ),
};

/** What has not changed in a text is the same object, so that few entries have to be looked at. */
function entriesSayTheSame<T extends Entry>(
  one: Section<T> | undefined,
  other: Section<T> | undefined,
  facts: (entry: T) => readonly unknown[],
): boolean {
  if (one?.entries.size !== other?.entries.size) return false;
  const others = (other?.entries.values() ?? [].values()) as Iterator<T>;
  for (const entry of one?.entries.values() ?? []) {
    const { value } = others.next();
    if (entry !== value && (entry.id !== value?.id || !isSame(facts(entry), facts(value)))) return false;
  }
  return true;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
