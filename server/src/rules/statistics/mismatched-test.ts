import { code, type Message, say } from "../../base/message.ts";
import type { Measurement } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const mismatchedTest = defineRule({
  id: "mismatched-test",
  family: "statistics",
  severity: "error",
  kind: "conflict",
  summary: "The planned test does not fit the design, or the kind of number that is tested.",
  decidedBy: "statistics",
  fixable: true,
  on: "measurement",
  *check(measurement, context) {
    const test = measurement.analysis?.test;
    const { design } = measurement;
    if (!test || !design) return;
    const against = designAgainst(measurement) ?? kindAgainst(measurement, context);
    if (!against) return;
    yield {
      span: test.span,
      message: say`The test ${code(test.value)} does not fit: ${against}.`,
      help: fitting(design.value),
      related: [{ span: design.span, message: say`The design is here.` }],
      fixes: changeTo(test.span, fittingTests(measurement, context)),
    };
  },
});

function designAgainst({ design, compare, analysis }: Measurement): Message | undefined {
  const test = analysis?.test?.value;
  const hasGroup = design?.value === "control-group" || design?.value === "staggered-rollout";
  if (design?.value === "estimate") return say`people's estimates are not tested`;
  if (test === "difference-in-differences" && !hasGroup)
    return say`it needs a second group, and ${code(design?.value ?? "")} has none`;
  if (test === "segmented-regression" && design?.value !== "trend-line")
    return say`it needs many months of a ${code("trend-line")}, and the design is ${code(design?.value ?? "")}`;
  if (design?.value === "trend-line" && test !== "segmented-regression")
    return say`it leaves out the trend before launch`;
  if (test === "paired" && compare?.samePeople?.value === false)
    return say`it needs the same people before and after, and ${code("same-people")} is ${code("no")}`;
  if (test === "paired" && hasGroup) return say`it looks at one group alone, and ${code(design?.value ?? "")} has two`;
  return undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  "two-proportion": "proportion",
  "two-mean": "mean",
  "two-rate": "rate",
};

/** A test of one kind of number fits where at least one primary metric is of that kind, or may be. */
function kindAgainst({ analysis }: Measurement, context: Context): Message | undefined {
  const kind = KINDS[analysis?.test?.value ?? ""];
  if (kind === undefined) return undefined;
  const primary = [...context.metrics.values()].filter(({ metric }) => metric.role?.value === "primary");
  const [first] = primary;
  if (!first || primary.some((each) => each.kind === undefined || each.kind.value === kind)) return undefined;
  return say`it compares numbers of the kind ${code(kind)}, and ${code(first.id)} is a ${code(first.kind?.value ?? "")}`;
}

function fitting(design: NonNullable<Measurement["design"]>["value"]): Message {
  if (design === "trend-line") return say`${code("segmented-regression")} fits this design.`;
  if (design === "estimate") return say`Leave ${code("test")} out, or choose a design that compares numbers.`;
  if (design === "before-after")
    return say`${code("paired")} fits the same people before and after; ${code("two-proportion")}, ${code("two-mean")} or ${code("two-rate")} fit different cases.`;
  return say`${code("difference-in-differences")} fits this design; after a random assignment ${code("two-proportion")}, ${code("two-mean")} or ${code("two-rate")} do too, by the kind of the metric.`;
}

/** The tests that `fitting` names, those alone that fit the kind of the metric and whether the same people are looked at. */
function fittingTests({ design, compare, analysis }: Measurement, context: Context): readonly string[] {
  const kind = [...context.metrics.values()].find(({ metric }) => metric.role?.value === "primary")?.kind?.value;
  const ofKind = Object.keys(KINDS).filter((test) => KINDS[test] === kind);
  const fits = (): readonly string[] => {
    if (design?.value === "estimate") return [];
    if (design?.value === "trend-line") return ["segmented-regression"];
    if (design?.value !== "before-after")
      return [...(KINDS[analysis?.test?.value ?? ""] ? ofKind : []), "difference-in-differences"];
    return compare?.samePeople?.value === true ? ["paired"] : ofKind;
  };
  return fits().filter((test) => test !== analysis?.test?.value);
}
