import { lazy } from "../base/lazy.ts";
import { code, type Message, say } from "../base/message.ts";
import { type LibraryMetric, libraryMetric, libraryMetrics } from "../library/metric-library.ts";
import { source } from "../library/sources.ts";
import { given, joined, paragraphs, plain } from "./words.ts";

/** A metric of the library in one line. */
export function libraryLine(metric: LibraryMetric): Message {
  return told().get(metric)?.line ?? lineOf(metric);
}

/** The entry of the library: what it measures, what guards it, what goes wrong with it, and what that rests on. */
export function libraryWords(metric: LibraryMetric): Message {
  return told().get(metric)?.words ?? wordsOf(metric);
}

/** The texts of the whole library, made once: lists of it are shown at every key that is typed. */
const told = lazy(
  () => new Map(libraryMetrics().map((metric) => [metric, { line: lineOf(metric), words: wordsOf(metric) }])),
);

/** Its unit and which way is better. */
export function libraryTraits(metric: LibraryMetric): Message {
  return joined([unitWords(metric), directionWords(metric.direction)], " · ");
}

function lineOf(metric: LibraryMetric): Message {
  return joined([given(metric.name), unitWords(metric), directionWords(metric.direction)], " · ");
}

function wordsOf(metric: LibraryMetric): Message {
  return paragraphs([
    say`**${given(metric.name)}** (metric library)`,
    given(metric.definition),
    joined([unitWords(metric), directionWords(metric.direction), boundWords(metric)], " · "),
    guardrailWords(metric),
    metric.pitfalls.length === 0 ? undefined : say`Pitfalls: ${joined(metric.pitfalls.map(given), " ")}`,
    metric.lag && say`A change shows after ${metric.lag.days} days at the earliest. ${metric.lag.ground}`,
    sourceWords(metric),
  ]);
}

function unitWords({ unit }: LibraryMetric): MessageOrText {
  return unit === "currency" ? say`in your currency` : unit;
}

type MessageOrText = Message | string;

export function directionWords(direction: "lower" | "higher" | "hold"): Message {
  if (direction === "hold") return say`to be held`;
  return direction === "lower" ? say`lower is better` : say`higher is better`;
}

function boundWords({ bounds }: LibraryMetric): Message | undefined {
  if (bounds.min !== undefined && bounds.max !== undefined) return say`from ${bounds.min} to ${bounds.max}`;
  if (bounds.min !== undefined) return say`${bounds.min} or more`;
  return bounds.max === undefined ? undefined : say`${bounds.max} or less`;
}

/** What usually guards it, and why. */
export function guardrailWords({ guardrails, guardrailText, gameable }: LibraryMetric): Message | undefined {
  const named = guardrails.map((id) => say`${code(`library/${id}`)} (${given(libraryMetric(id)?.name ?? id)})`);
  const all = joined([...named, guardrailText === undefined ? undefined : given(guardrailText)], ", ");
  if (all.values.length === 0) return undefined;
  return gameable
    ? say`Usual guardrails, because it can be improved at the expense of something else: ${all}.`
    : say`Usual guardrails: ${all}.`;
}

/** A definition without a source is shown as what it is. */
function sourceWords({ sources, sourcesCover }: LibraryMetric): Message {
  const titles = sources.map((code) => source(code)?.title ?? code);
  if (titles.length === 0) return say`_Common practice; no source._`;
  const named = joined(
    titles.map((title) => plain(title)),
    "; ",
  );
  return sourcesCover === "context"
    ? say`_The definition is common practice. For what is said about it: ${named}._`
    : say`_Source: ${named}._`;
}
