import { type Message, render, say, type Translation } from "../base/message.ts";
import type { GraphNode, Measured, NodeKind, Phase } from "../features/preview-graph.ts";

/** Text of a message, or of the file as it is. */
export function words(text: string | Message, translation: Translation | undefined): string {
  return typeof text === "string" ? text : render(text, translation);
}

/** All that a node says, uncut: `Metric: Save rate. Primary metric. 69 % → 73 % by 2027-08-31.` */
export function describeNode(node: GraphNode, translation: Translation | undefined): string {
  const { kind, label, text, facts, problems, measured } = node;
  const parts = [
    `${words(KINDS[kind], translation)}: ${words(text, translation)}`,
    words(label, translation),
    ...facts.map((fact) => words(fact, translation)),
    ...(measured ? [words(measuredAt(measured), translation)] : []),
    ...problems.map((problem) => words(problem, translation)),
  ];
  return parts.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(" ");
}

/** What is not written on the card of a node: its kind, and the points at which it is measured. */
export function asideOf({ kind, measured }: GraphNode, translation: Translation | undefined): string[] {
  return [words(KINDS[kind], translation), ...(measured ? [words(measuredAt(measured), translation)] : [])];
}

export const PHASES: readonly Phase[] = ["before", "during", "after"];

/** `measured before, after` */
export function phasesOf(measured: Measured): Message {
  const phases = PHASES.filter((phase) => measured[phase].length > 0).map((phase) => PHASE_WORDS[phase]);
  const [first, second, third] = phases;
  if (!first) return say`measured`;
  if (third) return say`measured throughout`;
  return second ? say`measured ${first}, ${second}` : say`measured ${first}`;
}

/** `Measured before (baseline), after (month-3, month-6)` */
function measuredAt(measured: Measured): Message {
  const parts = PHASES.filter((phase) => measured[phase].length > 0).map(
    (phase) => say`${PHASE_WORDS[phase]} (${measured[phase].join(", ")})`,
  );
  const [first, ...others] = parts;
  if (!first) return say`Measured`;
  return say`Measured ${others.reduce((all, part) => say`${all}, ${part}`, first)}`;
}

const PHASE_WORDS: Readonly<Record<Phase, Message>> = { before: say`before`, during: say`during`, after: say`after` };

const KINDS: Readonly<Record<NodeKind, Message>> = {
  need: say`Need`,
  goal: say`Goal`,
  metric: say`Metric`,
  behavior: say`Behavior`,
  objective: say`Objective`,
  assessment: say`Assessment`,
  program: say`Program`,
};
