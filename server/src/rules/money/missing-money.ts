import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingMoney = defineRule({
  id: "missing-money",
  family: "money",
  severity: "error",
  kind: "gap",
  summary: "A strategic program does not say what it is expected to bring and to cost.",
  decidedBy: "shape",
  fixable: true,
  on: "program",
  *check(program, context) {
    if (context.isExempt || context.tier !== "strategic" || program.wrong?.has("tier")) return;
    if (!isLeftOut(program, "money")) return;
    yield {
      span: program.tier?.span ?? placeOfMissing(program, "money"),
      message: say`This program is strategic and has no ${code("money")}: nobody can say whether it is worth building.`,
      help: say`Write what it is expected to bring and to cost, before anything is built; a small program says ${code("tier: tactical")} and needs no money case.`,
      fixes: writeKey(
        context,
        program.node,
        "money",
        "\n  currency: ${1:USD}\n  basis: ${2:cost-avoided}\n  horizon: 12 months",
      ),
    };
  },
});
