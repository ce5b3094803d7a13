import type { Diagnostic } from "../base/finding.ts";
import { type Message, render, say } from "../base/message.ts";
import type { PreviewData } from "../features/preview.ts";
import { firstStep, isGap, type StepGroup } from "../features/step-groups.ts";
import { joined } from "../features/words.ts";
import type { DrawOptions, Range } from "./drawing.ts";
import type { Section } from "./section.ts";

/** What stands between a spec and its next status, part by part as one writes it. All texts are rendered. */
export interface ReadinessList {
  /** `4 things before this is planned`. */
  readonly heading: string;
  /** How far it is; absent where nothing is left to do. */
  readonly summary: string | undefined;
  /** What to do first. */
  readonly next: ReadinessStep | undefined;
  readonly groups: readonly ReadinessGroup[];
}

export interface ReadinessGroup {
  readonly id: string;
  readonly heading: string;
  /** `3 to do, 1 wrong`, or that it is done. */
  readonly count: string;
  /** None where it is done. */
  readonly steps: readonly ReadinessStep[];
}

export interface ReadinessStep {
  /** A gap is not there yet, a conflict is wrong. */
  readonly kind: "gap" | "conflict";
  readonly severity: "error" | "warning" | "hint";
  /** Kind and weight in words. */
  readonly label: string;
  readonly rule: string;
  readonly message: string;
  readonly help: string | undefined;
  /** Absent where there is no text beside it. */
  readonly range: Range | undefined;
}

/** The steps of a preview for people. */
export function readinessList(data: PreviewData, { translation, rangeOf }: DrawOptions = {}): ReadinessList {
  const says = (message: Message) => render(message, translation);
  const stepOf = (step: Diagnostic): ReadinessStep => ({
    kind: isGap(step) ? "gap" : "conflict",
    severity: step.severity,
    label: says(labelOf(step)),
    rule: step.rule,
    message: says(step.message),
    help: step.help && says(step.help),
    range: rangeOf?.(step.span),
  });
  const first = firstStep(data.groups);
  return {
    heading: says(headingOf(data)),
    summary: data.steps.length === 0 ? undefined : says(summaryOf(data)),
    next: first && stepOf(first),
    groups: data.groups.map((group) => ({
      id: group.id,
      heading: says(group.heading),
      count: says(countOf(group)),
      steps: group.steps.map(stepOf),
    })),
  };
}

/** The same as a part of a page that nobody can click. */
export function readinessSection(
  { heading, summary, next, groups }: ReadinessList,
  says: (text: Message) => string,
): Section {
  return {
    id: "steps",
    heading,
    lines: [
      ...(summary === undefined ? [] : [summary]),
      ...(next === undefined ? [] : [says(say`Next: ${next.message}`)]),
      ...groups.filter(({ steps }) => steps.length === 0).map((group) => `✓ ${group.heading}: ${group.count}`),
    ],
    parts: [],
    pictures: [],
    tables: groups
      .filter(({ steps }) => steps.length > 0)
      .map(({ id, heading: name, count, steps }) => ({
        id: `steps-${id}`,
        heading: `${name}: ${count}`,
        table: {
          caption: says(say`What is still to do here, worst first.`),
          columns: [say`Kind`, say`What`, say`What to do`, say`Rule`].map(says),
          rows: steps.map(({ label, message, help, rule }) => [
            { text: label },
            { text: message },
            { text: help ?? "" },
            { text: rule, rule },
          ]),
        },
      })),
    notes: [],
  };
}

function headingOf({ steps, nextStatus }: PreviewData): Message {
  const { length } = steps;
  if (nextStatus === undefined) {
    if (length === 0) return say`Nothing to look at`;
    return length === 1 ? say`1 thing to look at` : say`${length} things to look at`;
  }
  if (length === 0) return say`Nothing is missing before this is ${nextStatus}`;
  return length === 1 ? say`1 thing before this is ${nextStatus}` : say`${length} things before this is ${nextStatus}`;
}

function summaryOf({ steps, groups }: PreviewData): Message {
  const gaps = steps.filter(isGap).length;
  const wrong = steps.length - gaps;
  const done = groups.filter((group) => group.steps.length === 0).length;
  const counts = joined(
    [
      gaps === 0 ? undefined : gaps === 1 ? say`1 thing is not there yet` : say`${gaps} things are not there yet`,
      wrong === 0
        ? undefined
        : wrong === 1
          ? say`1 thing is wrong or in doubt`
          : say`${wrong} things are wrong or in doubt`,
    ],
    ", ",
  );
  return done === 0 ? say`${counts}.` : say`${done} of ${groups.length} sections are done. ${counts}.`;
}

function countOf({ steps }: StepGroup): Message {
  const gaps = steps.filter(isGap).length;
  const wrong = steps.length - gaps;
  if (steps.length === 0) return say`done`;
  return joined([gaps > 0 ? say`${gaps} to do` : undefined, wrong > 0 ? say`${wrong} to look at` : undefined], ", ");
}

function labelOf(step: Diagnostic): Message {
  const { severity } = step;
  if (isGap(step)) {
    if (severity === "error") return say`Not there yet`;
    return severity === "warning" ? say`Not there yet (advised)` : say`Not there yet (optional)`;
  }
  if (severity === "error") return say`Error`;
  return severity === "warning" ? say`Warning` : say`Hint`;
}
