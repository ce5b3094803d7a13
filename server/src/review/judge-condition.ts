import { say } from "../base/message.ts";
import type { Condition } from "../model/condition.ts";
import { dayOfTime } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import { type ResolvedClause, resolvedClauses } from "./leaf.ts";
import { type Judge, judged, presence } from "./policy.ts";
import type { Scene } from "./scene.ts";

/**
 * A decision that is taken because things go well fires on weaker proof when its condition is easier to meet; one that is
 * taken because they go badly fires too late when its condition is harder to meet.
 */
export const judgeCondition: Judge = presence(
  ({ before, after }, scene) => {
    const [was, is] = [before?.value as Condition, after?.value as Condition];
    if (is.problem && !was.problem)
      return judged("weakened", say`The condition can no longer be read, so nobody can say when it is met.`);
    const old = resolvedClauses(was).map((clause) => renamed(clause, scene));
    const now = resolvedClauses(is);
    const isGoingWell = purposeOf(resolvedClauses(was), scene.before) ?? purposeOf(now, scene.after);
    const ease = easeOf(old, now, scene);
    if (ease === undefined || isGoingWell === undefined)
      return judged("clarified", say`The condition is another one; read both.`);
    if (ease === "mixed") return judged("weakened", say`The decision now depends on other proof.`);
    if (ease === "later") return judged("weakened", say`The decision comes later.`);
    if (ease === "sooner") return judged("strengthened", say`The decision comes sooner.`);
    if (isGoingWell) {
      return ease === "easier"
        ? judged("weakened", say`Less has to be shown before the program goes on.`)
        : judged("strengthened", say`More has to be shown before the program goes on.`);
    }
    return ease === "easier"
      ? judged("strengthened", say`The program is stopped or changed sooner.`)
      : judged("weakened", say`It takes worse numbers before anything is stopped or changed.`);
  },
  { gone: say`Nobody knows when the decision is taken.`, fresh: say`It now says when the decision is taken.` },
);

type Ease = "easier" | "harder" | "later" | "mixed" | "sooner";

/** Clauses are joined by `and`: one more is harder to meet, one fewer easier. */
function easeOf(old: readonly ResolvedClause[], now: readonly ResolvedClause[], scene: Scene): Ease | undefined {
  const verdicts = new Set<Ease>();
  const left = [...now];
  for (const clause of old) {
    const index = left.findIndex((other) => other.measure === clause.measure && sign(other) === sign(clause));
    const [other] = index < 0 ? [] : left.splice(index, 1);
    if (!other) verdicts.add("easier");
    else for (const verdict of compare(clause, other, scene)) verdicts.add(verdict);
  }
  if (left.length > 0) verdicts.add("harder");
  if (verdicts.size > 1) return "mixed";
  return [...verdicts][0];
}

function* compare(a: ResolvedClause, b: ResolvedClause, scene: Scene): Iterable<Ease> {
  if (a.of !== b.of) yield PROOF.indexOf(b.of) > PROOF.indexOf(a.of) ? "harder" : "easier";
  else if (a.number !== undefined && b.number !== undefined && a.number !== b.number)
    yield b.number < a.number === (sign(a) === "above") ? "easier" : "harder";
  else if (a.comparison !== b.comparison) yield b.comparison?.includes("=") ? "easier" : "harder";
  if (a.point === b.point) return;
  const [from, to] = [dayOf(a.point, scene.before) ?? dayOf(a.point, scene.after), dayOf(b.point, scene.after)];
  yield from === undefined || to === undefined ? "mixed" : to > from ? "later" : "sooner";
}

/** What a difference against others proves a change does not, and a change more than a value. */
const PROOF: readonly string[] = ["value", "change", "difference"];

function sign({ of, comparison }: ResolvedClause): "above" | "below" | "limit" {
  if (of === "limit") return "limit";
  return comparison?.startsWith(">") ? "above" : "below";
}

/** Whether good numbers meet the condition; undefined where it does not say. */
function purposeOf(clauses: readonly ResolvedClause[], context: Context): boolean | undefined {
  for (const clause of clauses) {
    const direction = context.measures.find(({ id }) => id === clause.measure)?.direction;
    if (clause.of === "limit" || direction === undefined || direction === "hold") continue;
    return (sign(clause) === "above") === (direction === "higher");
  }
  return clauses.some(({ of }) => of === "limit") ? true : undefined;
}

function renamed(clause: ResolvedClause, { nameAfter }: Scene): ResolvedClause {
  return {
    ...clause,
    measure: nameAfter("measure", clause.measure),
    point: clause.point && nameAfter("point", clause.point),
  };
}

function dayOf(point: string | undefined, context: Context): number | undefined {
  const when = point === undefined ? undefined : context.points.get(point)?.when;
  return when && dayOfTime(when.value, context.launch?.value);
}
