import { say } from "../base/message.ts";
import { candidates } from "../workspace/resolve.ts";
import type { Suggestion } from "./completion-item.ts";
import type { Scene } from "./completion-scene.ts";
import { amount } from "./measure-words.ts";
import { inOneLine } from "./symbol-words.ts";

/** The words of the clause before the one being typed, and that one. */
export function clauseBefore(typed: string): { readonly words: readonly string[]; readonly last: string } {
  const clause = typed.split(/(?<=^|\s)and\s/).at(-1) ?? "";
  const words = clause.split(/\s+/);
  const last = words.pop() ?? "";
  return { words: words.filter((word) => word !== ""), last };
}

const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

/** What may come next in the condition of a decision. */
export function* conditionSuggestions(scene: Scene): Iterable<Suggestion> {
  const { words } = clauseBefore(scene.place.typed);
  const [measure, second] = words;
  const last = words.at(-1);
  if (measure === undefined) yield* named(scene, "measure");
  else if (last === "at") yield* named(scene, "point");
  else if (words.at(-2) === "at") yield word("and");
  else if (second === "within") {
    if (words.length === 2) yield word("limit");
    else yield* [word("at"), word("and")];
  } else if (second === undefined || ((second === "change" || second === "difference") && words.length === 2)) {
    yield* comparisons(scene, measure, second);
  } else if (COMPARISONS.has(last ?? "")) yield* numbers(scene, measure, words.length > 2);
  else if (words.some((each) => COMPARISONS.has(each))) {
    const isNumber = /^[+-]?\d/.test(last ?? "");
    const unit = unitOf(scene, measure);
    if (isNumber && unit !== undefined)
      yield { label: unit, kind: "unit", detail: say`the unit of the metric`, text: unit };
    yield* [word("at"), word("and")];
  }
}

function* named({ context }: Scene, kind: "measure" | "point"): Iterable<Suggestion> {
  for (const target of candidates(context, kind)) {
    const label = target.symbol.name;
    yield { label, kind: "reference", detail: inOneLine(context, target), text: label };
  }
}

function word(label: "and" | "at" | "limit"): Suggestion {
  const detail =
    label === "at"
      ? say`at which measurement point`
      : label === "and"
        ? say`a further condition`
        : say`the limit that the metric states`;
  return { label, kind: "choice", detail, text: label, suggestNext: label !== "limit" };
}

function* comparisons({ context }: Scene, measure: string, second: string | undefined): Iterable<Suggestion> {
  yield { label: ">=", kind: "choice", detail: say`at least`, text: ">=" };
  yield { label: "<", kind: "choice", detail: say`less than`, text: "<" };
  yield { label: "<=", kind: "choice", detail: say`at most`, text: "<=" };
  yield { label: ">", kind: "choice", detail: say`more than`, text: ">" };
  if (second !== undefined) return;
  yield { label: "change", kind: "choice", detail: say`after minus before, in the trained group`, text: "change" };
  yield { label: "difference", kind: "choice", detail: say`against the comparison group`, text: "difference" };
  if (!context.metrics.get(measure)?.metric.limit) return;
  yield { label: "within limit", kind: "choice", detail: say`the limit that the metric states`, text: "within limit" };
}

/** The numbers that the measure promises, with its unit; none for a change, whose size nobody has written yet. */
function* numbers(scene: Scene, measure: string, isChange: boolean): Iterable<Suggestion> {
  const part = scene.context.metrics.get(measure)?.metric ?? scene.context.behaviors.get(measure);
  if (!part || isChange) return;
  const unit = unitOf(scene, measure);
  for (const [value, detail] of [
    [part.target?.value?.value, say`the target`],
    [part.baseline?.value?.value, say`the baseline`],
  ] as const) {
    if (value === undefined) continue;
    const label = unit === undefined ? String(value) : `${value} ${unit}`;
    yield { label, kind: "value", detail, documentation: amount(value, unit), text: label };
  }
}

/** The unit as it may stand in a condition: none that the words around it could be taken for a part of. */
function unitOf({ context }: Scene, measure: string): string | undefined {
  const behavior = context.behaviors.get(measure);
  if (behavior) return behavior.unit?.value ?? behavior.baseline?.unit?.value ?? "%";
  const unit = context.metrics.get(measure)?.unit?.value;
  return unit === "currency" ? undefined : unit;
}
