import { code, type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import { measureOfMetric } from "../workspace/measure.ts";
import { detectabilityOf, seesTarget } from "./detectability.ts";
import type { MoneyForecast } from "./forecast.ts";
import { hasRange } from "./forecast-figure.ts";
import { listed, percent } from "./forecast-words.ts";
import type { ProgramValue } from "./program-value.ts";

/** One of the questions that certainty is made of. */
export interface CertaintyCheck {
  readonly id: "pays" | "stated" | "detectable" | "compared";
  readonly holds: boolean;
  /** Why, without a full stop. */
  readonly because: Message;
}

/**
 * How far a forecast can be trusted and will be seen to come true, in four questions that count alike: does it pay even
 * at P10, is what it rests on stated and not guessed, can the plan see the change, is it compared with others who are
 * not trained. What is not known does not hold.
 */
export function certaintyOf(context: Context, forecast: MoneyForecast, value: ProgramValue): readonly CertaintyCheck[] {
  return [pays(value), isStated(forecast), isDetectable(context, forecast), isCompared(context)];
}

function pays({ range, chanceOfPayback: chance }: ProgramValue): CertaintyCheck {
  if (!range || chance === undefined)
    return {
      id: "pays",
      holds: false,
      because: say`the chance of paying back is not known, because no input has a range`,
    };
  const holds = range.p10 > 0;
  return {
    id: "pays",
    holds,
    because: holds
      ? say`pays back even at P10 (chance ${percent(chance)})`
      : say`does not pay back at P10 (chance ${percent(chance)})`,
  };
}

function isStated({ metrics, contribution }: MoneyForecast): CertaintyCheck {
  const because = (holds: boolean, text: Message): CertaintyCheck => ({ id: "stated", holds, because: text });
  const aimed = metrics.filter(({ from }) => from === "target");
  if (aimed.length > 0)
    return because(false, say`the target of ${names(aimed)} stands in for an expected change that nobody has stated`);
  if ("kind" in contribution || contribution.span === undefined)
    return because(false, say`nobody has said which share of the change is the program's own`);
  const single = metrics.filter(({ change }) => change && !hasRange(change));
  if (single.length > 0) return because(false, say`the expected change of ${names(single)} is a single number`);
  return because(true, say`expected change and contribution are stated`);
}

function isDetectable(context: Context, { metrics }: MoneyForecast): CertaintyCheck {
  const because = (holds: boolean, text: Message): CertaintyCheck => ({ id: "detectable", holds, because: text });
  const seen = metrics.map(({ id, view }) => {
    const found = detectabilityOf(context, measureOfMetric(view));
    return { id, sees: found.kind === "detectable" ? seesTarget(found, SLACK) : undefined };
  });
  const no = seen.filter(({ sees }) => sees === "no");
  if (no.length > 0) return because(false, say`the plan cannot see the target of ${names(no)}`);
  const unknown = seen.filter(({ sees }) => sees === undefined);
  if (unknown.length > 0)
    return because(false, say`whether the plan sees the target of ${names(unknown)} is not known`);
  const open = seen.filter(({ sees }) => sees === "depends");
  if (open.length > 0) return because(false, say`whether the plan sees the target of ${names(open)} hangs on guesses`);
  return because(true, say`the plan can see the target`);
}

/** As in the rule `underpowered-plan`: no size is known to better than 10 %, and a change goes with its root. */
const SLACK = 0.05;

function isCompared({ measurement }: Context): CertaintyCheck {
  const because = (holds: boolean, text: Message): CertaintyCheck => ({ id: "compared", holds, because: text });
  const design = measurement?.design?.value;
  if (design !== "control-group" && design !== "staggered-rollout")
    return because(false, say`nobody who is not trained is compared with`);
  const assigned = measurement?.compare?.assigned?.value;
  return assigned === "random" || assigned === "matched"
    ? because(true, say`compared with a group that is ${assigned === "random" ? say`assigned by lot` : say`matched`}`)
    : because(false, say`the comparison group is neither assigned by lot nor matched`);
}

function names(all: readonly { readonly id: string }[]): Message {
  return listed(all.map(({ id }) => say`${code(id)}`));
}
