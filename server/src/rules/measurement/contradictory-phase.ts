import { formatDay } from "../../base/date.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Time } from "../../model/time.ts";
import type { Context } from "../../workspace/context.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const contradictoryPhase = defineRule({
  id: "contradictory-phase",
  family: "measurement",
  severity: "error",
  kind: "conflict",
  summary: "The day of a measurement point contradicts its phase.",
  decidedBy: "dates",
  fixable: true,
  on: "point",
  *check({ id, phase, when }, context) {
    if (!phase || !when) return;
    const distance = distanceFromLaunch(when.value, context);
    if (distance === undefined || ALLOWED[phase.value](distance)) return;
    yield {
      span: when.span,
      message: say`The point ${code(id)} has the phase ${code(phase.value)}, and its day ${sayPlace(when.value, distance, context)}.`,
      help: say`${code("before")} ends with the day of launch, ${code("during")} starts with it, and ${code("after")} comes later; correct the day or the phase.`,
      related: context.launch ? [{ span: context.launch.span, message: say`Launch is here.` }] : [],
      fixes: changeTo(
        phase.span,
        PHASES.filter((each) => ALLOWED[each](distance)),
      ),
    };
  },
});

const PHASES = ["before", "during", "after"] as const;

const ALLOWED: Readonly<Record<(typeof PHASES)[number], (distance: number) => boolean>> = {
  before: (distance) => distance <= 0,
  during: (distance) => distance >= 0,
  after: (distance) => distance > 0,
};

/** In days where launch is known; else only its sign counts, and a calendar day says nothing. */
function distanceFromLaunch(time: Time, { launch }: Context): number | undefined {
  if (time.kind === "launch") return time.count;
  return launch && time.day - launch.value;
}

function sayPlace(time: Time, distance: number, { launch }: Context): Message {
  if (distance === 0) return say`is the day of launch`;
  const side = distance < 0 ? say`before launch` : say`after launch`;
  if (time.kind === "launch" || !launch) return say`is ${side}`;
  return say`${formatDay(time.day)} is ${side} on ${formatDay(launch.value)}`;
}
