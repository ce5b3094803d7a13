import { code, listOf, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";
import { isBeyondTraining } from "./causes-of.ts";

export const unownedCause = defineRule({
  id: "unowned-cause",
  family: "need",
  severity: "warning",
  kind: "gap",
  summary: "A cause that training cannot remove has no action or no owner.",
  decidedBy: "links",
  fixable: true,
  on: "cause",
  *check(cause, context) {
    if (!cause.type || !isBeyondTraining(cause)) return;
    const missing = (["action", "owner"] as const).filter((key) => isLeftOut(cause, key));
    const [first] = missing;
    if (!first) return;
    yield {
      span: placeOfMissing(cause, first),
      message: say`Training does not remove a cause of type ${code(cause.type.value)}, and this one has no ${listOf(missing)}.`,
      help: say`Write who does what about it and by when; left alone, it holds people back from using what they learned.`,
      fixes: writeKey(context, cause.node, first, SKELETONS[first]),
    };
  },
});

const SKELETONS = { action: "${1:what will be done, and by when}", owner: "${1:person}" } as const;
