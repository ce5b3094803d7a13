import path from "node:path";
import { say } from "../../base/message.ts";
import { digestOf } from "../../host/digest.ts";
import { pathOfUri, uriOfPath } from "../../host/file-uri.ts";
import { stateOf } from "../../host/git-head.ts";
import { byRepository } from "../../host/git-history.ts";
import { ProgramRecords } from "../../host/program-records.ts";
import { textOfBytes } from "../../host/read-file.ts";
import type { Context } from "../../workspace/context.ts";
import { filesSeen } from "../../workspace/files-seen.ts";
import type { ProgramFacts, SpecFile } from "../../workspace/spec-file.ts";
import type { Call } from "../command.ts";
import type { Io } from "../io.ts";
import { render } from "../language.ts";
import type { FileReport } from "../report/file-report.ts";
import type { Summary } from "../report/summary.ts";
import { fromKept, type KeptReport, type KeptRun, type KeptTexts } from "./cache-folder.ts";
import { isWhere, type LastRun } from "./last-run.ts";

/**
 * Keeps what a run of `lint` said. A run over the same files says it again and only reads them (`last-run.ts`). Where some
 * have changed, those are linted again, with what names them; all others say what they said, as long as what the programs
 * of the workspace see of each other is the same, and of them nothing is parsed.
 */
export class RunRecord {
  readonly #call: Call;
  readonly #last: LastRun;
  readonly #reads = new Map<string, string>();
  readonly #heads = new Map<string, string>();
  readonly #reports: KeptReport[] = [];
  readonly #earlier: KeptRun | undefined;
  #isWhole: boolean;
  #programs: ProgramRecords | undefined;
  #common = "";
  /** What the run before this one said, by path; empty until it is known that it may still hold. */
  #standing: ReadonlyMap<string, KeptReport> = new Map();

  /** `earlier`: the last run, where it was asked for the same. */
  constructor(call: Call, last: LastRun, earlier: KeptRun | undefined) {
    this.#call = call;
    this.#last = last;
    this.#earlier = earlier;
    this.#isWhole = last.isKeepable;
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
              await this.#noteHeads(uris);
              return history(uris);
            },
          }
        : {}),
    };
    return { ...this.#call, io: { ...io, ...noted } };
  }

  /** What is known of the text of a program that was just read. */
  factsOf(file: string): ProgramFacts | undefined {
    this.#programs ??= new ProgramRecords(this.#earlier && this.#last.folder.programs(this.#earlier.key));
    return this.#programs.factsOf(uriOfPath(file), this.#reads.get(file) ?? "");
  }

  /** To be told once all files have been read, and before any report is asked for. */
  async compare(files: ReadonlyMap<string, SpecFile>): Promise<void> {
    for (const file of files.values()) this.#programs?.learn(file, this.#reads.get(pathOfUri(file.uri) ?? "") ?? "");
    this.#common = this.#commonDigest(files);
    const earlier = this.#earlier;
    const said = earlier && this.#last.folder.reports(earlier);
    if (!said || said.common !== this.#common || !(await isWhere(earlier))) return;
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
    const { folder, place, key, listing } = this.#last;
    const failure = folder.keep({
      run: {
        key,
        listing,
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
      await this.#call.tell.note(render(say`The cache could not be written to ${place} (${failure}).`));
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

  /** Asks Git itself: where it does not answer, there is no past either, and the next run has to ask again. */
  async #noteHeads(uris: readonly string[]): Promise<void> {
    for (const top of byRepository(uris).keys()) if (!this.#heads.has(top)) this.#heads.set(top, await stateOf(top));
  }
}
