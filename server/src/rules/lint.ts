import type { Diagnostic, Finding, Severity } from "../base/finding.ts";
import type { Span } from "../base/span.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { Context, type Status } from "../workspace/context.ts";
import { facetBit } from "../workspace/facet.ts";
import type { KnownFindings } from "../workspace/known-findings.ts";
import { NOTHING_ASKED } from "../workspace/looks.ts";
import type { Level } from "../workspace/settings.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { KeptFindings, PartMemory } from "./kept-findings.ts";
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
export function lint(snapshot: Snapshot, uri: string, { status, known }: LintOptions = {}): readonly Diagnostic[] {
  const asWritten = snapshot.context(uri);
  if (!asWritten) return [];
  const context = status === undefined ? asWritten : new Context(snapshot, asWritten.source, { status });
  return lintContext(context, known ? { known } : {}).diagnostics;
}

/** What may be taken over from an earlier linting. */
interface Earlier {
  /** Rule by rule and part by part. */
  readonly kept?: KeptFindings | undefined;
  /** Only rules that look at the whole workspace have to be asked again. */
  readonly linting?: Linting | undefined;
  /** Counts instead of the known findings that the configuration names. */
  readonly known?: KnownFindings;
}

export interface Linting {
  readonly diagnostics: readonly Diagnostic[];
  /** Bits of all facets that a rule looked at. */
  readonly touched: number;
  /** The rules that looked at the whole workspace. */
  readonly wide: ReadonlySet<string>;
  /** What the others said, before the findings were reviewed. */
  readonly narrow: readonly Diagnostic[];
}

/** Everything the rules say about the document of a context; what of it is known from `earlier` is not asked again. */
export function lintContext(context: Context, { kept, linting, known = context.known }: Earlier = {}): Linting {
  const { tree } = context.source;
  const found: Diagnostic[] = [...(linting?.narrow ?? [])];
  const wide = new Set<string>();
  let touched = linting?.touched ?? ALWAYS;
  const broken = context.brokenFacets;
  const keeper = broken === 0 ? kept : undefined;
  if (broken !== 0) kept?.forget();
  context.asked = keeper && [];
  for (const [name, all] of RULES_BY_PART) {
    const rules = activeRules(linting ? all.filter(({ id }) => linting.wide.has(id)) : all, context);
    if (rules.length === 0) continue;
    for (const part of PARTS[name](context) as Iterable<never>) {
      const memory = keeper?.of(name, part);
      const unchanged = memory?.all(context);
      if (unchanged) {
        touched |= unchanged.touched;
        for (const diagnostic of unchanged.found) found.push(diagnostic);
        continue;
      }
      for (const { rule, index, severity, options } of rules) {
        const before = memory?.at(index, context);
        const diagnostics = before?.found ?? check(rule, part, context, { severity, options, broken, memory, index });
        const looked = before?.touched ?? context.touched;
        if ((looked & WORKSPACE) !== 0) wide.add(rule.id);
        touched |= looked;
        for (const diagnostic of diagnostics) found.push(diagnostic);
      }
      memory?.close();
    }
  }
  keeper?.sweep();
  context.asked = undefined;
  const narrow = wide.size === 0 ? [...found] : found.filter(({ rule }) => !wide.has(rule));
  for (const { rule, severity } of activeRules(REVIEWING, context)) {
    const linted = { diagnostics: [...found], rules: BY_ID };
    for (const finding of rule.review?.(context, linted) ?? [])
      found.push(diagnosticOf(rule, finding, severity, context));
  }
  const said = inTextOrder(found, tree);
  return { diagnostics: known ? markKnown(said, context, known) : said, touched, wide, narrow };
}

/** What every linting looks at: the text itself, who waives what in it, and what its status lets pass. */
const ALWAYS = facetBit("text") | facetBit("waivers") | facetBit("status");
const WORKSPACE = facetBit("workspace");

