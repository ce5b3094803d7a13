import { distanceWords, roundedUp, tidy } from "../appraisal/amount-words.ts";
import { casesNeeded, detectabilityOf } from "../appraisal/detectability.ts";
import { reasonWords } from "../appraisal/reason-words.ts";
import { workingWords } from "../appraisal/working-words.ts";
import { type Message, say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import type { Located } from "../model/located.ts";
import { dayOfTime, type Time } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import { type Measure, sharesUnit } from "../workspace/measure.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { dayWords, joined } from "./words.ts";

/** What an editor shows within a line: a number that follows from what stands there. */
export interface InlayHint {
  /** Behind this place. */
  readonly offset: number;
  readonly label: Message;
  /** The working, as Markdown. */
  readonly tooltip: Message | undefined;
}

/** The hints of a stretch of a file: what a target asks and the plan can see, cases needed behind each `n`, days. */
export function inlayHints(snapshot: Snapshot, uri: string, within: Stretch): readonly InlayHint[] {
  const context = snapshot.context(uri);
  if (!context?.program) return [];
  const hints: InlayHint[] = [];
  const { tree } = context.file;
  const add = (at: Located<unknown> | undefined, label: Message | undefined, tooltip?: Message) => {
    if (!at || !label) return;
    const { end } = tree.offsetOf(at.span);
    if (end >= within.start && end <= within.end) hints.push({ offset: end, label, tooltip });
  };
  for (const measure of context.measures) {
    const hint = targetHint(context, measure);
    add(measure.target?.value, hint?.label, hint?.tooltip);
    const cases = casesHint(context, measure);
    add(measure.baseline?.n, cases?.label, cases?.tooltip);
  }
  const comparison = comparisonHint(context);
  add(context.measurement?.compare?.n, comparison?.label, comparison?.tooltip);
  for (const time of timesOf(context)) add(time, dayHint(time, context));
  return hints.sort((a, b) => a.offset - b.offset);
}

function targetHint(context: Context, measure: Measure): { label: Message; tooltip: Message | undefined } | undefined {
  const { baseline, target, unit } = measure;
  if (!baseline?.value || !target?.value || !sharesUnit(measure)) return undefined;
  const change = tidy(target.value.value - baseline.value.value);
  if (!Number.isFinite(change) || change === 0) return undefined;
  const sign = change > 0 ? "+" : "−";
  const words = say`${sign}${distanceWords(Math.abs(change), unit)}`;
  if (!context.measurement) return { label: words, tooltip: undefined };
  const found = detectabilityOf(context, measure);
  if (found.kind === "not-estimable")
    return {
      label: words,
      tooltip: say`Which change this plan can see is not estimable: ${reasonWords(found.because)}.`,
    };
  const tooltip = joined(workingWords(context, measure, found), "\n\n");
  if (found.change === undefined) return { label: say`${words}; no change can be seen`, tooltip };
  const seen = roundedUp(found.change);
  const guess = found.best === found.worst ? say`` : say`about `;
  return { label: say`${words}; can be seen: ${guess}${seen} or more`, tooltip };
}

/** For the primary metric that needs the most. */
function comparisonHint(context: Context): CasesHint | undefined {
  const primary = context.measures.filter(({ role }) => role === "primary");
  const hints = primary.flatMap((measure) => casesHint(context, measure) ?? []);
  return hints.reduce<CasesHint | undefined>(
    (most, hint) => (most && most.needed >= hint.needed ? most : hint),
    undefined,
  );
}

interface CasesHint {
  readonly needed: number;
  readonly label: Message;
  readonly tooltip: Message;
}

/** The cases of one group and window that it takes to see what a measure promises. */
function casesHint(context: Context, measure: Measure): CasesHint | undefined {
  if (!context.measurement) return undefined;
  const found = detectabilityOf(context, measure);
  if (found.kind !== "detectable" || found.plan.design === "trend-line") return undefined;
  if (found.promised === undefined) return undefined;
  const tooltip = joined(workingWords(context, measure, found), "\n\n");
  const needed = casesNeeded(found);
  // Cases of the same few teams are too alike.
  if (needed === undefined) {
    if (!found.plan.clusters) return undefined;
    return { needed: Number.POSITIVE_INFINITY, label: say`more cases alone are not enough`, tooltip };
  }
  return { needed, label: say`about ${roundedUp(needed)} needed`, tooltip };
}

function* timesOf(context: Context): Iterable<Located<Time> | undefined> {
  for (const { when } of context.points.values()) yield when;
  for (const { when } of context.assessments.values()) yield when;
  for (const { drivers } of context.behaviors.values()) for (const { starts } of drivers?.items ?? []) yield starts;
}

/** The day that a distance from launch comes to. */
function dayHint(time: Located<Time> | undefined, { launch }: Context): Message | undefined {
  if (time?.value.kind !== "launch" || !launch) return undefined;
  const day = dayOfTime(time.value, launch.value);
  return day === undefined ? undefined : dayWords(day);
}
