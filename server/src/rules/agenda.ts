import type { Severity } from "../base/finding.ts";
import type { Context, Status } from "../workspace/context.ts";
import type { Level, Settings } from "../workspace/settings.ts";
import type { PartName } from "./parts.ts";
import { RULES } from "./registry.ts";
import type { Rule } from "./rule.ts";

/** A rule that is not switched off, with what the configuration makes of it. */
export interface ActiveRule {
  readonly rule: Rule;
  /** Its number among all rules about the same kind of part. */
  readonly index: number;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, number>>;
}

/** What is asked about one kind of part. */
export interface Questions {
  readonly part: PartName;
  readonly rules: readonly ActiveRule[];
}

/** What is asked about a file. */
export interface Agenda {
  readonly questions: readonly Questions[];
  /** Rules about how the findings of the others are treated. */
  readonly reviewing: readonly ActiveRule[];
}

/** What is asked about the file of a context; the same for all files with the same settings and status. */
export function agendaFor({ settings, isProgram, status }: Context): Agenda {
  const known = AGENDAS.get(settings) ?? new Map<Status | undefined, Agenda>();
  AGENDAS.set(settings, known);
  const leniency = isProgram ? status : undefined;
  const agenda = known.get(leniency) ?? makeAgenda(settings, leniency);
  known.set(leniency, agenda);
  return agenda;
}

const AGENDAS = new WeakMap<Settings, Map<Status | undefined, Agenda>>();

function makeAgenda(settings: Settings, status: Status | undefined): Agenda {
  const active = (rules: readonly Rule[]): readonly ActiveRule[] =>
    rules.flatMap((rule, index) => {
      const severity = levelOf(rule, settings, status);
      return severity === "off" ? [] : [{ rule, index, severity, options: optionsOf(rule, settings) }];
    });
  const questions = [...groupByPart(RULES)].map(([part, rules]) => ({ part, rules: active(rules) }));
  return {
    questions: questions.filter(({ rules }) => rules.length > 0),
    reviewing: active(RULES.filter(({ review }) => review !== undefined)),
  };
}

function groupByPart(rules: readonly Rule[]): Map<PartName, Rule[]> {
  const groups = new Map<PartName, Rule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.on);
    if (group) group.push(rule);
    else groups.set(rule.on, [rule]);
  }
  return groups;
}

/** The numbers of a rule: the configuration's where it names them. */
function optionsOf({ id, thresholds }: Rule, settings: Settings): Readonly<Record<string, number>> {
  const defaults = Object.entries(thresholds ?? {}).map(([name, { value }]) => [name, value] as const);
  return Object.fromEntries([...defaults, ...(settings.thresholds.get(id) ?? [])]);
}

/**
 * What a finding of the rule weighs: the level that the configuration sets, else the rule's own, raised by the profile
 * `strict`; for a gap at most what the status of the program allows (a hint in a draft).
 */
function levelOf(rule: Rule, settings: Settings, status: Status | undefined): Level {
  const own = settings.profile === "strict" ? RAISED[rule.severity] : rule.severity;
  const level = settings.levels.get(rule.id) ?? own;
  const most = rule.kind === "gap" && status !== undefined ? settings.gaps.get(status) : undefined;
  return most !== undefined && WEIGHT[most] < WEIGHT[level] ? most : level;
}

const WEIGHT: Readonly<Record<Level, number>> = { off: 0, hint: 1, warning: 2, error: 3 };
const RAISED: Readonly<Record<Severity, Severity>> = { hint: "warning", warning: "error", error: "error" };
