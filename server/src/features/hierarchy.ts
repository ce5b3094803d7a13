import type { Span } from "../base/span.ts";
import { findSymbol, referencesTo, type Target } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Reference } from "../workspace/symbols.ts";
import { nameAt } from "./name-at.ts";

/** One step of the chain: something, and the places that say that it leads there. */
export interface Step {
  readonly target: Target;
  readonly spans: readonly Span[];
}

/** Fields that say what an entry serves … */
const SERVES: ReadonlySet<string> = new Set(["moves", "enables", "practices", "assesses", "use", "supports"]);
/** … and the one that says what serves it. */
const NEEDS = "requires";

/** The thing whose name stands at an offset, where it is a part of the chain. */
export function hierarchyItem(snapshot: Snapshot, uri: string, offset: number): Target | undefined {
  const target = nameAt(snapshot, uri, offset)?.target;
  return target && CHAIN.has(target.symbol.kind) ? target : undefined;
}

const CHAIN: ReadonlySet<string> = new Set([
  "activity",
  "assessment",
  "behavior",
  "definition",
  "goal",
  "metric",
  "objective",
]);

/** The thing at a path of keys, as `hierarchyItem` found it in an earlier state of the file. */
export function targetAt(snapshot: Snapshot, uri: string, path: readonly string[]): Target | undefined {
  const file = snapshot.files.get(uri);
  const symbol = file?.symbols.definitions.find((each) => each.path.join("\u0000") === path.join("\u0000"));
  return file && symbol && { file, symbol };
}

/** What leads to a thing: to a metric the behaviors that move it, to a behavior the objectives that enable it, and so on. */
export function leadingTo(snapshot: Snapshot, target: Target): readonly Step[] {
  const steps = referencesTo(snapshot, target).flatMap(({ file, reference }) => {
    const from = SERVES.has(fieldOf(reference)) && targetAt(snapshot, file.uri, entryOf(reference));
    return from ? [{ target: from, span: reference.span }] : [];
  });
  return grouped([...steps, ...namedIn(snapshot, target, (field) => field === NEEDS)]);
}

/** What a thing serves: an objective its behaviors, a behavior its metrics, a metric its definition and its goal. */
export function servedBy(snapshot: Snapshot, target: Target): readonly Step[] {
  const requiring = referencesTo(snapshot, target).flatMap(({ file, reference }) => {
    const from = fieldOf(reference) === NEEDS && targetAt(snapshot, file.uri, entryOf(reference));
    return from ? [{ target: from, span: reference.span }] : [];
  });
  return grouped([...namedIn(snapshot, target, (field) => SERVES.has(field)), ...requiring]);
}

interface Found {
  readonly target: Target;
  readonly span: Span;
}

function namedIn(snapshot: Snapshot, { file, symbol }: Target, isAsked: (field: string) => boolean): readonly Found[] {
  const context = snapshot.context(file.uri);
  if (!context) return [];
  return file.symbols.references.flatMap((reference) => {
    const isOwn = entryOf(reference).join("\u0000") === symbol.path.join("\u0000") && isAsked(fieldOf(reference));
    const target = isOwn ? findSymbol(context, reference.kind, reference.name) : undefined;
    return target ? [{ target, span: reference.span }] : [];
  });
}

function grouped(found: readonly Found[]): readonly Step[] {
  const steps = new Map<string, { target: Target; spans: Span[] }>();
  for (const { target, span } of found) {
    const key = [target.file.uri, ...target.symbol.path].join("\u0000");
    const step = steps.get(key);
    if (step) step.spans.push(span);
    else steps.set(key, { target, spans: [span] });
  }
  return [...steps.values()];
}

function fieldOf({ path }: Reference): string {
  return String(path[2] ?? "");
}

function entryOf({ path }: Reference): readonly string[] {
  return path.slice(0, 2).map(String);
}
