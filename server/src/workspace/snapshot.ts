import type { Day } from "../base/date.ts";
import type { Span, Stretch } from "../base/span.ts";
import { Context } from "./context.ts";
import { Contexts } from "./contexts.ts";
import { Portfolio } from "./portfolio.ts";
import type { SpecFile } from "./spec-file.ts";
import type { Reference } from "./symbols.ts";
import { resolveUri } from "./uri.ts";

/** Why a file that something points to cannot be used. */
export type Unreadable = "missing" | "folder" | "unreadable" | "too-large";

/** A file as it was committed once. */
export interface EarlierVersion {
  /** The day it was committed. */
  readonly day: Day;
  readonly file: SpecFile;
}

/** A reference and the file it stands in. */
export interface NamedReference {
  readonly file: SpecFile;
  readonly reference: Reference;
}

/** The workspace at one moment. Immutable; what it computes it computes once. */
export class Snapshot {
  readonly files: ReadonlyMap<string, SpecFile>;
  readonly unreadable: ReadonlyMap<string, Unreadable>;
  readonly today: Day;
  /** The same number for snapshots between which nothing changed that programs have in common. */
  readonly shared: number;
  /** All files of the workspace have been read. */
  readonly isWhole: boolean;
  /** What the door knows of earlier states of files, the oldest first; a file that is absent has no known past. */
  readonly history: ReadonlyMap<string, readonly EarlierVersion[]>;
  readonly #contexts: Contexts;
  #portfolio: Portfolio | undefined;
  /** That of an earlier snapshot, as long as nobody has asked for that of this one. */
  #portfolioBefore: Portfolio | undefined;
  #references: ReadonlyMap<string, readonly NamedReference[]> | undefined;
  #namers: ReadonlyMap<string, readonly SpecFile[]> | undefined;

  /** `contexts` is that of the workspace, so that each snapshot takes over what still holds. */
  constructor(
    files: ReadonlyMap<string, SpecFile>,
    unreadable: ReadonlyMap<string, Unreadable>,
    today: Day,
    {
      shared = 0,
      isWhole = true,
      contexts = new Contexts(),
      history = new Map(),
      before,
    }: {
      shared?: number;
      isWhole?: boolean;
      contexts?: Contexts;
      history?: ReadonlyMap<string, readonly EarlierVersion[]>;
      /** The one before, whose portfolio may still hold. */
      before?: Snapshot | undefined;
    } = {},
  ) {
    if (before?.shared === shared) this.#portfolioBefore = before.#portfolio ?? before.#portfolioBefore;
    this.history = history;
    this.files = files;
    this.unreadable = unreadable;
    this.today = today;
    this.shared = shared;
    this.isWhole = isWhole;
    this.#contexts = contexts;
  }

  /** The file at a path that is written in another file. */
  fileAt(from: string, path: string): SpecFile | Unreadable {
    const uri = resolveUri(from, path);
    return this.files.get(uri) ?? this.unreadable.get(uri) ?? "missing";
  }

  /** How a document sees its workspace; undefined for a file that the workspace does not hold. */
  context(uri: string): Context | undefined {
    const latest = this.#contexts.get(uri);
    if (latest?.snapshot === this) return latest;
    const file = this.files.get(uri);
    if (!file) return undefined;
    const context = new Context(this, file, latest ? { before: latest } : {});
    this.#contexts.set(uri, context);
    return context;
  }

  /** Lets go of what is known of a file that nobody will look at soon; it is found out again when somebody does. */
  leave(uri: string): void {
    this.#contexts.leave(uri);
  }

  /** What its programs are together. */
  get portfolio(): Portfolio {
    this.#portfolio ??= new Portfolio(this, this.#portfolioBefore);
    this.#portfolioBefore = undefined;
    return this.#portfolio;
  }

  get hasPrograms(): boolean {
    for (const { kind } of this.files.values()) if (kind === "program") return true;
    return false;
  }

  /** All references of the snapshot with that name, whatever they mean by it. */
  referencesNamed(name: string): readonly NamedReference[] {
    this.#references ??= this.#indexReferences();
    return this.#references.get(name) ?? [];
  }

  #indexReferences(): ReadonlyMap<string, readonly NamedReference[]> {
    const index = new Map<string, NamedReference[]>();
    for (const file of this.files.values()) {
      for (const reference of file.symbols.references) {
        const list = index.get(reference.name);
        if (list) list.push({ file, reference });
        else index.set(reference.name, [{ file, reference }]);
      }
    }
    return index;
  }

  /** The programs whose `results` name a file. */
  programsNaming(resultsUri: string): readonly SpecFile[] {
    this.#namers ??= this.#indexNamers();
    return this.#namers.get(resultsUri) ?? [];
  }

  #indexNamers(): ReadonlyMap<string, readonly SpecFile[]> {
    const index = new Map<string, SpecFile[]>();
    for (const file of this.files.values()) {
      const path = file.shared?.results?.value;
      if (path === undefined) continue;
      const uri = resolveUri(file.uri, path);
      index.set(uri, [...(index.get(uri) ?? []), file]);
    }
    return index;
  }

  /** Whether a span is one of a text of this snapshot. */
  holds(span: Span): boolean {
    return this.files.get(span.block.uri)?.holds(span) === true;
  }

  /** Where a span stands in the file it belongs to. */
  place(span: Span): { readonly file: SpecFile; readonly at: Stretch } | undefined {
    const file = this.files.get(span.block.uri);
    return file && { file, at: file.offsetOf(span) };
  }
}
