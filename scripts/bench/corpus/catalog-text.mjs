import { definition, PEOPLE, value } from "./program-text.mjs";
import { THEMES } from "./themes.mjs";

/**
 * A catalog with people, a goal and the metrics of so many areas, each of which programs can take. `catalog`: people
 * and goal stand in that one.
 */
export function catalogText(id, areas, { catalog } = {}) {
  return `${[
    "version: 1",
    "kind: catalog",
    `id: ${id}`,
    "title: What the programs of one part of the company share",
    "currency: USD",
    ...(catalog ? [`catalogs: [${catalog}]`] : ["people:", ...PEOPLE, "goals:", GOAL]),
    ...(areas > 0 ? ["metrics:"] : []),
    ...Array.from({ length: areas }, (_, index) => index + 1).flatMap((area) =>
      THEMES.flatMap((theme) => [
        `  ${theme.id}-of-area-${area}:`,
        ...definition(theme, ` in area ${area} of ${id}`),
        "    supports: grow-recurring-revenue",
        ...value(theme),
      ]),
    ),
  ].join("\n")}\n`;
}

const GOAL =
  "  grow-recurring-revenue: { statement: Grow recurring revenue by 6 % in 2027, owner: luis-ortega, priority: 1 }";
