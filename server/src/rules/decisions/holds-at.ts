import type { ReadClause } from "./clauses-of.ts";

/**
 * Whether a clause holds when its measure stands at its baseline or at its target, the comparison group not having
 * moved. Undefined where the numbers do not say.
 */
export function holdsAt({ clause, measure }: ReadClause, where: "baseline" | "target"): boolean | undefined {
  const { comparison, number } = clause;
  const [start, goal] = [measure?.baseline?.value?.value, measure?.target?.value?.value];
  if (clause.of === "limit") return true;
  if (!comparison || !number || start === undefined || goal === undefined) return undefined;
  const stands = where === "baseline" ? start : goal;
  const value = clause.of === "value" ? stands : stands - start;
  switch (comparison) {
    case "<":
      return value < number.value;
    case "<=":
      return value <= number.value;
    case ">":
      return value > number.value;
    default:
      return value >= number.value;
  }
}
