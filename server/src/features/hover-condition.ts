import { type DecisionOutcome, outcomeOf } from "../appraisal/decision-outcome.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { findSymbol } from "../workspace/resolve.ts";
import type { ReferenceKind } from "../workspace/symbols.ts";
import { aboutSymbol } from "./hover-symbol.ts";
import { amount, changeInWords, limitWords } from "./measure-words.ts";
import { paragraphs } from "./words.ts";

/** A word of a condition that stands at an offset, with those of its clause. */
interface Word {
  readonly text: string;
  readonly span: Stretch;
}

/** What a condition looks like to hover: its text as it stands in the file, and the decision it belongs to. */
export interface ConditionPlace {
  readonly text: string;
  readonly start: number;
  readonly decision: string | undefined;
}

/** What the word at an offset means there, and what the results say of its clause; for half a condition too. */
export function aboutCondition(
  context: Context,
  place: ConditionPlace,
  offset: number,
): { readonly span: Stretch; readonly markdown: Message } | undefined {
  const clauses = clausesIn(place);
  for (const [index, words] of clauses.entries()) {
    const at = words.findIndex(({ span }) => offset >= span.start && offset <= span.end);
    const word = words[at];
    if (!word) continue;
    const meaning = meaningOf(context, words, at);
    if (!meaning) return undefined;
    const measured = measuredWords(context, place.decision, index);
    return { span: spanOf(words, at), markdown: paragraphs([meaning, measured]) };
  }
  return undefined;
}

/** The words of each clause, an `and` with the clause that it opens. */
function clausesIn({ text, start }: ConditionPlace): readonly (readonly Word[])[] {
  const clauses: Word[][] = [[]];
  for (const match of text.matchAll(/<=|>=|[<>]|[^\s"'<>]+/g)) {
    if (match[0] === "and" && clauses.at(-1)?.length) clauses.push([]);
    const from = start + match.index;
    clauses.at(-1)?.push({ text: match[0], span: { start: from, end: from + match[0].length } });
  }
  return clauses;
}

/** A number and its unit are one thing to point at. */
function spanOf(words: readonly Word[], at: number): Stretch {
  const word = words[at];
  const first = isNumberPart(words, at) ? words.find(({ text }) => isNumber(text)) : word;
  const last = isNumberPart(words, at) ? words.findLast((_, index) => isNumberPart(words, index)) : word;
  return { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
}

function isNumber(text: string): boolean {
  return /^[+-]?\d/.test(text);
}

/** The number of a clause, or a word of the unit behind it. */
function isNumberPart(words: readonly Word[], at: number): boolean {
  const number = words.findIndex(({ text }) => isNumber(text));
  const end = words.findIndex(({ text }, index) => index > number && text === "at");
  return number >= 0 && at >= number && (end < 0 || at < end);
}

function meaningOf(context: Context, words: readonly Word[], at: number): Message | undefined {
  const word = words[at]?.text ?? "";
  const measure = measureIn(context, words);
  if (words[at - 1]?.text === "at") return aboutName(context, "point", word);
  switch (word) {
    case "and":
      return say`**${code("and")}**: the decision fires when both hold.`;
    case "at":
      return say`**${code("at")}**: the measurement point whose result counts.`;
    case "change":
      return paragraphs([
        say`**${code(word)}**: the value after the program minus the value before it, in the trained group.`,
        measure && changeInWords(measure.baseline, measure.target, measure.unit),
      ]);
    case "difference":
      return say`**${code(word)}**: the trained group minus the comparison group, at the same point.`;
    case "within":
    case "limit":
      return limitMeaning(measure);
    case "<":
      return say`**${code(word)}**: less than.`;
    case "<=":
      return say`**${code(word)}**: at most.`;
    case ">":
      return say`**${code(word)}**: more than.`;
    case ">=":
      return say`**${code(word)}**: at least.`;
  }
  if (isNumberPart(words, at)) return numberMeaning(words, measure);
  return aboutName(context, "measure", word);
}

function limitMeaning(measure: Measure | undefined): Message {
  const meaning = say`**${code("within limit")}**: the metric has not crossed the limit that it states.`;
  const limit = measure?.limit && limitWords(measure.limit, measure.unit);
  return limit ? paragraphs([meaning, say`Here: ${limit}.`]) : meaning;
}

/** The number beside what the measure promises. */
function numberMeaning(words: readonly Word[], measure: Measure | undefined): Message | undefined {
  if (!measure) return undefined;
  const { baseline, target, unit, id } = measure;
  const written = words
    .filter((_, index) => isNumberPart(words, index))
    .map(({ text }) => text)
    .join(" ");
  const of = words.find(({ text }) => text === "change" || text === "difference")?.text;
  const promise = changeInWords(baseline, target, unit);
  const now = baseline?.value && say`The baseline is ${amount(baseline.value.value, unit)}.`;
  return paragraphs([
    of ? say`**${written}**, as ${code(of)} of ${code(id)}` : say`**${written}**, as a value of ${code(id)}`,
    promise ?? now,
  ]);
}

function measureIn(context: Context, words: readonly Word[]): Measure | undefined {
  const name = words[words[0]?.text === "and" ? 1 : 0]?.text;
  return context.measures.find(({ id }) => id === name);
}

/** `So far: 72.6 % at month-6, so this holds.` Nothing without results. */
function measuredWords(context: Context, id: string | undefined, clause: number): Message | undefined {
  const decision = id === undefined ? undefined : context.decisions.get(id);
  const outcome: DecisionOutcome | undefined =
    decision && context.resultsFile ? outcomeOf(context, decision) : undefined;
  const found = outcome?.clauses[clause];
  if (!found) return undefined;
  const { measured, holds } = found;
  if (holds === "unknown") return say`Results: ${measured}.`;
  return holds ? say`Results: ${measured}; this holds.` : say`Results: ${measured}; this does not hold.`;
}

function aboutName(context: Context, kind: ReferenceKind, name: string): Message | undefined {
  const target = findSymbol(context, kind, name);
  return target && aboutSymbol(context, target);
}
