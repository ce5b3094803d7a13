import path from "node:path";
import { say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { digestOf } from "../../host/digest.ts";
import { pathOfUri, uriOfPath } from "../../host/file-uri.ts";
import { stateOf, stateOnDisk } from "../../host/git-head.ts";
import { repositoryAbove } from "../../host/git-ignore.ts";
import { ProgramRecords } from "../../host/program-records.ts";
import { textOfBytes } from "../../host/read-file.ts";
import type { Context } from "../../workspace/context.ts";
import { filesSeen } from "../../workspace/files-seen.ts";
import type { ProgramFacts, SpecFile } from "../../workspace/spec-file.ts";
import type { Call } from "../command.ts";
import { findConfigs } from "../files/configs.ts";
import { findSpecs } from "../files/find-specs.ts";
import type { Io } from "../io.ts";
import { locale, render } from "../language.ts";
import type { FileReport } from "../report/file-report.ts";
import type { Summary } from "../report/summary.ts";
import { CacheFolder, fromKept, type KeptReport, type KeptRun, type KeptTexts } from "./cache-folder.ts";
import type { LintSettings } from "./lint-settings.ts";

/** Of what is kept, and of how it comes about. */
const FORMAT = 4;

/**
 * Keeps what a run of `lint` said. A run over the same files says it again and only reads them (`say-again.ts`). Where some
 * have changed, those are linted again, with what names them; all others say what they said, as long as what the programs
 * of the workspace see of each other is the same, and of them nothing is parsed.
 */
export class RunRecord {
  readonly folder: CacheFolder;
  /** What was said of the operands. */
  readonly said: readonly string[];
  readonly #call: Call;
  readonly #place: string;
  readonly #key: string;
  readonly #listing: string;
  readonly #reads = new Map<string, string>();
  readonly #heads = new Map<string, string>();
  readonly #reports: KeptReport[] = [];
  #isWhole = true;
  #earlier: KeptRun | undefined;
  #programs: ProgramRecords | undefined;
  #common = "";
  /** What the run before this one said, by path; empty until it is known that it may still hold. */
  #standing: ReadonlyMap<string, KeptReport> = new Map();

  constructor(call: Call, { cache, today, known, shard }: LintSettings) {
    const { cwd } = call.io;
    this.#call = call;
    this.#place = path.resolve(cwd, cache ?? "");
    this.folder = new CacheFolder(this.#place, call.io);
    this.#key = JSON.stringify([FORMAT, VERSION, cwd, today, known, shard, call.options.has("no-history"), locale()]);
    const found = findSpecs(call.operands.length === 0 ? ["."] : call.operands, cwd);
    if (found.problems.length > 0) this.#isWhole = false;
    this.said = found.notes.map((note) => render(note));
    // What was found in a folder may be left out by a configuration, and what was named may not.
    const specs = [...found.files].map(([file, folder]) => `${file}\n${folder ?? ""}`);
    this.#listing = digestOf([...specs.sort(), ...findConfigs(found.files.keys()).sort()].join("\n"));
  }

  /** The last run, if this one would read the same. */
  async unchanged(): Promise<KeptRun | undefined> {
    const kept = this.#isWhole ? this.folder.run() : undefined;
    if (kept?.key !== this.#key) return undefined;
    this.#earlier = kept;
    if (kept.listing !== this.#listing) return undefined;
    const digest = this.#call.io.digester();
    for (const [file, before] of kept.reads) if (digest(file) !== before) return undefined;
    return (await this.#isWhere(kept)) ? kept : undefined;
  }

  /** The same call, of which is noted what it reads. */
  listening(): Call {
    const { io } = this.#call;
    const { history } = io;
    const noted: Partial<Io> = {
      read: (file) => {
        const bytes = io.bytes(file);
        this.#reads.set(file, typeof bytes === "string" ? bytes : digestOf(bytes));
        const read = textOfBytes(bytes);
        // What is read in pieces has no digest.
        if (read.text === undefined && read.why === "too-large") this.#isWhole = false;
        return read;
      },
      ...(history
        ? {
            history: async (uris) => {
              for (const uri of uris) await this.#noteHead(uri);
              return history(uris);
            },
          }
        : {}),
    };
    return { ...this.#call, io: { ...io, ...noted } };
  }

  /** What is known of the text of a program that was just read. */
  factsOf(file: string): ProgramFacts | undefined {
    this.#programs ??= new ProgramRecords(this.#earlier && this.folder.programs(this.#key));
    return this.#programs.factsOf(uriOfPath(file), this.#reads.get(file) ?? "");
  }

  /** To be told once all files have been read, and before any report is asked for. */
  async compare(files: ReadonlyMap<string, SpecFile>): Promise<void> {
    for (const file of files.values()) this.#programs?.learn(file, this.#reads.get(pathOfUri(file.uri) ?? "") ?? "");
    this.#common = this.#commonDigest(files);
    const earlier = this.#earlier;
    const said = earlier && this.folder.reports(earlier);
    if (!said || said.common !== this.#common || !(await this.#isWhere(earlier))) return;
    for (const [top, head] of earlier.heads) this.#heads.set(top, head);
    const before = new Map(earlier.reads);
    const isSame = (file: string): boolean => before.get(file) === this.#reads.get(file);
    const { cwd } = this.#call.io;
    this.#standing = new Map(
      said.reports
        .map((report) => [path.resolve(cwd, report.file), report] as const)
        .filter(([file, { from }]) => this.#reads.has(file) && isSame(file) && from.every(isSame)),
    );
  }

  /** Whether what was said of a file still holds. */
  stands(uri: string): boolean {
    return this.#standing.has(pathOfUri(uri) ?? "");
  }

  /** What was said of a file, if that still holds. */
  reportOf({ uri, lines }: SpecFile): FileReport | undefined {
    const report = this.#standing.get(pathOfUri(uri) ?? "");
    if (!report) return undefined;
    this.#reports.push(report);
    return fromKept(report, lines);
  }

  add({ lines: _, ...report }: FileReport, context: Context | undefined): void {
    const { cwd } = this.#call.io;
    const named = [...report.findings, ...report.waived, ...report.known].flatMap(({ related, fixes }) => [
      ...related.map(({ file }) => file),
      ...fixes.flatMap(({ edits }) => edits.map(({ file }) => file)),
    ]);
    const seen = (context ? filesSeen(context) : []).map((uri) => pathOfUri(uri) ?? uri);
    const from = new Set([...named.map((file) => path.resolve(cwd, file)), ...seen]);
    from.delete(path.resolve(cwd, report.file));
    this.#reports.push({ ...report, from: [...from] });
  }

  /** Keeps the run for the next one. That it cannot be kept changes nothing in what it says. */
  async keep(summary: Summary, notes: readonly string[], texts: KeptTexts): Promise<void> {
    if (!this.#isWhole) return;
    const failure = this.folder.keep({
      run: {
        key: this.#key,
        listing: this.#listing,
        reads: [...this.#reads],
        heads: [...this.#heads],
        summary,
        notes,
      },
      common: this.#common,
      reports: this.#reports,
      texts,
      programs: this.#programs?.toJSON() ?? {},
    });
    if (failure !== undefined)
      await this.#call.tell.note(render(say`The cache could not be written to ${this.#place} (${failure}).`));
  }

  /** Which files there are, what catalogs say, and what others see of programs. */
  #commonDigest(files: ReadonlyMap<string, SpecFile>): string {
    const known = this.#call.options.get("known")?.[0];
    const all = [...files.values()].map(({ uri, kind }) => {
      const file = pathOfUri(uri) ?? uri;
      return `${uri} ${kind === "program" ? this.#programs?.saysOf(uri) : kind && this.#reads.get(file)}`;
    });
    const list = known === undefined ? undefined : this.#reads.get(path.resolve(this.#call.io.cwd, known));
    return digestOf([...all.sort(), list].join("\n"));
  }

  /** Whether repositories are at the commits that they were at. */
  async #isWhere({ heads }: KeptRun): Promise<boolean> {
    for (const [top, head] of heads) if ((stateOnDisk(top) ?? (await stateOf(top))) !== head) return false;
    return true;
  }

  /** Asks Git itself: where it does not answer, there is no past either, and the next run has to ask again. */
  async #noteHead(uri: string): Promise<void> {
    const file = pathOfUri(uri);
    const top = file && repositoryAbove(path.dirname(file));
    if (top && !this.#heads.has(top)) this.#heads.set(top, await stateOf(top));
  }
}
