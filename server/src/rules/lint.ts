import type { Diagnostic, Finding, Severity } from "../base/finding.ts";
import type { Span } from "../base/span.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { Context, type Status } from "../workspace/context.ts";
import { facetBit } from "../workspace/facet.ts";
import type { KnownFindings } from "../workspace/known-findings.ts";
import { NOTHING_ASKED } from "../workspace/looks.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type ActiveRule, agendaFor } from "./agenda.ts";
import type { KeptFindings, PartMemory } from "./kept-findings.ts";
import { markKnown } from "./known.ts";
import { PARTS } from "./parts.ts";
import { RULES } from "./registry.ts";
import type { Rule } from "./rule.ts";
import { RuleLooks } from "./rule-looks.ts";
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
  /** Of the same text: only rules that look at what has changed since have to be asked again. */
  readonly linting?: Linting | undefined;
  /** Bits of the facets that may differ since. */
  readonly changed?: number;
  /** What the rules have looked at so far, and where to note it. */
  readonly looks?: RuleLooks | undefined;
  /** Counts instead of the known findings that the configuration names. */
  readonly known?: KnownFindings;
}

export interface Linting {
  readonly diagnostics: readonly Diagnostic[];
  /** Bits of all facets that a rule looked at. */
  readonly touched: number;
}

/** Everything the rules say about the document of a context; what of it is known from `earlier` is not asked again. */
export function lintContext(
  context: Context,
  { kept, linting, changed = 0, looks = new RuleLooks(), known = context.known }: Earlier = {},
): Linting {
  const { tree } = context.source;
  const holds = (rule: Rule | undefined): boolean =>
    rule !== undefined && !rule.review && !looks.hasSeen(rule, changed);
  const found = (linting?.diagnostics ?? []).filter(({ rule }) => holds(BY_ID.get(rule))).map(withoutMark);
  let touched = linting?.touched ?? ALWAYS;
  const broken = context.brokenFacets;
  const keeper = (broken & ~WORKSPACE) === 0 ? kept : undefined;
  if (!keeper) kept?.forget();
  context.asked = keeper && [];
  const { questions, reviewing } = agendaFor(context);
  for (const { part: name, rules } of questions) {
    const asked = linting ? rules.filter(({ rule }) => !holds(rule)) : rules;
    if (asked.length === 0) continue;
    const memories = keeper?.of(name);
    const same = linting ? undefined : memories?.all(context);
    if (same) {
      touched |= same.touched;
      for (const diagnostic of same.found) found.push(diagnostic);
      continue;
    }
    context.touched = 0;
    const parts = [...(PARTS[name](context) as Iterable<never>)];
    // What a part is made of, all its rules look at.
    const inParts = context.touched;
    touched |= inParts;
    for (const { rule } of asked) looks.note(rule, inParts);
    let isUnchanged = true;
    for (const part of parts) {
      const memory = memories?.of(part);
      const unchanged = memory?.all(context);
      if (unchanged) {
        touched |= unchanged.touched;
        for (const diagnostic of unchanged.found) found.push(diagnostic);
        continue;
      }
      isUnchanged = false;
      for (const each of asked) {
        const before = memory?.at(each.index, context);
        const diagnostics = before?.found ?? check(each, part, context, broken, memory);
        const looked = before?.touched ?? context.touched;
        looks.note(each.rule, looked);
        touched |= looked;
        for (const diagnostic of diagnostics) found.push(diagnostic);
      }
      memory?.close();
    }
    memories?.close(inParts, isUnchanged && !linting);
  }
  keeper?.sweep();
  context.asked = undefined;
  context.touched = 0;
  for (const { rule, severity } of reviewing) {
    const linted = { diagnostics: [...found], rules: BY_ID };
    for (const finding of rule.review?.(context, linted) ?? [])
      found.push(diagnosticOf(rule, finding, severity, context));
  }
  touched |= context.touched;
  const said = inTextOrder(found, tree);
  return { diagnostics: known ? markKnown(said, context, known) : said, touched };
}

/** What every linting looks at: the text itself, who waives what in it, and what its status lets pass. */
const ALWAYS = facetBit("text") | facetBit("waivers") | facetBit("status");
const WORKSPACE = facetBit("workspace");

/**
 * What one rule says of one part; `context.touched` is then what it looked at. `broken`: bits of the facets that could not
 * be read whole. `memory`: where to keep what is said.
 */
function check(
  active: ActiveRule,
  part: never,
  context: Context,
  broken: number,
  memory: PartMemory | undefined,
): readonly Diagnostic[] {
  context.touched = 0;
  context.whole = 0;
  if (context.asked) context.asked = [];
  let found: Finding[] | undefined;
  for (const finding of active.rule.check(part, context, active.options)) {
    found ??= [];
    found.push(finding);
  }
  const { touched, whole, asked = NOTHING_ASKED } = context;
  const diagnostics = found ? diagnosticsOf(active, found, context, broken) : NOTHING;
  context.touched = touched;
  memory?.keep(active.index, diagnostics, { touched, whole, asked });
  return diagnostics;
}

function diagnosticsOf(
  { rule, severity }: ActiveRule,
  found: readonly Finding[],
  context: Context,
  broken: number,
): readonly Diagnostic[] {
  // What looks at the whole workspace waits until it has been read.
  if ((context.touched & broken & WORKSPACE) !== 0) return NOTHING;
  const doubtful = broken !== 0 && concludesFromAbsence(rule);
  if (doubtful && (context.touched & broken) !== 0) return NOTHING;
  const { spans } = context.source.tree.broken;
  const sound = doubtful ? found.filter(({ span }) => !spans.some((each) => overlaps(each, span))) : found;
  return sound.map((finding) => diagnosticOf(rule, finding, severity, context));
}

const NOTHING: readonly Diagnostic[] = [];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** As it was found, before it was compared with the known findings. */
function withoutMark(diagnostic: Diagnostic): Diagnostic {
  if (!diagnostic.known) return diagnostic;
  const { known: _, ...found } = diagnostic;
  return found;
}

function concludesFromAbsence(rule: Rule): boolean {
  return rule.kind === "gap" || rule.fromAbsence === true;
}

function diagnosticOf(rule: Rule, finding: Finding, severity: Severity, context: Context): Diagnostic {
  // What is said about waivers cannot be waived itself.
  const waived = rule.family === "waivers" ? undefined : waiverFor(rule.id, finding.span, context);
  return { ...finding, uri: context.source.uri, rule: rule.id, severity, ...(waived ? { waived } : {}) };
}

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
