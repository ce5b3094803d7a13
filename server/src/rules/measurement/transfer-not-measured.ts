import { code, say } from "../../base/message.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { hasUnclearPoint, isLook, looksAt } from "./looks-after-launch.ts";
import { measureAt } from "./measure-at.ts";

export const transferNotMeasured = defineRule({
  id: "transfer-not-measured",
  family: "measurement",
  severity: "error",
  kind: "gap",
  summary: "No behavior is measured after launch: nobody will know whether anything is done differently.",
  decidedBy: "links",
  fixable: true,
  on: "measurement",
  *check(measurement, context) {
    const { behaviors, points } = context;
    if (behaviors.size === 0 || hasUnclearPoint(context) || ![...points.values()].some(isLook)) return;
    if ([...behaviors.keys()].some((id) => looksAt(id, context).length > 0)) return;
    yield {
      span: placeOfMissing(measurement, "points"),
      message: say`No behavior is measured after launch: nobody will know whether anything is done differently at work.`,
      help: say`Add the behaviors to the ${code("measures")} of a point of the phase ${code("during")} or ${code("after")}. If the business number does not move, this tells whether the training or the idea behind it failed.`,
      related: [...behaviors.values()].map(({ key }) => ({
        span: key,
        message: say`This behavior could be measured.`,
      })),
      fixes: measureAt(context, [...behaviors.keys()], [...points.values()].filter(isLook)),
    };
  },
});
