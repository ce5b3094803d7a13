import { code, say } from "../../base/message.ts";
import { names } from "../../workspace/chain.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { takeOut } from "../take-out.ts";

export const cyclicObjectives = defineRule({
  id: "cyclic-objectives",
  family: "links",
  severity: "error",
  kind: "conflict",
  summary: "Objectives that require each other in a circle.",
  decidedBy: "links",
  fixable: true,
  on: "objective",
  *check(objective, context) {
    const circle = shortestCircle(objective.id, context);
    if (!circle || circle.some((id) => id < objective.id)) return;
    const reference = objective.requires?.items.find(({ value }) => value === (circle[1] ?? objective.id));
    yield {
      span: reference?.span ?? objective.key,
      message: say`${code(objective.id)} requires itself: ${[...circle, objective.id].map(code).join(" → ")}.`,
      help: say`Nobody can learn these in any order. Take one of the links out.`,
      fixes: reference
        ? takeOut(context, say`Take ${code(reference.value)} out`, {
            map: objective.node,
            key: "requires",
            item: reference.span,
          })
        : [],
    };
  },
});

/** The shortest way from an objective along `requires` back to it, without its end; of equals the first in the text. */
function shortestCircle(start: string, { objectives }: Context): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[start]];
  for (const way of ways) {
    const last = way.at(-1) ?? start;
    for (const next of names(objectives.get(last)?.requires)) {
      if (next === start) return way;
      if (seen.has(next) || !objectives.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
