import { code, listOf, say } from "../../base/message.ts";
import { pairOf } from "../../syntax/node.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingPhase = defineRule({
  id: "missing-phase",
  family: "measurement",
  severity: "error",
  kind: "gap",
  summary: "Nothing is measured before, during or after launch.",
  decidedBy: "shape",
  fixable: true,
  on: "measurement",
  *check(measurement, context) {
    const points = [...context.points.values()];
    if (measurement.wrong?.has("points") || points.some(({ phase }) => phase === undefined)) return;
    const section = pairOf(measurement.node, "points")?.value;
    if (points.length === 0) {
      if (!isLeftOut(measurement, "points") && section?.kind === "map" && section.pairs.length > 0) return;
      yield {
        span: placeOfMissing(measurement, "points"),
        message: say`The measurement plan has no points: nothing will be measured ${code("before")}, ${code("during")} or ${code("after")} launch.`,
        help: HELP,
        fixes: writeKey(context, measurement.node, "points", PHASES.map((phase) => `\n  ${SKELETONS[phase]}`).join("")),
      };
      return;
    }
    const missing = PHASES.filter((phase) => points.every((point) => point.phase?.value !== phase));
    if (missing.length === 0 || section?.kind !== "map") return;
    yield {
      span: placeOfMissing(measurement, "points"),
      message: say`No point of the measurement plan has the phase ${listOf(missing)}.`,
      help: HELP,
      fixes: missing.flatMap((phase) => {
        const [key = "", value = ""] = SKELETONS[phase].split(/: (.*)/);
        return writeKey(context, section, key, value, say`Add a point with the phase ${code(phase)}`);
      }),
    };
  },
});

const PHASES = ["before", "during", "after"] as const;

const HELP = say`Measure before launch to know where people start, during the rollout while something can still be mended, and after it to see whether the business number moved.`;

const SKELETONS: Readonly<Record<(typeof PHASES)[number], string>> = {
  before: "before-launch: { phase: before, when: launch - 14 days, measures: [${1}], how: ${2}, who: ${3} }",
  during: "week-6: { phase: during, when: launch + 42 days, measures: [${1}], how: ${2}, who: ${3} }",
  after: "month-6: { phase: after, when: launch + 180 days, measures: [${1}], how: ${2}, who: ${3} }",
};
