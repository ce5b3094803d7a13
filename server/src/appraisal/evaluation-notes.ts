import { type Day, formatDay } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import { evaluationOf } from "./evaluation.ts";
import { rowsByMeasure } from "./evaluation-observation.ts";
import { driftWords, extremeSelectionOf, hasLikeGroup } from "./extreme-selection.ts";

/** What has to be said of all results of a program together: what was not counted, and what no interval holds. */
export function evaluationNotes(context: Context): readonly Message[] {
  return [...leftOut(context), ...planned(context), ...drifting(context)];
}

/** Rows about measures of this program, and rows that nobody can read. */
function leftOut(context: Context): Message[] {
  const { resultsFile, measures } = context;
  if (!resultsFile) return [];
  const { rows, repeats, rowCount } = resultsFile;
  const ids = new Set(measures.map(({ id }) => id));
  const own = rows.filter(({ measure }) => measure === undefined || ids.has(measure.value)).length;
  const counted = [...rowsByMeasure(context).values()].reduce((sum, list) => sum + list.length, 0);
  const unread = rowCount - rows.length - repeats;
  const left = own - counted + repeats + unread;
  if (left <= 0) return [];
  return [
    say`${left} of ${counted + left} rows do not count: they repeat another row, or hold what cannot be or cannot be read. ${code("training-spec lint")} says which.`,
  ];
}

/** Whether the plan was fixed before the data, as far as the spec shows it. */
function planned(context: Context): Message[] {
  const { money, measurement } = context;
  const first = firstAfterLaunch(context);
  if (first === undefined) return [];
  const approved = money?.approved?.on?.value;
  const method = measurement?.analysis?.test
    ? []
    : [say`The plan names no test: the method follows from the design and the kind of number.`];
  if (approved !== undefined && approved < first)
    return [
      say`The case was approved on ${formatDay(approved)}, before the first result after launch. Whether baseline, target or plan were changed since, only the history of the file shows.`,
      ...method,
    ];
  return [
    say`Not shown to be registered beforehand: nothing in this spec dates the plan before the first result after launch (${formatDay(first)}). The history of the file can.`,
    ...method,
  ];
}

function firstAfterLaunch(context: Context): Day | undefined {
  const days = evaluationOf(context).flatMap(({ observations }) =>
    observations.flatMap(({ phase, from, to }) => (phase === "before" ? [] : [from ?? to ?? Number.NaN])),
  );
  const known = days.filter((day) => Number.isFinite(day));
  return known.length === 0 ? undefined : known.reduce((a, b) => Math.min(a, b));
}

/** Regression to the mean, where those with the worst values were picked and nobody like them is compared. */
function drifting(context: Context): Message[] {
  if (hasLikeGroup(context)) return [];
  return [...context.audience.values()].flatMap((audience) => {
    const selection = extremeSelectionOf(context, audience);
    if (!selection) return [];
    const drifts = context.measures.flatMap((measure) => {
      const words = driftWords(context, measure, selection);
      return words ? [say`Of the change in ${code(measure.id)}, ${words} would have come without any training.`] : [];
    });
    return [
      say`${code(audience.id)} seems to be chosen for bad values, and such values get better by themselves: part of any improvement is that.`,
      ...drifts,
    ];
  });
}
