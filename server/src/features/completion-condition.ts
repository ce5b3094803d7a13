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
  let last = words.pop() ?? "";
  // `save-rate>=72` is read as well as `save-rate >= 72`.
  const glued = /^(.*?)(<=|>=|[<>])(?=[^=]|$)(.*)$/.exec(last);
  if (glued && (glued[1] !== "" || glued[3] !== "")) {
    const [, measure = "", comparison = "", rest = ""] = glued;
    words.push(measure, comparison);
    last = rest;
  }
  return { words: words.filter((word) => word !== ""), last };
}

const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

/** What may come next in the condition of a decision. */
export function* conditionSuggestions(scene: Scene): Iterable<Suggestion> {
  const { words } = clauseBefore(scene.place.typed);
  const [measure, second] = words;
  const last = words.at(-1);
  if (measure === undefined) yield* named(scene, "measure");
  else if (last === "at") yield* pointsOf(scene, measure);
  else if (words.at(-2) === "at") yield word("and");
  else if (second === "within") {
    if (words.length === 2) yield word("limit");
    else yield* [word("at"), word("and")];
  } else if (second === undefined || ((second === "change" || second === "difference") && words.length === 2)) {
    yield* comparisons(scene, measure, second);
  } else if (COMPARISONS.has(last ?? "")) yield* numbers(scene, measure, words.length > 2 ? second : undefined);
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

/** Points at which it is measured come first. */
function* pointsOf(scene: Scene, measure: string): Iterable<Suggestion> {
  const measured = new Set(scene.context.chain.measuring(measure).map(({ id }) => id));
  const all = [...named(scene, "point")];
  yield* all.filter(({ label }) => measured.has(label));
  yield* all.filter(({ label }) => !measured.has(label));
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

/** The numbers that the measure promises, with its unit: of a change, target minus baseline. */
function* numbers(scene: Scene, measure: string, of: string | undefined): Iterable<Suggestion> {
  const part = scene.context.metrics.get(measure)?.metric ?? scene.context.behaviors.get(measure);
  if (!part) return;
  const [goal, start] = [part.target?.value?.value, part.baseline?.value?.value];
  const change = goal === undefined || start === undefined ? undefined : Number((goal - start).toPrecision(10));
  const unit = unitOf(scene, measure);
  const offers = of
    ? [[change, say`the promised change`] as const]
    : [[goal, say`the target`] as const, [start, say`the baseline`] as const];
  for (const [value, detail] of offers) {
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
