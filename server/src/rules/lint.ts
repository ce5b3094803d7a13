import type { Diagnostic, Finding, Severity } from "../base/finding.ts";
import type { Span } from "../base/span.ts";
import { Context, type Status } from "../workspace/context.ts";
import type { KnownFindings } from "../workspace/known-findings.ts";
import type { Level } from "../workspace/settings.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { markKnown } from "./known.ts";
import { PARTS, type PartName } from "./parts.ts";
import { RULES } from "./registry.ts";
import type { Rule } from "./rule.ts";
import { waiverFor } from "./waiver.ts";

export interface LintOptions {
  /** Asks what would be said if the program had this status. */
  readonly status?: Status;
  /** Counts instead of the known findings that the configuration names. */
  readonly known?: KnownFindings;
}

/** Everything the rules say about one file, in the order of its text. Unknown files have no findings. */
export function lint(snapshot: Snapshot, uri: string, { status, known }: LintOptions = {}): Diagnostic[] {
  const asWritten = snapshot.context(uri);
  if (!asWritten) return [];
  const context = status === undefined ? asWritten : new Context(snapshot, asWritten.file, status);
  const found: Diagnostic[] = [];
  const broken = context.brokenFacets;
  const brokenSpans = context.file.tree.broken.spans;
  for (const [name, rules] of RULES_BY_PART) {
    for (const part of PARTS[name](context) as Iterable<never>) {
      for (const rule of rules) {
        if (levelOf(rule, context) === "off") continue;
        const doubtful = broken !== 0 && concludesFromAbsence(rule);
        for (const finding of findingsOf(rule, part, context, doubtful ? broken : 0)) {
          if (doubtful && brokenSpans.some((span) => overlaps(span, finding.span))) continue;
          found.push(diagnosticOf(rule, finding, context));
        }
      }
    }
  }
  for (const rule of REVIEWING) {
    const linted = { diagnostics: [...found], rules: BY_ID };
    if (levelOf(rule, context) === "off") continue;
    for (const finding of rule.review?.(context, linted) ?? []) found.push(diagnosticOf(rule, finding, context));
  }
  const said = found.sort(inTextOrder(context)).filter(isFirstOfItsKind);
  const before = known ?? context.known;
  return before ? markKnown(said, context, before) : said;
}

const REVIEWING: readonly Rule[] = RULES.filter(({ review }) => review !== undefined);
const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));
const RULES_BY_PART: ReadonlyMap<PartName, readonly Rule[]> = groupByPart(RULES);

function groupByPart(rules: readonly Rule[]): Map<PartName, Rule[]> {
  const groups = new Map<PartName, Rule[]>();
  for (const rule of rules) groups.set(rule.on, [...(groups.get(rule.on) ?? []), rule]);
  return groups;
}

/** `broken`: facets that cast doubt on the findings of this rule where it looks at them. */
function findingsOf(rule: Rule, part: never, context: Context, broken: number): readonly Finding[] {
  context.touched = 0;
  const findings = [...rule.check(part, context, optionsOf(rule, context))];
  return (context.touched & broken) === 0 ? findings : [];
}

function concludesFromAbsence(rule: Rule): boolean {
  return rule.kind === "gap" || rule.fromAbsence === true;
}

/** The numbers of a rule: the configuration's where it names them. */
function optionsOf(rule: Rule, context: Context): Readonly<Record<string, number>> {
  const defaults = DEFAULTS.get(rule) ?? {};
  const own = context.settings.thresholds.get(rule.id);
  return own ? { ...defaults, ...Object.fromEntries(own) } : defaults;
}

const DEFAULTS: ReadonlyMap<Rule, Readonly<Record<string, number>>> = new Map(
  RULES.map((rule) => [
    rule,
    Object.fromEntries(Object.entries(rule.thresholds ?? {}).map(([name, { value }]) => [name, value])),
  ]),
);

function diagnosticOf(rule: Rule, finding: Finding, context: Context): Diagnostic {
  // What is said about waivers cannot be waived itself.
  const waived = rule.family === "waivers" ? undefined : waiverFor(rule.id, finding.span, context);
  return {
    ...finding,
    uri: context.file.uri,
    rule: rule.id,
    severity: severityOf(rule, context),
    ...(waived ? { waived } : {}),
  };
}

/** Only findings at a level above `off` are made. */
function severityOf(rule: Rule, context: Context): Severity {
  const level = levelOf(rule, context);
  return level === "off" ? rule.severity : level;
}

/**
 * What a finding of the rule weighs in this file: the level that the configuration sets, else the rule's own, raised by
 * the profile `strict`; for a gap at most what the status of the program allows (a hint in a draft).
 */
function levelOf(rule: Rule, context: Context): Level {
  const { settings } = context;
  const own = settings.profile === "strict" ? RAISED[rule.severity] : rule.severity;
  const level = settings.levels.get(rule.id) ?? own;
  const most = rule.kind === "gap" && context.program ? settings.gaps.get(context.status) : undefined;
  return most !== undefined && WEIGHT[most] < WEIGHT[level] ? most : level;
}

const WEIGHT: Readonly<Record<Level, number>> = { off: 0, hint: 1, warning: 2, error: 3 };
const RAISED: Readonly<Record<Severity, Severity>> = { hint: "warning", warning: "error", error: "error" };

function overlaps(a: Span, b: Span): boolean {
  return a.block === b.block && a.start <= b.end && b.start <= a.end;
}

function inTextOrder(context: Context): (a: Diagnostic, b: Diagnostic) => number {
  const { tree } = context.file;
  return (a, b) => {
    const [first, second] = [tree.offsetOf(a.span), tree.offsetOf(b.span)];
    return (
      first.start - second.start ||
      first.end - second.end ||
      compare(a.rule, b.rule) ||
      compare(a.message.key, b.message.key)
    );
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same rule says the same at the same place only once. */
function isFirstOfItsKind(diagnostic: Diagnostic, index: number, all: readonly Diagnostic[]): boolean {
  const before = all[index - 1];
  return (
    before?.rule !== diagnostic.rule ||
    before.span.start !== diagnostic.span.start ||
    before.span.end !== diagnostic.span.end ||
    before.message.key !== diagnostic.message.key ||
    JSON.stringify(before.message.values) !== JSON.stringify(diagnostic.message.values)
  );
}
