import type { Day } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Part } from "../model/located.ts";
import { shapeOfDocument } from "../model/lower.ts";
import type { Context } from "../workspace/context.ts";
import { type Measure, measureOfMetric } from "../workspace/measure.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { programsAffected } from "./affected-programs.ts";
import type { Change, Consequence } from "./change.ts";
import { changeOfWhole } from "./change-of-whole.ts";
import { consequencesOf } from "./consequences.ts";
import { type Difference, differencesOf, noteRenames } from "./differences.ts";
import { joined, judge } from "./judge.ts";
import { Names } from "./names.ts";
import { type FilePair, pairFiles } from "./pair-files.ts";
import { titleOf } from "./part-words.ts";
import { renameNotes } from "./rename-notes.ts";
import { resolvedProgram } from "./resolved-program.ts";
import { resultsChanges } from "./results-changes.ts";
import { programDifferences, type WasFile } from "./review-program.ts";
import type { Scene } from "./scene.ts";
import { goalpostReasons, isSettled, standingOf } from "./standing.ts";

/** One state of the specs that are compared. */
export interface Side {
  readonly snapshot: Snapshot;
  /** The files that were asked for, with the path that both sides have in common. */
  readonly paths: ReadonlyMap<string, string>;
}

/** What two states of specs say differently, and what that means. */
export interface Review {
  /** Documents with changes, or on which a change elsewhere has consequences; the gravest first. */
  readonly documents: readonly ReviewedDocument[];
  readonly unreadable: readonly UnreadableSide[];
  /** Documents that mean the same on both sides. */
  readonly unchanged: number;
}

export interface ReviewedDocument {
  readonly kind: "catalog" | "config" | "program";
  readonly title: string;
  readonly before: SpecFile | undefined;
  readonly after: SpecFile | undefined;
  /** Names and paths that are new and change nothing. */
  readonly renames: readonly Message[];
  /** Goalpost moves first, then what weakens. */
  readonly changes: readonly Change[];
  readonly consequences: readonly Consequence[];
}

/** A document of which something could not be read, so that changes in it may be hidden. */
export interface UnreadableSide {
  readonly side: "after" | "before";
  readonly file: SpecFile;
  readonly at: Span;
  readonly message: Message;
}

export interface ReviewOptions {
  /** The day of the changes: what was launched by then is settled. */
  readonly day: Day;
  /** Whether a document at that path was asked for; the others are what is around it. All where it is absent. */
  readonly isAsked?: (path: string) => boolean;
  /** Paths that are known to have moved. */
  readonly moved?: ReadonlyMap<string, string>;
}

/** Compares two states by meaning. Documents that are no part of either side's paths count as what is around them. */
export function reviewOf(before: Side, after: Side, options: ReviewOptions): Review {
  const { day, moved = new Map(), isAsked = () => true } = options;
  const pairs = pairFiles(filesOf(before), filesOf(after), moved);
  const names = new Names();
  const was = new Map(pairs.flatMap((pair) => (pair.before && pair.after ? [[pair.after.uri, pair.before.uri]] : [])));
  const shared: Shared = {
    names,
    wasFile: (uri) => was.get(uri),
    paths: { before: before.paths, after: after.paths },
    day,
    before: before.snapshot,
    after: after.snapshot,
  };
  for (const pair of pairs) noteNames(pair, shared);
  const asked = pairs.filter((pair) => {
    const paths = [before.paths.get(pair.before?.uri ?? ""), after.paths.get(pair.after?.uri ?? "")];
    return paths.some((path) => path !== undefined && isAsked(path));
  });
  const unreadable = asked.flatMap(unreadableIn);
  const documents = asked.flatMap((pair) => reviewedOf(pair, shared) ?? []);
  const told = documents.filter(
    ({ changes, consequences, renames }) => changes.length + consequences.length + renames.length > 0,
  );
  return { documents: told.sort(gravestFirst), unreadable, unchanged: asked.length - told.length };
}

