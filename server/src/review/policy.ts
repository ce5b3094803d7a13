import { type Message, say } from "../base/message.ts";
import type { Estimate } from "../model/located.ts";
import type { Audience, ChangeClass, Topic } from "./change.ts";
import type { Difference } from "./differences.ts";
import type { Scene } from "./scene.ts";
import { isSettled } from "./standing.ts";

export interface Judgment {
  readonly class: ChangeClass;
  /** One sentence: what the change means. */
  readonly why: Message;
}

/** Judges a difference; undefined where it means nothing. */
export type Judge = (difference: Difference, scene: Scene) => Judgment | undefined;

/** What is to be said of changes at one kind of place. */
export interface Policy {
  readonly topic: Topic;
  readonly audiences: readonly Audience[];
  /** Names the place; gets the keys that stand for `*` in its pattern. */
  readonly subject: (names: readonly string[]) => Message;
  readonly judge: Judge;
  /**
   * When a change moves the goalposts: `settled` after launch, results or approval; `approved` after the approval of the
   * figure alone; absent: never.
   */
  readonly goalpost?: "settled" | "approved";
}

export type Policies = Readonly<Record<string, Policy>>;

export function judged(kind: ChangeClass, why: Message): Judgment {
  return { class: kind, why };
}

/** What appears is new or says more, what goes weakens; what changes is for `change`. */
export function presence(change: Judge, words: { readonly gone: Message; readonly fresh?: Message }): Judge {
  return (difference, scene) => {
    const { before, after, is } = difference;
    if (!after) return judged("weakened", words.gone);
    if (after.unreadable) return judged("weakened", say`What stands there now cannot be read, so nothing is promised.`);
    if (!before || before.unreadable) {
      return judged(is === "part" ? "new" : "clarified", words.fresh ?? say`It was not said before.`);
    }
    return change(difference, scene);
  };
}

/** A number, day or estimate that weakens the promise when it goes one way. */
export function whenIt(
  goes: "up" | "down",
  why: { readonly weaker: Message; readonly stronger: Message },
  gone: Message = say`Nothing is said of it any more.`,
): Judge {
  return presence(
    ({ before, after }) => {
      const step = stepBetween(before?.value, after?.value);
      if (step === undefined) return judged("clarified", say`It is said in another way.`);
      return (goes === "up") === step > 0 ? judged("weakened", why.weaker) : judged("strengthened", why.stronger);
    },
    { gone },
  );
}

/** More than 0 where the second is larger; undefined where they cannot be compared. */
function stepBetween(before: unknown, after: unknown): number | undefined {
  if (typeof before === "number" && typeof after === "number") return after - before;
  if (isEstimate(before) && isEstimate(after)) {
    if (before.likely !== after.likely) return after.likely - before.likely;
    const bounds = (of: Estimate): number => (of.low ?? of.likely) + (of.high ?? of.likely);
    return bounds(after) - bounds(before) || undefined;
  }
  return undefined;
}

function isEstimate(value: unknown): value is Estimate {
  return typeof value === "object" && value !== null && "likely" in value;
}

/** One of several words, the strongest first. */
export function ranked(
  order: readonly string[],
  why: { readonly weaker: Message; readonly stronger: Message },
  gone: Message = say`Nothing is said of it any more.`,
): Judge {
  return presence(
    ({ before, after }) => {
      const [a, b] = [order.indexOf(String(before?.value)), order.indexOf(String(after?.value))];
      return b > a ? judged("weakened", why.weaker) : judged("strengthened", why.stronger);
    },
    { gone },
  );
}

/** Free text: a person has to read it. After launch another wording of what was promised weakens. */
export function wording(gone: Message, settled?: Message): Judge {
  return presence(
    (_, { standing }) =>
      settled && isSettled(standing)
        ? judged("weakened", settled)
        : judged("clarified", say`It is worded differently; read both.`),
    { gone, fresh: say`More is said than before.` },
  );
}

/** Text with numbers in it that were agreed: `4 of 5 calls`. */
export function criterion(gone: Message): Judge {
  return presence(
    ({ before, after }) => {
      const [a, b] = [textAndNumbers(before?.value), textAndNumbers(after?.value)];
      const steps = a.text === b.text ? b.numbers.map((number, index) => number - (a.numbers[index] ?? number)) : [];
      if (steps.some((step) => step < 0) && steps.every((step) => step <= 0))
        return judged("weakened", say`The standard is lower.`);
      if (steps.some((step) => step > 0) && steps.every((step) => step >= 0) && steps[0] !== 0)
        return judged("strengthened", say`The standard is higher.`);
      return judged("clarified", say`It is worded differently; read both.`);
    },
    { gone, fresh: say`More is said than before.` },
  );
}

function textAndNumbers(value: unknown): { readonly text: string; readonly numbers: readonly number[] } {
  const text = String(value ?? "");
  return { text: text.replace(/\d+(\.\d+)?/g, "#"), numbers: (text.match(/\d+(\.\d+)?/g) ?? []).map(Number) };
}

/** A name or choice that was replaced by another. */
export function replaced(why: Message, gone: Message, kind: ChangeClass = "clarified"): Judge {
  return presence(() => judged(kind, why), { gone });
}

/** A whole entry that comes or goes. */
export function entry(gone: Message, fresh: Message): Judge {
  return presence(() => undefined, { gone, fresh });
}
