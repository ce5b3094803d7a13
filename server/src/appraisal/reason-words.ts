import type { Reason } from "../analysis/result.ts";
import { type Message, say } from "../base/message.ts";
import type { Gap } from "./design-plan.ts";

/** Why there is no number, as the end of "Not estimable because …". */
export function reasonWords(because: Gap | Reason): Message {
  switch (because) {
    case "no-plan":
    case "no-design":
      return say`the measurement plan names no design`;
    case "estimate":
      return say`people's estimates are no sample, and no number of them shows a change`;
    case "no-baseline":
      return say`there is no baseline`;
    case "no-direction":
      return say`it is not known which way the number should go`;
    case "unknown-kind":
      return say`it is not known what kind of number this is`;
    case "unknown-unit":
      return say`its unit does not say what a share or a rate is of`;
    case "different-units":
      return say`baseline and target are in different units`;
    case "no-n":
      return say`no number of cases is stated`;
    case "no-sd":
    case "sd-not-positive":
      return say`a mean needs a standard deviation above zero`;
    case "no-period":
      return say`the months before and after launch are not known`;
    case "alpha-out-of-range":
    case "power-out-of-range":
      return say`the risk of a false alarm and the chance of seeing an effect contradict each other`;
    case "proportion-out-of-range":
      return say`a share lies between nothing and all`;
    case "rate-not-positive":
      return say`a rate has to be above zero`;
    case "too-few":
      return say`there are too few cases`;
    case "too-few-clusters":
      return say`there are fewer than two groups on each side`;
    case "too-few-months":
      return say`there are too few months`;
    case "no-variation":
    case "no-events":
    case "no-discordant-pairs":
      return say`nothing varies in these numbers`;
    case "correlation-out-of-range":
    case "impossible-correlation":
      return say`cases cannot be that much alike`;
    default:
      return say`its numbers are outside what can be computed`;
  }
}
