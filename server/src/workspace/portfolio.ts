import type { Day } from "../base/date.ts";
import type { Located } from "../model/located.ts";
import type { Goal } from "../model/spec.ts";
import { addDuration } from "../model/time.ts";
import { groupBy } from "./group-by.ts";
import {
  type Claim,
  type Overclaim,
  overclaimsIn,
  rolesMoving,
  type SharedChange,
  sharedChangesIn,
} from "./portfolio-claims.ts";
import { type DefinedAs, type DefinedMetric, DefinitionIndex } from "./portfolio-definitions.ts";
import { type Effort, effortOf } from "./portfolio-effort.ts";
import { isUnderWay, type PortfolioProgram } from "./portfolio-program.ts";
import { plainRole } from "./same-role.ts";
import { isIgnored } from "./settings.ts";
import { sharesTheSame } from "./shared-facts.ts";
import { type SharedProgram, usedDefinitions } from "./shared-program.ts";
import type { Snapshot } from "./snapshot.ts";
import type { SpecFile } from "./spec-file.ts";

/** The people of a program as others see them. */
type SharedAudience =
  NonNullable<SharedProgram["audience"]>["entries"] extends ReadonlyMap<string, infer A> ? A : never;

/** The people of a role who are trained from a day on. */
export interface Intake {
  readonly of: PortfolioProgram;
  readonly audience: SharedAudience;
  readonly role: Located<string>;
  readonly launch: Day;
}

/** A goal and the catalog that defines it. */
export interface GoalOfCatalog {
  readonly file: SpecFile;
  readonly goal: Goal;
}

/** What is made of the programs of a workspace, once. Addresses stand for files that may have changed in other things. */
interface Indices {
  programs?: readonly PortfolioProgram[];
  byId?: ReadonlyMap<string, readonly PortfolioProgram[]>;
  overclaims?: ReadonlyMap<SpecFile, readonly Overclaim[]>;
  shared?: ReadonlyMap<SpecFile, readonly SharedChange[]>;
  intakes?: ReadonlyMap<string, readonly Intake[]>;
  /** `users`: the catalogs that some program takes something from. */
  served?: { goals: ReadonlyMap<Goal, readonly PortfolioProgram[]>; users: ReadonlySet<string> };
  definitions?: DefinitionIndex;
  /** By the name of a catalog's metric, who takes it. */
  users?: ReadonlyMap<string, readonly { readonly name: string; readonly uri: string }[]>;
  readonly efforts: Map<Goal, Effort>;
}

/**
 * What the programs of a workspace are together. Each index is made once, when it is first asked for, and is that of
 * later snapshots too, as long as nothing changes that programs have in common.
 */
export class Portfolio {
  readonly #snapshot: Snapshot;
  readonly #made: Indices;
  readonly #catalogs = new Map<SpecFile, readonly SpecFile[]>();

  /** What is made of `before` is used where it still holds. */
  constructor(snapshot: Snapshot, before?: Portfolio) {
    this.#snapshot = snapshot;
    this.#made = before && saysTheSame(before.#snapshot, snapshot) ? before.#made : { efforts: new Map() };
  }

  /** All programs, in the order of their files' addresses. What the configuration leaves out is none of them. */
  get programs(): readonly PortfolioProgram[] {
    this.#made.programs ??= [...this.#snapshot.files.values()].flatMap((file) => this.#programOf(file)).sort(byAddress);
    return this.#made.programs;
  }

  /** Whether a file is a program that counts. */
  holds(file: SpecFile): boolean {
    return file.kind === "program" && !isIgnored(this.#snapshot.files, file.uri);
  }

  withId(id: string): readonly PortfolioProgram[] {
    this.#made.byId ??= groupBy(this.programs, ({ program }) => program.id?.value);
    return this.#made.byId.get(id) ?? [];
  }

  /** Whether any file takes a metric from the catalog that defines it. */
  usesDefinition(catalog: SpecFile, id: string): boolean {
    this.#made.users ??= groupBy(
      [...this.#snapshot.files.values()].flatMap((file) =>
        (file.shared?.uses ?? usedDefinitions(file.symbols)).map((name) => ({ name, uri: file.uri })),
      ),
      ({ name }) => name,
    );
    const { files } = this.#snapshot;
    const isTaken = (file: SpecFile | undefined) => file !== undefined && this.#homeOf(file, id) === catalog;
    return this.#made.users.get(id)?.some(({ uri }) => isTaken(files.get(uri))) === true;
  }

