import { sum } from "../../analysis/numeric/matrix.ts";
import { code, say } from "../../base/message.ts";
import type { Context } from "../../workspace/context.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const mismatchedParticipants = defineRule({
  id: "mismatched-participants",
  family: "money",
  severity: "warning",
  kind: "conflict",
  summary: "The working time of the participants does not fit the audience or the activities.",
  decidedBy: "arithmetic",
  fixable: true,
  on: "money",
  *check({ costs, reach }, context) {
    const cost = costs?.participantTime?.value;
    if (cost?.kind !== "time" || !moneyCase(context)) return;
    const { people, hours } = cost;
    const size = sizeOf(context);
    if (people && size !== undefined && people.value !== 0) {
      const share = reach?.value.likely ?? 1;
      const isReached = share < 1 && Math.abs(people.value - size * share) < 1 && people.value < size;
      if (people.value > size) {
        yield {
          span: people.span,
          message: say`The time of ${people.value} participants is paid, and the audience has ${size}.`,
          help: say`Count each participant once; managers and experts have their own categories.`,
          fixes: changeTo(people.span, [size]),
        };
      } else if (isReached) {
        yield {
          span: people.span,
          message: say`${people.value} people are ${share} of the audience of ${size}, and ${code("reach")} takes the same share off once more.`,
          help: say`Write the whole audience here: ${code("reach")} scales the cost of participants' time.`,
          fixes: changeTo(people.span, [size]),
        };
      } else if (people.value < size / 2) {
        yield {
          span: people.span,
          message: say`The time of ${people.value} participants is paid, and the audience has ${size}.`,
          help: say`Pay for all who are trained, or make the audience as small as it will be; ${code("reach")} says how many come.`,
          fixes: changeTo(people.span, [size]),
        };
      }
    }
    const taught = hoursOf(context);
    if (hours && taught !== undefined && hours.value !== 0 && hours.value < taught) {
      yield {
        span: hours.span,
        message: say`${hours.value} h of each participant are paid, and the activities take ${taught}.`,
        help: say`Count practice, assessment and the way there too.`,
        fixes: changeTo(hours.span, [taught]),
      };
    }
  },
});

function sizeOf({ audience }: Context): number | undefined {
  const sizes = [...audience.values()].map(({ size }) => size?.value);
  const known = sizes.filter((size) => size !== undefined);
  return known.length === sizes.length && known.length > 0 ? sum(known) : undefined;
}

/** The hours of all activities, where one audience goes through all of them. */
function hoursOf({ activities, audience }: Context): number | undefined {
  const all = [...activities.values()].map(({ hours }) => hours?.value);
  const known = all.filter((hours) => hours !== undefined);
  return audience.size === 1 && known.length === all.length && known.length > 0 ? sum(known) : undefined;
}
