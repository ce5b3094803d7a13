import { code, type Message, say } from "../../base/message.ts";
import { isMissing } from "../../model/located.ts";
import type { Costs } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";

export const missingCostCategory = defineRule({
  id: "missing-cost-category",
  family: "money",
  severity: "warning",
  kind: "gap",
  summary: "The costs leave out a part of the work that every program takes.",
  decidedBy: "shape",
  on: "money",
  *check({ costs }, context) {
    if (!costs || context.isExempt || costs.node.pairs.length === 0 || costs.rest.size > 0) return;
    const missing = groups(context).filter(({ fields }) => fields.every((field) => isMissing(costs, field)));
    if (missing.length === 0) return;
    const named = missing.map(({ name }) => name);
    const list: Message = { key: named.map((_, index) => `{${index}}`).join(", "), values: named };
    yield {
      span: costs.key,
      message: say`The costs leave out ${list}.`,
      help: say`A cost case counts everything, paid from whatever budget; write ${code("0")} for what really costs nothing, so that a reader sees that it was thought of.`,
    };
  },
});

interface Group {
  readonly name: Message;
  readonly fields: readonly (keyof Costs & string)[];
}

function groups(context: Context): Group[] {
  const drivers = [...context.behaviors.values()].some(({ drivers }) => (drivers?.items.length ?? 0) > 0);
  return [
    { name: say`building it (${code("design")} or ${code("development")})`, fields: ["design", "development"] },
    {
      name: say`running it (${code("delivery")}, ${code("technology")} or another)`,
      fields: ["delivery", "technology", "facilities", "materials", "travel"],
    },
    ...(drivers
      ? [{ name: say`the drivers at work (${code("manager-time")})`, fields: ["managerTime"] } satisfies Group]
      : []),
    { name: say`measuring it (${code("evaluation")})`, fields: ["evaluation"] },
  ];
}
