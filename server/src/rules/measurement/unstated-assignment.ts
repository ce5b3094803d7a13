import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unstatedAssignment = defineRule({
  id: "unstated-assignment",
  family: "measurement",
  severity: "warning",
  kind: "gap",
  summary: "Nobody says how it was decided who is trained and who is compared.",
  decidedBy: "shape",
  fixable: true,
  on: "measurement",
  *check({ design, compare }, context) {
    if (design?.value !== "control-group" && design?.value !== "staggered-rollout") return;
    if (!compare?.group || !isLeftOut(compare, "assigned")) return;
    yield {
      span: placeOfMissing(compare, "assigned"),
      message: say`Nobody says how it was decided who is trained and who waits: ${code("assigned")} is missing.`,
      help: say`Write ${code("random")} where lots were drawn, ${code("matched")} where a like group was chosen, else ${code("self-selected")} or ${code("convenience")}: what may be claimed depends on it.`,
      fixes: writeKey(context, compare.node, "assigned", "${1:random}"),
    };
  },
});