  /** Some other metrics of the workspace that mean the same as one. */
  twinsOf(file: SpecFile, definition: DefinedAs): readonly DefinedMetric[] {
    const { files } = this.#snapshot;
    this.#made.definitions ??= new DefinitionIndex(
      [...files.values()].filter(({ uri }) => !isIgnored(files, uri)).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    );
    const twins = this.#made.definitions.twinsOf(file.uri, definition, 3);
    return twins.map((twin) => ({ ...twin, file: files.get(twin.file.uri) ?? twin.file }));
  }

  /** Where the shares of a program, with those of others, are more than all of a change. */
  overclaimsOf(file: SpecFile): readonly Overclaim[] {
    this.#made.overclaims ??= overclaimsIn(
      this.programs.flatMap((each) =>
        isUnderWay(each.status) || each.status === "evaluated" ? [...this.#claimsOf(each)] : [],
      ),
    );
    return this.#made.overclaims.get(file) ?? [];
  }

  /** The changes that a program claims together with others, drafts among them. */
  sharedChangesOf(file: SpecFile): readonly SharedChange[] {
    this.#made.shared ??= sharedChangesIn(
      this.programs.flatMap((each) => (each.status === "retired" ? [] : [...this.#claimsOf(each)])),
    );
    return this.#made.shared.get(file) ?? [];
  }

  /** All who are trained in a role, by the day on which it starts. */
  intakesOf(role: string): readonly Intake[] {
    this.#made.intakes ??= groupBy(
      this.programs.flatMap(intakesOf).sort((a, b) => a.launch - b.launch),
      (intake) => plainRole(intake.role.value),
    );
    return this.#made.intakes.get(plainRole(role)) ?? [];
  }

  /** The programs that name a goal, or whose metrics support it. */
  serving(goal: Goal): readonly PortfolioProgram[] {
    return this.#goals().goals.get(goal) ?? [];
  }

  /** The goals of all catalogs. */
  get goals(): readonly GoalOfCatalog[] {
    return [...this.#snapshot.files.values()].flatMap((file) =>
      file.kind === "catalog" && file.document?.is === "catalog" && !isIgnored(this.#snapshot.files, file.uri)
        ? [...(file.document.goals?.entries.values() ?? [])].map((goal) => ({ file, goal }))
        : [],
    );
  }

  /** Whether a program that should serve a goal takes anything from the catalog. */
  isUsed(catalog: SpecFile): boolean {
    return this.#goals().users.has(catalog.uri);
  }

  /** The goal that a document means by an id. */
  goalOf(file: SpecFile, id: string): GoalOfCatalog | undefined {
    for (const each of this.#catalogsOf(file)) {
      const goal = each.document?.is === "catalog" ? each.document.goals?.entries.get(id) : undefined;
      if (goal) return { file: each, goal };
    }
    return undefined;
  }

  effortFor(goal: Goal): Effort {
    const known = this.#made.efforts.get(goal);
    if (known) return known;
    const effort = effortOf(
      this.serving(goal).filter(({ status, program }) => isUnderWay(status) && program.need?.goal?.value === goal.id),
      (file, name) => this.#rate(file, name),
    );
    this.#made.efforts.set(goal, effort);
    return effort;
  }

  #programOf(file: SpecFile): readonly PortfolioProgram[] {
    const program = file.shared;
    if (!program || isIgnored(this.#snapshot.files, file.uri)) return [];
    const name = program.title?.value ?? program.id?.value ?? file.uri;
    return [{ file, program, name, status: program.status?.value ?? "planned" }];
  }

  /** Only what counts as money: primary metrics, in programs with a horizon. */
  *#claimsOf(of: PortfolioProgram): Iterable<Claim> {
    const { program, file } = of;
    const { launch, money } = program;
    if (!launch || !money?.contribution || !money.horizon) return;
    const window = { from: launch.value, to: addDuration(launch.value, money.horizon.value) };
    for (const metric of program.metrics?.entries.values() ?? []) {
      if (metric.role?.value !== "primary" || !metric.use) continue;
      const definition = this.#definitionIn(file, metric.use.value);
      if (definition === undefined) continue;
      for (const role of rolesMoving(program, metric.id))
        yield { of, metric: definition, role, share: money.contribution, ...window };
    }
  }

  /** The address of a catalog's metric; undefined for one of the library, which no two programs share. */
  #definitionIn(file: SpecFile, id: string): string | undefined {
    const home = this.#homeOf(file, id);
    return home && `${home.uri}#${id}`;
  }

  /** The catalog that a file takes a metric from. */
  #homeOf(file: SpecFile, id: string): SpecFile | undefined {
    return this.#catalogsOf(file).find(
      ({ document }) => document?.is === "catalog" && document.metrics?.entries.has(id),
    );
  }

  #goals() {
    if (this.#made.served) return this.#made.served;
    const goals = new Map<Goal, PortfolioProgram[]>();
    const users = new Set<string>();
    for (const each of this.programs) {
      if (each.status === "retired") continue;
      if (!each.program.need?.exempt) for (const { uri } of this.#catalogsOf(each.file)) users.add(uri);
      for (const id of this.goalIdsOf(each)) {
        const found = this.goalOf(each.file, id)?.goal;
        if (!found) continue;
        const list = goals.get(found);
        if (list) list.push(each);
        else goals.set(found, [each]);
      }
    }
    this.#made.served = { goals, users };
    return this.#made.served;
  }

  /** The ids of the goals that a program names or supports, the named one first. */
  goalIdsOf({ program, file }: PortfolioProgram): ReadonlySet<string> {
    const ids = new Set<string>();
    if (program.need?.goal) ids.add(program.need.goal.value);
    for (const { supports, use } of program.metrics?.entries.values() ?? []) {
      if (supports) ids.add(supports.value);
      if (!use) continue;
      for (const { document } of this.#catalogsOf(file)) {
        const goal = document?.is === "catalog" && document.metrics?.entries.get(use.value)?.supports;
        if (goal) ids.add(goal.value);
      }
    }
    return ids;
  }

  #rate(file: SpecFile, name: string): number | undefined {
    const own = file.shared?.rates?.entries.get(name)?.value;
    if (own !== undefined) return own;
    for (const { document } of this.#catalogsOf(file)) {
      const rate = document?.is === "catalog" ? document.rates?.entries.get(name)?.value : undefined;
      if (rate !== undefined) return rate;
    }
    return undefined;
  }

  /** The catalogs that a file uses, nearest first; a catalog begins with itself. */
  #catalogsOf(file: SpecFile): readonly SpecFile[] {
    const known = this.#catalogs.get(file);
    if (known) return known;
    const found = new Set<SpecFile>(file.kind === "catalog" ? [file] : []);
    const queue = [...file.links];
    for (const uri of queue) {
      const next = this.#snapshot.files.get(uri);
      if (next?.kind !== "catalog" || found.has(next)) continue;
      found.add(next);
      queue.push(...next.links);
    }
    const catalogs = [...found];
    this.#catalogs.set(file, catalogs);
    return catalogs;
  }
}

/** Whether snapshots differ in nothing but catalogs, and those say the same of what programs have in common. */
function saysTheSame(one: Snapshot, other: Snapshot): boolean {
  if (one.shared !== other.shared || one.files.size !== other.files.size) return false;
  for (const [uri, file] of other.files) {
    const was = one.files.get(uri);
    if (was !== file && !(was && file.kind === "catalog" && sharesTheSame(was, file))) return false;
  }
  return true;
}

function intakesOf(of: PortfolioProgram): readonly Intake[] {
  const { launch, audience } = of.program;
  if (!launch || !isUnderWay(of.status)) return [];
  return [...(audience?.entries.values() ?? [])].flatMap((each) =>
    each.role ? [{ of, audience: each, role: each.role, launch: launch.value }] : [],
  );
}

function byAddress(a: PortfolioProgram, b: PortfolioProgram): number {
  return a.file.uri < b.file.uri ? -1 : a.file.uri > b.file.uri ? 1 : 0;
}
