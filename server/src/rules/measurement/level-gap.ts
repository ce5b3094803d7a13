import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { hasUnclearPoint, looksAt } from "./looks-after-launch.ts";
import { measureAt } from "./measure-at.ts";

export const levelGap = defineRule({
  id: "level-gap",
  family: "measurement",
  severity: "error",
  kind: "gap",
  summary: "A business result is measured after launch, and none of the behaviors that move it is.",
  decidedBy: "links",
  fixable: true,
  on: "metric",
  *check({ id, metric }, context) {
    if (metric.role?.value !== "primary" || hasUnclearPoint(context) || looksAt(id, context).length === 0) return;
    const moving = context.chain.moving(id);
    if (moving.length === 0 || moving.some((behavior) => looksAt(behavior.id, context).length > 0)) return;
    // Where no behavior at all is measured, `transfer-not-measured` says so.
    if (![...context.behaviors.keys()].some((each) => looksAt(each, context).length > 0)) return;
    yield {
      span: metric.key,
      message: say`${code(id)} is measured after launch, and no behavior that moves it is: there is a step missing in between.`,
      help: say`Measure ${code(moving[0]?.id ?? "")} after launch too; only then can the result be traced to what people do.`,
      related: moving.map(({ key }) => ({ span: key, message: say`This behavior moves it.` })),
      fixes: measureAt(context, [moving[0]?.id ?? ""], looksAt(id, context)),
    };
  },
});
