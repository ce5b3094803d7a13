import { createHash } from "node:crypto";
import path from "node:path";
import { LineIndex } from "../../base/line-index.ts";
import { say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { commitNamed, isShallow } from "../../host/git.ts";
import { repositoryAbove } from "../../host/git-ignore.ts";
import type { FileText } from "../../host/read-file.ts";
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
  readonly reports: readonly Omit<FileReport, "lines">[];
  readonly notes: readonly string[];
}

const FORMAT = 1;
const FILE_NAME = "lint.json";

/** Keeps what a run of `lint` said, so that a run over the same files says it again and only reads them. */
export class RunRecord {
  readonly #call: Call;
  readonly #folder: string;
  readonly #key: string;
  readonly #listing: string;
  /** What was said of the operands. */
  readonly #said: readonly string[];
  readonly #reads = new Map<string, string>();
  readonly #heads = new Map<string, string>();
  readonly #reports: Omit<FileReport, "lines">[] = [];
  #isWhole = true;

  constructor(call: Call, { cache, today, known }: LintSettings) {
    const { cwd } = call.io;
    this.#call = call;
    this.#folder = path.resolve(cwd, cache ?? "");
    this.#key = JSON.stringify([FORMAT, VERSION, cwd, today, known, call.options.has("no-history"), locale()]);
    const found = findSpecs(call.operands.length === 0 ? ["."] : call.operands, cwd);
    if (found.problems.length > 0) this.#isWhole = false;
    this.#said = found.notes.map((note) => render(note));
    this.#listing = digestOf([...found.files.keys(), ...findConfigs(found.files.keys())].sort().join("\n"));
  }

  /** What the last run said, if this one would read the same. */
  async replay(): Promise<{ readonly reports: readonly FileReport[]; readonly notes: readonly string[] } | undefined> {
    const recorded = this.#isWhole ? this.#recorded() : undefined;
    if (recorded?.key !== this.#key || recorded.listing !== this.#listing) return undefined;
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

  add({ lines: _, ...report }: FileReport): void {
    this.#reports.push(report);
  }

  /** Keeps the run for the next one. That it cannot be kept changes nothing in what it says. */
  async keep(notes: readonly string[]): Promise<void> {
    if (!this.#isWhole) return;
    const recorded: Recorded = {
      key: this.#key,
      listing: this.#listing,
      reads: [...this.#reads],
      heads: [...this.#heads],
      reports: this.#reports,
      notes,
    };
    const { io, tell } = this.#call;
    const failure =
      io.write(path.join(this.#folder, ".gitignore"), "*\n") ??
      io.write(path.join(this.#folder, FILE_NAME), JSON.stringify(recorded));
    if (failure !== undefined)
      await tell.note(render(say`The cache could not be written to ${this.#folder} (${failure}).`));
  }

  #recorded(): Recorded | undefined {
    const { text } = this.#call.io.read(path.join(this.#folder, FILE_NAME));
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Recorded;
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

function digestOf(text: string): string {
  return createHash("sha1").update(text).digest("base64");
}
