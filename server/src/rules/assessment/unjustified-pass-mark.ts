import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unjustifiedPassMark = defineRule({
  id: "unjustified-pass-mark",
  family: "assessment",
  severity: "hint",
  kind: "gap",
  summary: "A pass mark does not say why it is where it is.",
  decidedBy: "shape",
  fixable: true,
  on: "assessment",
  *check({ id, pass }, context) {
    if (!pass || !isLeftOut(pass, "basis")) return;
    yield {
      span: placeOfMissing(pass, "basis"),
      message: say`The pass mark of ${code(id)} has no ${code("basis")}: nobody can say why it is not lower or higher.`,
      help: say`Say what it rests on, such as ${code("basis: The score at which experienced agents reach target")}.`,
      fixes: writeKey(context, pass.node, "basis", "${1}"),
    };
  },
});
