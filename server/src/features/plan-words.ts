import { formatDay } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { Located } from "../model/located.ts";
import type { Decision, Point } from "../model/spec.ts";
import type { Time } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import { type Facet, facetBit } from "../workspace/facet.ts";
import { conditionWords } from "./preview-evaluation.ts";
import { timeText } from "./preview-figures.ts";
import { joined } from "./words.ts";

/** What stands in a plan where nothing is written. */
export const NOT_PLANNED: Message = say`not planned yet`;

/** What stands where nothing has to be. */
export const NOTHING: Message = say`–`;

/** A text that somebody wrote, or that it is not planned. */
export function written(text: Located<string> | undefined): Message {
  return text ? say`${text.value}` : NOT_PLANNED;
}

/** Why a part of the plan is empty: nothing is written, or what is written cannot be read. */
export function emptyWords(context: Context, facet: Facet): Message {
  return (context.brokenFacets & facetBit(facet)) === 0 ? NOT_PLANNED : say`cannot be read`;
}

/** The name of the person behind an id, the id where nobody is known by it. */
export function personWords(context: Context, id: Located<string> | undefined): Message {
  return id ? say`${nameOfPerson(context, id.value)}` : NOT_PLANNED;
}

/** The name of the person behind an id, the id where nobody is known by it. */
export function nameOfPerson(context: Context, id: string): string {
  return context.people.get(id)?.name?.value ?? id;
}

/** `launch + 42 days (2027-03-15)`, or the day alone where it is written as one. */
export function whenWords(context: Context, time: Located<Time> | undefined): Message {
  if (!time) return NOT_PLANNED;
  const day = context.dayOf(time);
  if (time.value.kind === "day") return say`${timeText(time)}`;
  return day === undefined
    ? say`${timeText(time)} (the launch is not set)`
    : say`${timeText(time)} (${formatDay(day)})`;
}

/** Each point with its day: `week-6: launch + 42 days (2027-03-15)`. */
export function pointsWords(context: Context, points: readonly Point[]): Message {
  if (points.length === 0) return emptyWords(context, "measurement");
  return joined(
    points.map((point) => say`${point.id}: ${whenWords(context, point.when)}`),
    "; ",
  );
}

/** What points say of themselves, each thing once. */
export function onceEach(texts: readonly (string | undefined)[], otherwise: Message): Message {
  const known = [...new Set(texts.filter((text) => text !== undefined))];
  return known.length === 0 ? otherwise : say`${known.join("; ")}`;
}

/** The condition of a decision. */
export function ifWords(decision: Decision): Message {
  if (!decision.if) return NOT_PLANNED;
  return decision.if.value.problem ? say`its condition cannot be read` : conditionWords(decision);
}
