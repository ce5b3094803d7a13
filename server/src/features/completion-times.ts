import { addMonths, type Day, formatDay } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Behavior } from "../model/spec.ts";
import { dayOfTime, parseTime } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import type { Suggestion } from "./completion-item.ts";
import type { Scene } from "./completion-scene.ts";
import { dayWords, joined, sinceLaunch } from "./words.ts";

const BEFORE = ["launch - 14 days", "launch - 30 days", "launch - 3 months"];
const AFTER = ["launch + 7 days", "launch + 14 days", "launch + 42 days", "launch + 90 days", "launch + 180 days"];
const LONG_AFTER = ["launch + 90 days", "launch + 180 days", "launch + 12 months"];

/** Times counted from the launch, each with the day it falls on, the likely ones first. */
export function* timeSuggestions({ context, place }: Scene): Iterable<Suggestion> {
  const phase = place.siblings.get("phase");
  const times =
    phase === "before"
      ? [...BEFORE, "launch"]
      : phase === "during"
        ? ["launch", ...AFTER]
        : phase === "after"
          ? LONG_AFTER
          : ["launch", ...AFTER, "launch + 12 months", ...BEFORE];
  const launch = context.program?.launch?.value;
  for (const label of new Set([...typedTimes(place.typed), ...times])) {
    const time = parseTime(label);
    const day = time && dayOfTime(time, launch);
    yield {
      label,
      kind: "date",
      detail: day === undefined ? say`no launch date is written yet` : dayWords(day),
      text: label,
    };
  }
}

/** A distance that is being typed, in each unit: after `launch + 6`, `6 w` or `- 10`. */
function typedTimes(typed: string): readonly string[] {
  const match = /^(?:l[a-z]*)? *([+-])? *(\d{1,4}) *(?:([dwm])[a-z]*)?$/.exec(typed.trim());
  if (!match) return [];
  const [, sign = "+", count, first] = match;
  const units = ["days", "weeks", "months"].filter((unit) => first === undefined || unit.startsWith(first));
  return units.map((unit) => `launch ${sign} ${Number(count)} ${unit}`);
}

/** Days: those that other entries of the program have under the same key, then days around the launch. */
export function* daySuggestions(scene: Scene): Iterable<Suggestion> {
  const { context, place } = scene;
  const key = String(place.path.at(-1) ?? "");
  const seen = new Set<string>();
  for (const suggestion of [...writtenDays(context, key), ...launchDays(context, key)]) {
    if (seen.has(suggestion.label)) continue;
    seen.add(suggestion.label);
    yield suggestion;
  }
}

function* launchDays(context: Context, key: string): Iterable<Suggestion> {
  const launch = context.program?.launch?.value;
  if (launch === undefined || key === "launch") return;
  const day = (at: Day, words?: Message): Suggestion => ({
    label: formatDay(at),
    kind: "date",
    detail: joined([dayWords(at), words ?? sinceLaunch(at, launch)], " · "),
    text: formatDay(at),
  });
  if (key === "from") {
    yield day(addMonths(launch, -6), say`6 months before launch`);
    yield day(addMonths(launch, -12), say`12 months before launch`);
  } else if (key === "to") yield day(launch - 1);
  else if (key === "by" || key === "until") {
    yield day(addMonths(launch, 6), say`6 months after launch`);
    yield day(addMonths(launch, 12), say`12 months after launch`);
  } else yield day(launch);
}

/** Days that stand under the same key elsewhere, with the name of the entry they stand in. */
function* writtenDays(context: Context, key: string): Iterable<Suggestion> {
  const seen = new Set<Day>();
  for (const { id, baseline, target } of [
    ...[...context.metrics.values()].map(asMeasure),
    ...context.behaviors.values(),
  ]) {
    const at = key === "from" ? baseline?.from : key === "to" ? baseline?.to : key === "by" ? target?.by : undefined;
    if (!at || seen.has(at.value)) continue;
    seen.add(at.value);
    const label = formatDay(at.value);
    yield { label, kind: "date", detail: joined([dayWords(at.value), say`as in ${code(id)}`], " · "), text: label };
  }
}

function asMeasure({ id, metric }: MetricView): Pick<Behavior, "id" | "baseline" | "target"> {
  return { id, baseline: metric.baseline, target: metric.target };
}
