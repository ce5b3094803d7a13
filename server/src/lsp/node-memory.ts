import { createHash } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { VERSION } from "../base/version.ts";
import { digestOf } from "../host/digest.ts";
import { pathOfUri } from "../host/file-uri.ts";
import { stateOf } from "../host/git-head.ts";
import { repositoryAbove } from "../host/git-ignore.ts";
import { recordOf } from "../host/program-records.ts";
import { readSealedLines, SealedLines } from "../host/sealed-lines.ts";
import { userCacheFolder } from "../host/user-cache-folder.ts";
import { hasSettled } from "../review/settled-version.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ProgramFacts, SpecFile } from "../workspace/spec-file.ts";
import { Breath } from "./breath.ts";
import type { Memory, MemoryOptions, Told } from "./memory.ts";

/** To be counted up when what is kept, or what it means, becomes something else. */
const FORMAT = 1;

/** Sixty days, in milliseconds. */
const LONG = 60 * 86_400_000;

/** The first line of three about a file: what is needed at once. The others are what it shares, and what is said of it. */
interface Entry {
  readonly uri: string;
  readonly digest: string;
  /** Of a program. */
  readonly says?: string | undefined;
  readonly links?: readonly string[] | undefined;
  /** Of a file that something is said of. */
  readonly from?: readonly string[] | undefined;
  /** The repository that its past was asked of; empty where there is none, absent where nobody had to ask. */
  readonly past?: string | undefined;
}

/** The last line: what all of it was found out from. */
interface Summary {
  readonly key: string;
  readonly common: string;
  readonly heads: readonly (readonly [top: string, state: string])[];
}

interface Known extends Entry {
  readonly shared: string;
  readonly items: string;
}

interface Earlier extends Summary {
  readonly files: ReadonlyMap<string, Known>;
}

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
    const { links, shared } = known;
    return {
      links,
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
    const heads = new Map(earlier.heads);
    for (const [top, state] of heads) if ((await stateOf(top)) !== state) heads.delete(top);
    for (const known of earlier.files.values()) {
      if (!known.from || ![known.uri, ...known.from].every((uri) => this.#isAsKept(snapshot, uri))) continue;
      const isPast = known.past === undefined || this.#topOf(known.uri) === known.past;
      if (!isPast || (known.past && !heads.has(known.past))) continue;
      this.#told.set(known.uri, toldOf(known.from, known.items));
    }
    for (const [top, state] of heads) this.#heads.set(top, state);
    const { files, unreadable, shared, today } = snapshot;
    this.#compared = { files, unreadable, shared, today };
  }

  told(snapshot: Snapshot, uri: string): Told | undefined {
    const told = this.#told.get(uri);
    const was = this.#compared;
    if (!told || !was || !snapshot.isWhole || snapshot.shared !== was.shared || snapshot.today !== was.today)
      return undefined;
    const isSame = (each: string): boolean =>
      snapshot.files.get(each) === was.files.get(each) && snapshot.unreadable.get(each) === was.unreadable.get(each);
    return isSame(uri) && told.from.every(isSame) ? told : undefined;
  }

  async notePast(uris: readonly string[]): Promise<void> {
    for (const top of new Set(uris.map((uri) => this.#topOf(uri))))
      if (top !== "" && !this.#heads.has(top)) this.#heads.set(top, await stateOf(top));
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
    const past = told && this.#asksPast && hasSettled(file, today) ? this.#topOf(uri) : undefined;
    const links = known?.links ?? record?.links;
    const entry: Entry = { uri, digest: text.digest, says: text.says, links, from: told?.from, past };
    const shared = known?.shared ?? (record ? JSON.stringify(record.shared) : "");
    return [JSON.stringify(entry), shared, told ? JSON.stringify(told.items) : ""];
  }

  /** What an earlier session knew of the same text of a program. */
  #knownOf(file: SpecFile): Known | undefined {
    const known = this.#earlier?.files.get(file.uri);
    return known?.links && known.digest === this.#textOf(file).digest ? known : undefined;
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
    for (const uri of [...files.keys(), ...unreadable.keys()].sort()) {
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

function toldOf(from: readonly string[], items: string): Told {
  return {
    from,
    get items() {
      return JSON.parse(items);
    },
  };
}

/** What was kept by the same program; undefined where there is nothing, or nothing that can be used. */
async function readEarlier(file: string, build: string): Promise<Earlier | undefined> {
  const lines = await readSealedLines(file);
  if (lines?.[0] !== build) return undefined;
  const files = new Map<string, Known>();
  for (let at = 1; at + 2 < lines.length; at += 3) {
    const entry: Entry = JSON.parse(lines[at] ?? "");
    files.set(entry.uri, { ...entry, shared: lines[at + 1] ?? "", items: lines[at + 2] ?? "" });
  }
  const summary: Summary = JSON.parse(lines.at(-1) ?? "");
  return { ...summary, files };
}

/** Takes away what workspaces left that nobody has opened for long, and what was not written to its end. */
function tidy(folder: string): void {
  const now = Date.now();
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (
      /\.findings(\.\d+\.tmp)?$/.test(name) &&
      now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > LONG
    )
      rmSync(file, { force: true });
  }
}

/** Another build of the same version may say something else. */
function stampOf(program: string): string {
  const { size, mtimeMs } = statSync(program);
  return `${size} ${mtimeMs}`;
}
