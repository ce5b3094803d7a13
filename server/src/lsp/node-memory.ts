import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { VERSION } from "../base/version.ts";
import { digestOf } from "../host/digest.ts";
import { pathOfUri } from "../host/file-uri.ts";
import { stateOf } from "../host/git-head.ts";
import { byRepository, type CommittedText, digestOfPast, pastsOf } from "../host/git-history.ts";
import { repositoryAbove } from "../host/git-ignore.ts";
import type { HistoryOf } from "../host/load-history.ts";
import { recordOf } from "../host/program-records.ts";
import { SealedLines } from "../host/sealed-lines.ts";
import { userCacheFolder } from "../host/user-cache-folder.ts";
import { hasSettled } from "../review/settled-version.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type ProgramFacts, ReadFile, type SpecFile } from "../workspace/spec-file.ts";
import { Breath } from "./breath.ts";
import { type Earlier, type Entry, type Known, readEarlier, type Summary, tidy } from "./kept-session.ts";
import type { Memory, MemoryOptions, Told } from "./memory.ts";

/** To be counted up when what is kept, or what it means, becomes something else. */
const FORMAT = 2;

interface KnownText {
  readonly text: string;
  readonly digest: string;
  /** Digest of what others see of it, where it is a program and somebody had to know. */
  says?: string | undefined;
}

/** Keeps what a session found out in a file on the disk of the machine that the server runs on. */
export class NodeMemory implements Memory {
  readonly #file: string;
  /** What must be the same for anything to be used. */
  readonly #build: string;
  readonly #settings: readonly unknown[];
  readonly #asksPast: boolean;
  #earlier: Earlier | undefined;
  readonly #texts = new Map<string, KnownText>();
  readonly #heads = new Map<string, string>();
  /** Digests of what Git knows of files. */
  readonly #pasts = new Map<string, string>();
  readonly #tops = new Map<string, string>();
  #told = new Map<string, Told>();
  /** The state that was compared with the earlier one. */
  #compared: Pick<Snapshot, "files" | "unreadable" | "shared" | "today"> | undefined;

  /** `program`: path of the server's own program; another one may say something else. */
  constructor(program: string, { storage, folders, asksPast, settings }: MemoryOptions) {
    const named = storage?.startsWith("file:") ? pathOfUri(storage) : storage;
    const name = `${digestOf([...folders].sort().join("\n"))
      .replace(/\W/g, "")
      .slice(0, 20)}.findings`;
    this.#file = path.join(named ?? userCacheFolder("training-spec"), name);
    this.#build = JSON.stringify([FORMAT, VERSION, stampOf(program)]);
    this.#settings = [asksPast, ...settings];
    this.#asksPast = asksPast;
  }

  async open(): Promise<void> {
    this.#earlier = await readEarlier(this.#file, this.#build);
  }

  factsOf(uri: string, text: string): ProgramFacts | undefined {
    const known = this.#earlier?.files.get(uri);
    const digest = digestOf(text);
    this.#texts.set(uri, { text, digest });
    if (!known?.links || known.digest !== digest) return undefined;
    const { links, shared, symbols } = known;
    return {
      links,
      symbols,
      get shared() {
        return JSON.parse(shared);
      },
    };
  }

