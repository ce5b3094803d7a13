import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { hasUnclearPoint } from "./looks-after-launch.ts";

export const singleFollowUp = defineRule({
  id: "single-follow-up",
  family: "measurement",
  severity: "hint",
  kind: "gap",
  summary: "A primary metric is measured only once after the program.",
  decidedBy: "links",
  on: "metric",
  *check({ id, metric }, context) {
    if (metric.role?.value !== "primary" || hasUnclearPoint(context)) return;
    const after = context.chain.measuring(id).filter(({ phase }) => phase?.value === "after");
    const [point] = after;
    if (!point || after.length > 1) return;
    yield {
      span: metric.key,
      message: say`${code(id)} is measured only once after the program: nobody will see whether the change lasts.`,
      help: say`Add a second point of the phase ${code("after")}, some months later; what people learned fades when nothing keeps it up.`,
      related: [{ span: point.key, message: say`This is the only look.` }],
    };
  },
});
