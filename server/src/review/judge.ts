import { type Message, say } from "../base/message.ts";
import type { Approval } from "../model/spec.ts";
import type { Audience, Change, ChangeClass, Reader, Standing } from "./change.ts";
import type { Difference } from "./differences.ts";
import { findPolicy } from "./find-policy.ts";
import { wordsOf } from "./part-words.ts";
import type { Policy } from "./policy.ts";
import type { Scene } from "./scene.ts";
import { approvalReasons, goalpostReasons } from "./standing.ts";

/** What a difference means; undefined where it means nothing. */
export function judge(difference: Difference, scene: Scene): Change | undefined {
  const found = findPolicy(difference.path);
  const judgment = found?.policy.judge(difference, scene);
  if (!found || !judgment) return undefined;
  const { policy, names } = found;
  const measures = scene.measures(difference);
  const { before, after } = difference;
  return {
    class: judgment.class,
    topic: policy.topic,
    path: difference.path,
    subject: policy.subject(names),
    before: before && wordsOf(before, difference, { context: scene.before, measure: measures.before }),
    after: after && wordsOf(after, difference, { context: scene.after, measure: measures.after }),
    why: judgment.why,
    goalpost: reasonsFor(difference, judgment.class, policy, scene),
    readers: policy.audiences.map((audience) => readerOf(audience, difference, scene)),
    affects: [],
    placeBefore: before?.span,
    placeAfter: after?.span,
  };
}

function reasonsFor(difference: Difference, kind: ChangeClass, policy: Policy, scene: Scene): readonly Message[] {
  if (policy.goalpost === undefined) return [];
  if (policy.goalpost === "approved") return approvalReasons(approvalFor(difference, scene));
  if (kind === "new" && difference.path.length === 2 && !isPrimary(difference, scene)) return [];
  const isCase = difference.path[0] === "metrics" && CASE.has(policy.topic);
  return goalpostReasons(scene.standing, !isCase || isRenewed(scene));
}

/** What the money case rests on, so that its approval covers it. */
const CASE: ReadonlySet<string> = new Set(["target", "date", "baseline", "window", "definition"]);

function isPrimary(difference: Difference, scene: Scene): boolean {
  return scene.measures(difference).after?.role === "primary";
}

/** A new primary metric would take the place of what was promised; whoever approves again has seen it. */
function isRenewed({ before, after }: Scene): boolean {
  return isLater(before.money?.approved, after.money?.approved);
}

function isLater(before: Approval | undefined, after: Approval | undefined): boolean {
  const [a, b] = [before?.on?.value, after?.on?.value];
  return b !== undefined && (a === undefined || b > a);
}

/** The approval that covers a figure and has not been given again: of the value itself, else of the money case. */
function approvalFor(difference: Difference, scene: Scene): Standing["approved"] {
  const [root, id = "", field] = difference.path;
  if (root === "metrics" && field === "value") {
    const before = scene.before.metrics.get(difference.pathBefore[1] ?? id)?.value?.approved;
    if (before) {
      const renewed = isLater(before, scene.after.metrics.get(id)?.value?.approved);
      return renewed ? undefined : { on: before.on?.value };
    }
  }
  return isRenewed(scene) ? undefined : scene.standing.approved;
}

function readerOf(audience: Audience, difference: Difference, { before, after }: Scene): Reader {
  const [root, id = ""] = difference.path;
  const ids = [after, before].map((context) => {
    if (audience !== "data") return context.owners?.[audience]?.value;
    return root === "metrics"
      ? context.metrics.get(context === before ? (difference.pathBefore[1] ?? id) : id)?.owner?.value
      : undefined;
  });
  const names = ids.flatMap((person) => {
    if (person === undefined) return [];
    return [(after.people.get(person) ?? before.people.get(person))?.name?.value ?? person];
  });
  return { audience, names: [...new Set(names)] };
}

/** `after launch on 2027-02-01 and after results` */
export function joined(reasons: readonly Message[]): Message {
  const [first, ...rest] = reasons;
  return rest.reduce((all, reason) => say`${all} and ${reason}`, first ?? say``);
}