  async compare(snapshot: Snapshot): Promise<void> {
    this.#told.clear();
    const earlier = this.#earlier;
    if (!earlier || earlier.key !== this.#keyOn(snapshot)) return;
    if (earlier.common !== (await this.#commonOf(snapshot))) return;
    const same = [...earlier.files.values()].filter(
      (known) => known.from && [known.uri, ...known.from].every((uri) => this.#isAsKept(snapshot, uri)),
    );
    const changed = await this.#withAnotherPast(same, earlier);
    for (const { uri, from, items } of same) if (from && !changed.has(uri)) this.#told.set(uri, toldOf(from, items));
    const { files, unreadable, shared, today } = snapshot;
    this.#compared = { files, unreadable, shared, today };
  }

  told(snapshot: Snapshot, uri: string): Told | undefined {
    const told = this.#told.get(uri);
    const was = this.#compared;
    if (!told || !was || snapshot.shared !== was.shared || snapshot.today !== was.today) return undefined;
    const isSame = (each: string): boolean =>
      snapshot.files.get(each)?.text === was.files.get(each)?.text &&
      snapshot.unreadable.get(each) === was.unreadable.get(each);
    return isSame(uri) && told.from.every(isSame) ? told : undefined;
  }

  noting(historyOf: HistoryOf): HistoryOf {
    return async (uris) => {
      for (const top of byRepository(uris).keys()) if (!this.#heads.has(top)) this.#heads.set(top, await stateOf(top));
      const found = await historyOf(uris);
      for (const uri of uris) this.#pasts.set(uri, pastIn(found, uri));
      return found;
    };
  }

  async keep(
    snapshot: Snapshot,
    said: (uri: string) => Told | undefined,
    isOver: () => boolean,
  ): Promise<string | undefined> {
    let lines: SealedLines | undefined;
    try {
      lines = new SealedLines(this.#file);
      lines.add(this.#build);
      const breath = new Breath();
      for (const file of snapshot.files.values()) {
        await breath.taken();
        if (isOver()) return lines.giveUp();
        const told = file.uri.startsWith("file:") ? said(file.uri) : undefined;
        for (const line of this.#linesOf(file, told, snapshot)) lines.add(line);
      }
      const common = await this.#commonOf(snapshot);
      if (isOver()) return lines.giveUp();
      const summary: Summary = { key: this.#keyOn(snapshot), common, heads: [...this.#heads] };
      lines.add(JSON.stringify(summary));
      lines.close();
      tidy(path.dirname(this.#file));
      return undefined;
    } catch (error) {
      lines?.giveUp();
      return String(error);
    }
  }

  #linesOf(file: SpecFile, told: Told | undefined, { today }: Snapshot): readonly string[] {
    const { uri } = file;
    const text = this.#textOf(file);
    const known = this.#knownOf(file);
    const record = known ? undefined : recordOf(file, text.digest);
    text.says ??= known?.says ?? record?.says;
    const isSettled = told && this.#asksPast && hasSettled(file, today);
    const past = isSettled ? { top: this.#topOf(uri), versions: this.#pasts.get(uri) ?? "" } : undefined;
    const links = known?.links ?? record?.links;
    const entry: Entry = { uri, digest: text.digest, says: text.says, links, from: told?.from, past };
    const shared = known?.shared ?? (record ? JSON.stringify(record.shared) : "");
    const symbols = record && file instanceof ReadFile ? file.symbolsText : (known?.symbols ?? "");
    return [JSON.stringify(entry), shared, symbols, told ? JSON.stringify(told.items) : ""];
  }

  /** What an earlier session knew of the same text of a program. */
  #knownOf(file: SpecFile): Known | undefined {
    const known = this.#earlier?.files.get(file.uri);
    return known?.links && known.digest === this.#textOf(file).digest ? known : undefined;
  }

  /** Those of which Git knows something else now; it is asked where its repository is at another commit. */
  async #withAnotherPast(all: readonly Known[], { heads }: Earlier): Promise<ReadonlySet<string>> {
    const moved = new Set<string>();
    for (const [top, state] of heads) {
      const now = await stateOf(top);
      this.#heads.set(top, now);
      if (now !== state) moved.add(top);
    }
    const changed = new Set<string>();
    const unsure = new Map<string, string>();
    for (const { uri, past } of all) {
      if (past === undefined) continue;
      if (!this.#pasts.has(uri)) this.#pasts.set(uri, past.versions);
      if (past.top !== this.#topOf(uri)) changed.add(uri);
      else if (moved.has(past.top)) unsure.set(uri, past.versions);
    }
    const pasts = unsure.size === 0 ? undefined : await pastsOf([...unsure.keys()]);
    for (const [uri, versions] of unsure) if ((pasts?.get(uri) ?? "") !== versions) changed.add(uri);
    return changed;
  }

  /** Whether a file says what it said when it was kept; what stands in the place of one that cannot be read is common. */
  #isAsKept({ files }: Snapshot, uri: string): boolean {
    const file = files.get(uri);
    return this.#earlier?.files.get(uri)?.digest === (file && this.#textOf(file).digest);
  }

  /** Which files there are, what programs say to others, and all that the others say. */
  async #commonOf({ files, unreadable }: Snapshot): Promise<string> {
    const hash = createHash("sha1");
    const breath = new Breath();
    // Where a file might have been is looked for more often when something is open.
    const there = [...unreadable].flatMap(([uri, why]) => (why === "missing" ? [] : uri));
    for (const uri of [...files.keys(), ...there].sort()) {
      await breath.taken();
      const file = files.get(uri);
      const says = file?.kind === "program" ? this.#saysOf(file) : undefined;
      hash.update(`${uri} ${says ?? (file ? this.#textOf(file).digest : unreadable.get(uri))}\n`);
    }
    return hash.digest("base64");
  }

  #saysOf(file: SpecFile): string | undefined {
    const text = this.#textOf(file);
    text.says ??= this.#knownOf(file)?.says ?? recordOf(file, text.digest)?.says;
    return text.says;
  }

  #textOf({ uri, text }: SpecFile): KnownText {
    const known = this.#texts.get(uri);
    if (known?.text === text) return known;
    const found = { text, digest: digestOf(text) };
    this.#texts.set(uri, found);
    return found;
  }

  #topOf(uri: string): string {
    const folder = path.dirname(pathOfUri(uri) ?? "");
    const top = this.#tops.get(folder) ?? repositoryAbove(folder) ?? "";
    this.#tops.set(folder, top);
    return top;
  }

  #keyOn({ today }: Snapshot): string {
    return digestOf(JSON.stringify([today, this.#settings]));
  }
}

/** A file of which Git knows nothing is none that it found. */
function pastIn(found: ReadonlyMap<string, readonly CommittedText[]>, uri: string): string {
  const versions = found.get(uri);
  return versions ? digestOfPast(versions) : "";
}

function toldOf(from: readonly string[], items: string): Told {
  return {
    from,
    get items() {
      return JSON.parse(items);
    },
  };
}

/** Another build of the same version may say something else. */
function stampOf(program: string): string {
  const { size, mtimeMs } = statSync(program);
  return `${size} ${mtimeMs}`;
}
