import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unownedDriver = defineRule({
  id: "unowned-driver",
  family: "behaviors",
  severity: "warning",
  kind: "gap",
  summary: "A driver has no owner.",
  decidedBy: "shape",
  fixable: true,
  on: "driver",
  *check({ driver, behavior }, context) {
    if (!isLeftOut(driver, "owner")) return;
    yield {
      span: placeOfMissing(driver, "owner"),
      message: say`This driver of ${code(behavior.id)} has no ${code("owner")}: nobody has promised that it happens.`,
      help: say`Name the person, under ${code("people")}, who does it or sees to it; mostly the line manager of the audience.`,
      fixes: writeKey(context, driver.node, "owner", "${1}"),
    };
  },
});