/** A rule that is not switched off, with what the configuration makes of it. */
interface ActiveRule {
  readonly rule: Rule;
  readonly index: number;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, number>>;
}

function activeRules(rules: readonly Rule[], context: Context): readonly ActiveRule[] {
  return rules.flatMap((rule, index) => {
    const severity = levelOf(rule, context);
    return severity === "off" ? [] : [{ rule, index, severity, options: optionsOf(rule, context) }];
  });
}

interface Setting extends Pick<ActiveRule, "severity" | "options" | "index"> {
  /** Bits of the facets that could not be read whole. */
  readonly broken: number;
  /** Where to keep what is said. */
  readonly memory: PartMemory | undefined;
}

/** What one rule says of one part; `context.touched` is then what it looked at. */
function check(rule: Rule, part: never, context: Context, setting: Setting): readonly Diagnostic[] {
  context.touched = 0;
  context.whole = 0;
  if (context.asked) context.asked = [];
  let found: Finding[] | undefined;
  for (const finding of rule.check(part, context, setting.options)) {
    found ??= [];
    found.push(finding);
  }
  const { touched, whole, asked = NOTHING_ASKED } = context;
  const diagnostics = found ? diagnosticsOf(rule, found, context, setting) : NOTHING;
  context.touched = touched;
  setting.memory?.keep(setting.index, diagnostics, { touched, whole, asked });
  return diagnostics;
}

function diagnosticsOf(
  rule: Rule,
  found: readonly Finding[],
  context: Context,
  { severity, broken }: Setting,
): readonly Diagnostic[] {
  const doubtful = broken !== 0 && concludesFromAbsence(rule);
  if (doubtful && (context.touched & broken) !== 0) return NOTHING;
  const { spans } = context.source.tree.broken;
  const sound = doubtful ? found.filter(({ span }) => !spans.some((each) => overlaps(each, span))) : found;
  return sound.map((finding) => diagnosticOf(rule, finding, severity, context));
}

const NOTHING: readonly Diagnostic[] = [];

const REVIEWING: readonly Rule[] = RULES.filter(({ review }) => review !== undefined);
const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));
const RULES_BY_PART: ReadonlyMap<PartName, readonly Rule[]> = groupByPart(RULES);

function groupByPart(rules: readonly Rule[]): Map<PartName, Rule[]> {
  const groups = new Map<PartName, Rule[]>();
  for (const rule of rules) groups.set(rule.on, [...(groups.get(rule.on) ?? []), rule]);
  return groups;
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

function diagnosticOf(rule: Rule, finding: Finding, severity: Severity, context: Context): Diagnostic {
  // What is said about waivers cannot be waived itself.
  const waived = rule.family === "waivers" ? undefined : waiverFor(rule.id, finding.span, context);
  return { ...finding, uri: context.source.uri, rule: rule.id, severity, ...(waived ? { waived } : {}) };
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

/** Sorted by place, rule and words. The same rule says the same at the same place only once. */
function inTextOrder(found: readonly Diagnostic[], tree: SyntaxTree): Diagnostic[] {
  const placed = found.map((diagnostic) => ({ diagnostic, at: tree.offsetOf(diagnostic.span) }));
  placed.sort(
    (a, b) =>
      a.at.start - b.at.start ||
      a.at.end - b.at.end ||
      compare(a.diagnostic.rule, b.diagnostic.rule) ||
      compare(a.diagnostic.message.key, b.diagnostic.message.key),
  );
  return placed
    .filter(({ diagnostic, at }, index) => {
      const before = placed[index - 1];
      return (
        before?.diagnostic.rule !== diagnostic.rule ||
        before.at.start !== at.start ||
        before.at.end !== at.end ||
        before.diagnostic.message.key !== diagnostic.message.key ||
        JSON.stringify(before.diagnostic.message.values) !== JSON.stringify(diagnostic.message.values)
      );
    })
    .map(({ diagnostic }) => diagnostic);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
