import { distanceWords, roundedUp, tidy } from "../appraisal/amount-words.ts";
import { casesNeeded, detectabilityOf } from "../appraisal/detectability.ts";
import { changeSeenWords } from "../appraisal/detectability-words.ts";
import { reasonWords } from "../appraisal/reason-words.ts";
import { workingWords } from "../appraisal/working-words.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { joined } from "./words.ts";

/** What the measurement plan can see, with the working, under `baseline`, `target` and `compare`. */
export function aboutDetectability(context: Context, path: readonly (string | number)[]): Message | undefined {
  const [section, id, key] = path;
  if (path.length === 2 && section === "measurement" && id === "compare") return aboutComparison(context);
  if (path.length !== 3 || (key !== "target" && key !== "baseline")) return undefined;
  const is = section === "metrics" ? "metric" : section === "behaviors" ? "behavior" : undefined;
  const measure = context.measures.find((each) => each.is === is && each.id === id);
  return measure && aboutMeasure(context, measure, key);
}

function aboutMeasure(context: Context, measure: Measure, key: "target" | "baseline"): Message | undefined {
  if (!context.measurement || !measure.target?.value) return undefined;
  const found = detectabilityOf(context, measure);
  if (found.kind === "not-estimable")
    return say`Which change this plan can see is not estimable: ${reasonWords(found.because)}.`;
  if (key === "baseline")
    return say`From here this plan can see ${changeSeenWords({ ...found, best: found.change }, measure.unit)}.`;
  return joined(workingWords(context, measure, found), "\n\n");
}

/** One line for each metric that is to change. */
function aboutComparison(context: Context): Message | undefined {
  const lines: Message[] = [];
  for (const measure of context.measures) {
    if (measure.is !== "metric" || !measure.target?.value) continue;
    const found = detectabilityOf(context, measure);
    if (found.kind === "not-estimable") {
      lines.push(say`- ${code(measure.id)}: not estimable, ${reasonWords(found.because)}`);
      continue;
    }
    const needed = casesNeeded(found);
    const asked =
      found.promised === undefined
        ? say``
        : say`, the target asks for ${distanceWords(tidy(found.promised), measure.unit)}`;
    const cases =
      needed === undefined || found.plan.design === "trend-line"
        ? say``
        : say`; about ${roundedUp(needed)} per group are needed`;
    lines.push(
      say`- ${code(measure.id)}: ${changeSeenWords({ ...found, best: found.change }, measure.unit)} can be seen${asked}${cases}`,
    );
  }
  return lines.length === 0 ? undefined : joined([say`What this comparison can see:`, ...lines], "\n");
}
