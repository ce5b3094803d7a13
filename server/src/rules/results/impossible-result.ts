import { kindOfMeasure } from "../../appraisal/evaluation-observation.ts";
import { faultsInRow } from "../../appraisal/evaluation-row.ts";
import { defineRule } from "../rule.ts";
import { inRows } from "./each-row.ts";

export const impossibleResult = defineRule({
  id: "impossible-result",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "A row of the results holds what cannot be: a share above 100 %, no cases, days in reverse.",
  decidedBy: "arithmetic",
  on: "results",
  check: (part) =>
    inRows(part, ({ row, program, measure }) =>
      program && measure ? faultsInRow(row, measure, kindOfMeasure(program, measure)) : [],
    ),
});
