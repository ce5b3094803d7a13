import path from "node:path";
import { LineIndex } from "../../base/line-index.ts";
import { say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { digestOf } from "../../host/digest.ts";
import { pathOfUri, uriOfPath } from "../../host/file-uri.ts";
import { commitNamed, isShallow } from "../../host/git.ts";
import { repositoryAbove } from "../../host/git-ignore.ts";
import { ProgramRecords, type WrittenRecords } from "../../host/program-records.ts";
import type { FileText } from "../../host/read-file.ts";
import type { Context } from "../../workspace/context.ts";
import { filesSeen } from "../../workspace/files-seen.ts";
import type { ProgramFacts, SpecFile } from "../../workspace/spec-file.ts";
import type { Call } from "../command.ts";
import { findConfigs } from "../files/configs.ts";
import { findSpecs } from "../files/find-specs.ts";
import type { Io } from "../io.ts";
import { locale, render } from "../language.ts";
import type { FileReport } from "../report/file-report.ts";
import type { LintSettings } from "./lint-settings.ts";

/** What a run found out, and all that it found it out from. Files are known by what they hold: CI resets their times. */
interface Recorded {
  /** Of this format, of the tool, and of what was asked for besides the files. */
  readonly key: string;
  /** The specs that the operands led to, and the configurations that may count for them. */
  readonly listing: string;
  /** Every path that was read, and the digest of what stood there or why nothing could be read. */
  readonly reads: readonly (readonly [path: string, digest: string])[];
  /** Repositories whose past was asked for, and their state. */
  readonly heads: readonly (readonly [top: string, head: string])[];
  /** Of what the files see of each other. */
  readonly common: string;
  readonly reports: readonly RecordedReport[];
  readonly notes: readonly string[];
}

interface RecordedReport extends Omit<FileReport, "lines"> {
  /** The other files that it was made from, or that it names places in. */
  readonly from: readonly string[];
}

interface RecordedFacts {
  readonly key: string;
  readonly programs: WrittenRecords;
}

const FORMAT = 3;
const FILE_NAME = "lint.json";
const FACTS_NAME = "programs.json";

/**
 * Keeps what a run of `lint` said. A run over the same files says it again and only reads them. Where some have changed,
 * those are linted again, with what names them; all others say what they said, as long as what the programs of the
 * workspace see of each other is the same, and of them nothing is parsed.
 */
export class RunRecord {
  readonly #call: Call;
  readonly #folder: string;
  readonly #key: string;
  readonly #listing: string;
  /** What was said of the operands. */
  readonly #said: readonly string[];
  readonly #reads = new Map<string, string>();
  readonly #heads = new Map<string, string>();
  readonly #reports: RecordedReport[] = [];
  #isWhole = true;
  #earlier: Recorded | undefined;
  #programs: ProgramRecords | undefined;
  #common = "";
  /** What the run before this one said, by path; empty until it is known that it may still hold. */
  #standing: ReadonlyMap<string, RecordedReport> = new Map();

  constructor(call: Call, { cache, today, known, shard }: LintSettings) {
    const { cwd } = call.io;
    this.#call = call;
    this.#folder = path.resolve(cwd, cache ?? "");
    this.#key = JSON.stringify([FORMAT, VERSION, cwd, today, known, shard, call.options.has("no-history"), locale()]);
    const found = findSpecs(call.operands.length === 0 ? ["."] : call.operands, cwd);
    if (found.problems.length > 0) this.#isWhole = false;
    this.#said = found.notes.map((note) => render(note));
    this.#listing = digestOf([...found.files.keys(), ...findConfigs(found.files.keys())].sort().join("\n"));
  }

  /** What the last run said, if this one would read the same. */
  async replay(): Promise<{ readonly reports: readonly FileReport[]; readonly notes: readonly string[] } | undefined> {
    const recorded = this.#isWhole ? this.#recorded<Recorded>(FILE_NAME) : undefined;
    if (recorded?.key !== this.#key) return undefined;
    this.#earlier = recorded;
    if (recorded.listing !== this.#listing) return undefined;
    const { io } = this.#call;
    const shown = new Set(recorded.reports.filter(isShown).map(({ file }) => path.resolve(io.cwd, file)));
    const texts = new Map<string, string>();
    for (const [file, digest] of recorded.reads) {
      const read = io.read(file);
      if (digestOfRead(read) !== digest) return undefined;
      if (read.text !== undefined && shown.has(file)) texts.set(file, read.text);
    }
    for (const [top, head] of recorded.heads) if ((await stateOf(top)) !== head) return undefined;
    const reports = recorded.reports.map((report) => ({
      ...report,
      lines: new LineIndex(texts.get(path.resolve(io.cwd, report.file)) ?? ""),
    }));
    return { reports, notes: [...this.#said, ...recorded.notes] };
  }

  /** The same call, of which is noted what it reads. */
  listening(): Call {
    const { io } = this.#call;
    const { history } = io;
    const noted: Partial<Io> = {
      read: (file) => {
        const read = io.read(file);
        this.#reads.set(file, digestOfRead(read));
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
    this.#programs ??= new ProgramRecords(this.#earlier && this.#recordedPrograms());
    return this.#programs.factsOf(uriOfPath(file), this.#reads.get(file) ?? "");
  }

  /** To be told once all files have been read, and before any report is asked for. */
  async compare(files: ReadonlyMap<string, SpecFile>): Promise<void> {
    for (const file of files.values()) this.#programs?.learn(file, this.#reads.get(pathOfUri(file.uri) ?? "") ?? "");
    this.#common = this.#commonDigest(files);
    const earlier = this.#earlier;
    if (!earlier || earlier.common !== this.#common) return;
    for (const [top, head] of earlier.heads) if ((await stateOf(top)) !== head) return;
    for (const [top, head] of earlier.heads) this.#heads.set(top, head);
    const before = new Map(earlier.reads);
    const isSame = (file: string): boolean => before.get(file) === this.#reads.get(file);
    const { cwd } = this.#call.io;
    this.#standing = new Map(
      earlier.reports
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
    return { ...report, lines };
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
  async keep(notes: readonly string[]): Promise<void> {
    if (!this.#isWhole) return;
    const recorded: Recorded = {
      key: this.#key,
      listing: this.#listing,
      reads: [...this.#reads],
      heads: [...this.#heads],
      common: this.#common,
      reports: this.#reports,
      notes,
    };
    const { io, tell } = this.#call;
    const facts: RecordedFacts = { key: this.#key, programs: this.#programs?.toJSON() ?? {} };
    const failure =
      io.write(path.join(this.#folder, ".gitignore"), "*\n") ??
      io.write(path.join(this.#folder, FACTS_NAME), JSON.stringify(facts)) ??
      io.write(path.join(this.#folder, FILE_NAME), JSON.stringify(recorded));
    if (failure !== undefined)
      await tell.note(render(say`The cache could not be written to ${this.#folder} (${failure}).`));
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

  #recordedPrograms(): WrittenRecords {
    const facts = this.#recorded<RecordedFacts>(FACTS_NAME);
    return facts?.key === this.#key ? facts.programs : {};
  }

  #recorded<T>(name: string): T | undefined {
    const { text } = this.#call.io.read(path.join(this.#folder, name));
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as T;
    } catch {
      return undefined;
    }
  }

  async #noteHead(uri: string): Promise<void> {
    const file = pathOfUri(uri);
    const top = file && repositoryAbove(path.dirname(file));
    if (top && !this.#heads.has(top)) this.#heads.set(top, await stateOf(top));
  }
}

/** The commit that a repository is at, and whether its past has been cut off. */
async function stateOf(top: string): Promise<string> {
  const head = await commitNamed(top, "HEAD");
  return `${head.text ?? ""}${(await isShallow(top)) ? " shallow" : ""}`;
}

function isShown({ findings, waived, known }: Omit<FileReport, "lines">): boolean {
  return findings.length > 0 || waived.length > 0 || known.length > 0;
}

function digestOfRead(read: FileText): string {
  return read.text === undefined ? read.why : digestOf(read.text);
}
