import type { Diagnostic } from "../base/finding.ts";
import { type Message, say } from "../base/message.ts";
import { ruleById } from "../rules/registry.ts";
import type { Family } from "../rules/rule.ts";
import { pathAt } from "../syntax/locate.ts";
import { keyText } from "../syntax/node.ts";
import type { Context } from "../workspace/context.ts";
import { FACETS, type Facet, facetBit, facetOfKey } from "../workspace/facet.ts";

/** A part of a spec as one writes it, with what is still to do there. */
export interface StepGroup {
  readonly id: string;
  readonly heading: Message;
  /** Worst first, then in the order of the text. */
  readonly steps: readonly Diagnostic[];
}

interface Part {
  readonly id: string;
  readonly heading: Message;
  readonly facets: readonly Facet[];
  /** Rules that speak of the part where nothing of it is written. */
  readonly families: readonly Family[];
}

const BASICS: Part = {
  id: "basics",
  heading: say`Title, launch and owners`,
  facets: ["header", "status", "tier", "launch", "catalogs", "owners"],
  families: ["shape", "links", "promise", "portfolio", "history"],
};

/** In the order in which one writes them. */
const PARTS: readonly Part[] = [
  { id: "text", heading: say`The text itself`, facets: ["text"], families: ["syntax"] },
  BASICS,
  { id: "goals", heading: say`Goals`, facets: ["goals"], families: [] },
  { id: "need", heading: say`Problem`, facets: ["need"], families: ["need"] },
  { id: "audience", heading: say`Audience`, facets: ["audience"], families: [] },
  { id: "metrics", heading: say`Metrics`, facets: ["metrics"], families: ["metrics", "baselines"] },
  { id: "behaviors", heading: say`Behaviors`, facets: ["behaviors"], families: ["behaviors"] },
  { id: "objectives", heading: say`Objectives`, facets: ["objectives"], families: ["objectives"] },
  { id: "activities", heading: say`Activities`, facets: ["activities"], families: [] },
  { id: "assessments", heading: say`Assessments`, facets: ["assessments"], families: ["assessment"] },
  { id: "measurement", heading: say`Measurement`, facets: ["measurement"], families: ["measurement", "statistics"] },
  { id: "money", heading: say`Money`, facets: ["money", "rates"], families: ["money"] },
  { id: "decisions", heading: say`Decisions`, facets: ["decisions"], families: ["decisions"] },
  { id: "results", heading: say`Results and conclusions`, facets: ["results", "conclusions"], families: ["results"] },
  { id: "people", heading: say`People`, facets: ["people"], families: [] },
  { id: "waivers", heading: say`Waivers`, facets: ["waivers"], families: ["waivers"] },
];

/** The steps by part of the spec. A part of which something is written is there without steps too: it is done. */
export function groupSteps(context: Context, steps: readonly Diagnostic[]): readonly StepGroup[] {
  const byPart = new Map<Part, Diagnostic[]>();
  for (const step of steps) {
    const part = partOf(context, step);
    byPart.set(part, [...(byPart.get(part) ?? []), step]);
  }
  return PARTS.flatMap((part) => {
    const own = byPart.get(part) ?? [];
    return own.length > 0 || isWritten(context, part) ? [{ id: part.id, heading: part.heading, steps: own }] : [];
  });
}

/** What to do first: the worst that there is, in the part that one writes first. */
export function firstStep(groups: readonly StepGroup[]): Diagnostic | undefined {
  const all = groups.flatMap(({ steps }) => steps);
  return (
    all.find(({ severity }) => severity === "error") ?? all.find(({ severity }) => severity === "warning") ?? all[0]
  );
}

/** Not there yet, rather than wrong. */
export function isGap({ rule }: Diagnostic): boolean {
  return ruleById(rule)?.kind === "gap";
}

/** By the section it stands in; what is said at the head of the file, by the section that it names or by its rule. */
function partOf(context: Context, { rule, span, message }: Diagnostic): Part {
  const family = ruleById(rule)?.family;
  if (family === "syntax") return partWith("text");
  const { tree } = context.source;
  const facet = facetOfKey(String(pathAt(tree, tree.offsetOf(span).start)[0] ?? "version"));
  if (facet !== "header") return partWith(facet);
  const named = message.values.map((value) => /^`([a-z-]+)`$/.exec(String(value))?.[1]).find((name) => isFacet(name));
  if (named !== undefined) return partWith(facetOfKey(named));
  return PARTS.find(({ families }) => family !== undefined && families.includes(family)) ?? BASICS;
}

function isFacet(name: string | undefined): boolean {
  return name !== undefined && FACETS.includes(name as Facet) && name !== "text" && name !== "header";
}

function partWith(facet: Facet): Part {
  return PARTS.find(({ facets }) => facets.includes(facet)) ?? BASICS;
}

/** Something of it is there, and all of it could be read. */
function isWritten({ source: { tree }, brokenFacets }: Context, { id, facets }: Part): boolean {
  if (id === "text" || tree.root?.kind !== "map") return false;
  if (facets.some((facet) => (brokenFacets & facetBit(facet)) !== 0)) return false;
  const keys = tree.root.pairs.filter(({ value }) => value !== undefined).map(keyText);
  return keys.some((key) => facets.includes(facetOfKey(key)));
}
