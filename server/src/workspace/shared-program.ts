import type { Span } from "../base/span.ts";
import type { Entry, Part, Section } from "../model/located.ts";
import type { Activity, Audience, Behavior, Metric, Money, Need, Program } from "../model/spec.ts";
import type { MapNode } from "../syntax/node.ts";
import { findInParts } from "./symbol-parts.ts";
import type { FileSymbols } from "./symbols.ts";

/** What other files see of a program. It holds none of the program's tree, so that it can outlive it. */
export interface SharedProgram
  extends Pick<Program, "id" | "title" | "status" | "launch" | "catalogs" | "rates" | "results"> {
  /** Its money, or the value of one of its metrics, was approved by somebody. */
  readonly isApproved: boolean;
  /** The names of the catalog's metrics that it takes. */
  readonly uses: readonly string[];
  readonly need: Pick<Need, "goal" | "exempt"> | undefined;
  readonly audience: Section<Pick<Audience, "id" | "role" | "size">> | undefined;
  readonly behaviors: Section<Pick<Behavior, "audience" | "moves">> | undefined;
  readonly activities: Section<Pick<Activity, "hours">> | undefined;
  readonly metrics: Section<SharedMetric> | undefined;
  readonly money: Pick<Money, "contribution" | "horizon" | "currency" | "costs" | "reach"> | undefined;
}

export type SharedMetric = Pick<Metric, "id" | "key" | "role" | "use" | "supports" | "definition" | "unit" | "source">;

/** The program itself, where its tree stays in memory anyway. */
export function sharedInPlace(program: Program, symbols: FileSymbols): SharedProgram {
  return {
    ...program,
    isApproved: isApproved(program),
    get uses() {
      return usedDefinitions(symbols);
    },
  };
}

function isApproved({ money, metrics }: Program): boolean {
  return Boolean(money?.approved ?? [...(metrics?.entries.values() ?? [])].some(({ value }) => value?.approved));
}

export function sharedOf(program: Program, symbols: FileSymbols): SharedProgram {
  const { id, title, status, launch, catalogs, rates, results, need, metrics, money } = program;
  return bare({
    id,
    title,
    status,
    launch,
    catalogs,
    rates,
    results,
    isApproved: isApproved(program),
    uses: usedDefinitions(symbols),
    need: need && pick(need, ["goal", "exempt"]),
    audience: entries(program.audience, ["role", "size"]),
    behaviors: entries(program.behaviors, ["audience", "moves"]),
    activities: entries(program.activities, ["hours"]),
    metrics: entries(metrics, ["role", "use", "supports", "definition", "unit", "source"]),
    money: money && pick(money, ["contribution", "horizon", "currency", "costs", "reach"]),
  });
}

/** The names of catalog metrics that a file uses. */
export function usedDefinitions(symbols: FileSymbols): readonly string[] {
  return [...new Set(findInParts(symbols, USED, usedIn))];
}

const USED = new WeakMap<FileSymbols, readonly string[]>();

function usedIn({ references }: FileSymbols): readonly string[] {
  return references.flatMap(({ kind, name }) => (kind === "definition" ? [name] : []));
}

function entries<T extends Entry, const K extends keyof T>(section: Section<T> | undefined, fields: readonly K[]) {
  if (!section) return undefined;
  const picked = [...section.entries].map(([id, entry]) => [id, pick(entry, ["id", ...fields])] as const);
  return { ...section, entries: new Map(picked) };
}

function pick<T extends Part, const K extends keyof T>(part: T, fields: readonly K[]): Pick<T, K | "key" | "wrong"> {
  const picked: Partial<Record<keyof T, unknown>> = {};
  for (const field of [...fields, "key", "wrong"] as const) picked[field] = part[field];
  return picked as Pick<T, K | "key" | "wrong">;
}

/** A copy in which no place is a node of the tree, and parts have no node. */
function bare<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, copy(inner)]));
  if (value instanceof Set) return value;
  if (isSpan(value)) return { block: value.block, start: value.start, end: value.end };
  const result: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) result[field] = field === "node" ? NO_NODE : copy(inner);
  return result;
}

function isSpan(value: object): value is Span {
  return "block" in value;
}

const NO_NODE: MapNode = { block: { uri: "" }, start: 0, end: 0, kind: "map", flow: false, pairs: [] };
