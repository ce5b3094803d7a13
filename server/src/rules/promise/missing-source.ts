import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingSource = defineRule({
  id: "missing-source",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A metric does not say where its number is read.",
  decidedBy: "shape",
  fixable: true,
  on: "definition",
  *check({ id, metric, source }, context) {
    if (source || !isLeftOut(metric, "source")) return;
    yield {
      span: placeOfMissing(metric, "source"),
      message: say`${code(id)} has no ${code("source")}: nobody else can find the number again.`,
      help: say`Name the system and the report, such as ${code("source: { system: CRM, report: Open cases, refreshed: daily }")}. A number that no system holds yet has to be collected first.`,
      fixes: writeKey(context, metric.node, "source", "{ system: ${1}, report: ${2}, refreshed: ${3:daily} }"),
    };
  },
});