interface Shared {
  readonly names: Names;
  readonly wasFile: WasFile;
  readonly paths: { readonly before: Side["paths"]; readonly after: Side["paths"] };
  readonly day: Day;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

function filesOf({ snapshot, paths }: Side): ReadonlyMap<string, SpecFile> {
  const found = new Map<string, SpecFile>();
  for (const [uri, path] of paths) {
    const file = snapshot.files.get(uri);
    if (file && !file.results) found.set(path, file);
  }
  return found;
}

/** Entries of programs are looked at with their definitions, which a rename may have moved to a catalog. */
function noteNames({ before, after }: FilePair, { names, ...snapshots }: Shared): void {
  const [a, b] = [before && snapshots.before.context(before.uri), after && snapshots.after.context(after.uri)];
  const shape = before?.document && shapeOfDocument(before.document.is);
  if (!shape || !a || !b || before.tree.source === after?.tree.source) return;
  const [old, now] = [documentOf(a), documentOf(b)];
  if (old && now) noteRenames(old, now, shape, names);
}

function documentOf(context: Context): Part | undefined {
  return context.program ? resolvedProgram(context, context.program) : context.file.document;
}

function unreadableIn({ before, after }: FilePair): UnreadableSide[] {
  if (before?.tree.source === after?.tree.source) return [];
  return (
    [
      ["before", before],
      ["after", after],
    ] as const
  ).flatMap(([side, file]) => {
    const problem = file?.tree.problems.find(({ fatal }) => fatal);
    if (file && problem) return [{ side, file, at: problem.span, message: problem.message }];
    const [shape] = file && !file.document ? file.shape : [];
    return file && shape ? [{ side, file, at: shape.span, message: shape.message }] : [];
  });
}

function reviewedOf({ before, after }: FilePair, shared: Shared): ReviewedDocument | undefined {
  const [a, b] = [before && shared.before.context(before.uri), after && shared.after.context(after.uri)];
  const kind = (after ?? before)?.document?.is ?? before?.document?.is;
  const context = b ?? a;
  if (!kind || !context) return undefined;
  const title = titleOf(b?.file.document ? b : (a ?? context), context.file.uri.split("/").at(-1) ?? "");
  const made = { kind, title, before, after, renames: [], changes: [], consequences: [] } as const;
  if (!a || !b) {
    const change = changeOfWhole(a, b, title, shared.day);
    return { ...made, changes: change ? [change] : [] };
  }
  const renames = renameNotes(a, b, shared);
  if (isUntouched(a, b)) return { ...made, renames };
  const changes = changesOf(a, b, shared);
  const changed = new Set([
    ...changes.map(({ path }) => path[0] ?? ""),
    ...(isSharedTouched(a, b) ? ["metrics", "rates"] : []),
  ]);
  const consequences = kind === "program" ? consequencesOf(a, b, { names: shared.names, changed }) : [];
  return { ...made, renames, changes: changes.sort(byGravity), consequences };
}

/** The same text with the same files around it. */
function isUntouched(a: Context, b: Context): boolean {
  const isSame = a.file.tree.source === b.file.tree.source && !isSharedTouched(a, b);
  return isSame && textsOf(a, a.file.links).every((text, at) => text === textsOf(b, b.file.links)[at]);
}

/** A catalog that it takes from says something else. */
function isSharedTouched(a: Context, b: Context): boolean {
  const [old, now] = [textsOf(a, a.links.seen), textsOf(b, b.links.seen)];
  return old.length !== now.length || old.some((text, at) => text !== now[at]);
}

/** The source counts rows of a table that is too long to be kept as well. */
function textsOf({ snapshot }: Context, uris: readonly string[]): (string | number | undefined)[] {
  return uris.map((uri) => {
    const file = snapshot.files.get(uri);
    return file?.tree.source || file?.results?.rowCount;
  });
}

function changesOf(a: Context, b: Context, shared: Shared): Change[] {
  const [old, now] = [a.file.document, b.file.document];
  if (!old || !now || a.file.tree.broken.all || b.file.tree.broken.all) return [];
  const shape = shapeOfDocument(now.is);
  const differences =
    a.program && b.program
      ? programDifferences(a, b, { before: a.program, after: b.program }, shared)
      : shape
        ? differencesOf(old, now, shape, shared.names)
        : [];
  const scene = sceneOf(a, b, shared);
  const changes = differences
    .filter((difference) => !isHidden(difference, a, b))
    .flatMap((difference) => {
      const change = now.is === "catalog" ? judgeShared(difference, scene, shared) : judge(difference, scene);
      return change ?? [];
    });
  return a.program && b.program ? [...changes, ...resultsChanges(a, b, shared.names)] : changes;
}

/** It may stand in the part that could not be read. */
function isHidden({ path, before, after }: Difference, a: Context, b: Context): boolean {
  const key = path[0] ?? "";
  return (!before && a.file.tree.broken.keys.has(key)) || (!after && b.file.tree.broken.keys.has(key));
}

/** A definition that programs under way rest on is as settled as they are. */
function judgeShared(difference: Difference, scene: Scene, { day }: Shared): Change | undefined {
  const affected = programsAffected(difference, scene.before, scene.after);
  const standings = affected.map((context) => ({ context, standing: standingOf(context, day) }));
  const settled = standings.find(({ standing }) => isSettled(standing));
  const change = judge(difference, settled ? { ...scene, standing: settled.standing } : scene);
  if (!change) return undefined;
  const titles = affected.map((context) => titleOf(context, context.file.uri));
  if (!DEFINING.has(change.topic)) return { ...change, affects: titles };
  const goalpost = standings.flatMap(({ standing }, index): Message[] => {
    const reasons = goalpostReasons(standing, false);
    return reasons.length === 0 ? [] : [say`${titles[index] ?? ""}: ${joined(reasons)}`];
  });
  return { ...change, affects: titles, goalpost };
}

/** What programs that are under way rest on. */
const DEFINING: ReadonlySet<string> = new Set(["definition", "target"]);

function sceneOf(before: Context, after: Context, { names, day }: Shared): Scene {
  const measure = (context: Context, [root, id = ""]: readonly string[]): Measure | undefined => {
    if (root === "metrics") {
      const view = context.metrics.get(id);
      return view && measureOfMetric(view);
    }
    return context.measures.find((each) => each.is === "behavior" && each.id === id);
  };
  return {
    before,
    after,
    standing: standingOf(before, day),
    nameAfter: names.after,
    measures: ({ path, pathBefore }) => ({ before: measure(before, pathBefore), after: measure(after, path) }),
  };
}

const GRAVITY: Readonly<Record<Change["class"], number>> = { weakened: 1, new: 2, clarified: 3, strengthened: 4 };

function gravityOf({ class: kind, goalpost }: Change): number {
  return goalpost.length > 0 ? 0 : GRAVITY[kind];
}

function byGravity(a: Change, b: Change): number {
  return gravityOf(a) - gravityOf(b);
}

function gravestFirst(a: ReviewedDocument, b: ReviewedDocument): number {
  const [first, second] = [a, b].map(({ changes }) => Math.min(9, ...changes.map(gravityOf)));
  return (first ?? 9) - (second ?? 9) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
}
