import { code, listOf, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingProgramOwner = defineRule({
  id: "missing-program-owner",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A program names no owner for the learning, the business result or the money.",
  decidedBy: "shape",
  fixable: true,
  on: "program",
  *check(program, context) {
    const { owners } = context;
    if (isLeftOut(program, "owners")) {
      yield {
        span: placeOfMissing(program, "owners"),
        message: say`This program names no owners: who answers for the learning, the business result and the money?`,
        help: HELP,
        fixes: writeKey(
          context,
          program.node,
          "owners",
          "\n  learning: ${1:person}\n  business: ${2:person}\n  finance: ${3:person}",
        ),
      };
      return;
    }
    if (!owners) return;
    const missing = (["learning", "business", "finance"] as const).filter((role) => isLeftOut(owners, role));
    const [first] = missing;
    if (!first) return;
    yield {
      span: missing.length === 1 ? placeOfMissing(owners, first) : owners.key,
      message: say`No owner is named for ${listOf(missing)}.`,
      help: HELP,
      fixes: missing.flatMap((role) => writeKey(context, owners.node, role, "${1:person}")),
    };
  },
});

const HELP = say`Name one person each for ${code("learning")}, ${code("business")} (the line manager of the audience) and ${code("finance")}; a result that nobody outside training stands for is not believed.`;
