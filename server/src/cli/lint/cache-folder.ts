import path from "node:path";
import type { LineIndex } from "../../base/line-index.ts";
import { digestOf } from "../../host/digest.ts";
import type { WrittenRecords } from "../../host/program-records.ts";
import type { Io } from "../io.ts";
import type { FileReport } from "../report/file-report.ts";
import type { PartReport } from "../report/part.ts";
import type { Summary } from "../report/summary.ts";

/** What a run found its findings out from, and what they came to. Files are known by what they hold: CI resets their times. */
export interface KeptRun {
  /** The same for runs that read the same. */
  readonly id: string;
  /** Of this format, of the tool, and of what was asked for besides the files. */
  readonly key: string;
  /** The specs that the operands led to, and the configurations that may count for them. */
  readonly listing: string;
  /** Every path that was read, and the digest of what stood there or why nothing could be read. */
  readonly reads: readonly (readonly [path: string, digest: string])[];
  /** Repositories whose past was asked for, and their state. */
  readonly heads: readonly (readonly [top: string, head: string])[];
  readonly summary: Summary;
  readonly notes: readonly string[];
}

/** What a run found out, file by file. */
export interface KeptReports {
  /** Of what the files see of each other. */
  readonly common: string;
  readonly reports: readonly KeptReport[];
}

export interface KeptReport extends PartReport {
  /** The other files that it was made from, or that it names places in. */
  readonly from: readonly string[];
}

/** The report as it was, over a text that is as it was. */
export function fromKept({ from: _, ...report }: KeptReport, lines: LineIndex): FileReport {
  return { ...report, lines };
}

/** What a run wrote, by the form that it was written in (`outputs.ts`). */
export type KeptTexts = ReadonlyMap<string, string>;

/** All that is kept of one run. */
export interface KeptAll extends KeptReports {
  readonly run: Omit<KeptRun, "id">;
  readonly texts: KeptTexts;
  readonly programs: WrittenRecords;
}

/**
 * The folder in which one run is kept, in four files, so that who asks for little reads little. Each but the programs names
 * the run that it belongs to: a process that was ended between two of them leaves nothing that fits together wrongly.
 */
export class CacheFolder {
  readonly #folder: string;
  readonly #io: Pick<Io, "pieces" | "write">;

  constructor(folder: string, io: Pick<Io, "pieces" | "write">) {
    this.#folder = folder;
    this.#io = io;
  }

  run(): KeptRun | undefined {
    return this.#json<KeptRun>("run.json");
  }

  texts(run: KeptRun): KeptTexts | undefined {
    const text = this.#text("said.txt");
    const end = text?.indexOf("\n") ?? -1;
    if (text === undefined || end < 0) return undefined;
    const head = parsed<{ run: string; said: readonly (readonly [form: string, length: number])[] }>(
      text.slice(0, end),
    );
    if (head?.run !== run.id) return undefined;
    const texts = new Map<string, string>();
    let at = end + 1;
    for (const [form, length] of head.said) {
      texts.set(form, text.slice(at, at + length));
      at += length;
    }
    return texts;
  }

  reports(run: KeptRun): KeptReports | undefined {
    const kept = this.#json<KeptReports & { run: string }>("reports.json");
    return kept?.run === run.id ? kept : undefined;
  }

  programs(key: string): WrittenRecords {
    const kept = this.#json<{ key: string; programs: WrittenRecords }>("programs.json");
    return kept?.key === key ? kept.programs : {};
  }

  /** Takes the place of what was kept before. Says why where that fails. */
  keep({ run, common, reports, texts, programs }: KeptAll): string | undefined {
    const id = idOf(run);
    const head = { run: id, said: [...texts].map(([form, text]) => [form, text.length]) };
    return (
      this.#write(".gitignore", "*\n") ??
      this.#write(
        "programs.json",
        orNothing(() => JSON.stringify({ key: run.key, programs })),
      ) ??
      this.#write(
        "reports.json",
        orNothing(() => JSON.stringify({ run: id, common, reports })),
      ) ??
      this.#write(
        "said.txt",
        orNothing(() => `${JSON.stringify(head)}\n${[...texts.values()].join("")}`),
      ) ??
      this.#write("run.json", JSON.stringify({ ...run, id }))
    );
  }

  #write(name: string, text: string): string | undefined {
    return this.#io.write(path.join(this.#folder, name), text);
  }

  #json<T>(name: string): T | undefined {
    const text = this.#text(name);
    return text === undefined ? undefined : parsed<T>(text);
  }

  #text(name: string): string | undefined {
    try {
      return [...this.#io.pieces(path.join(this.#folder, name))].join("");
    } catch {
      return undefined;
    }
  }
}

function idOf({ key, listing, reads, heads }: Omit<KeptRun, "id">): string {
  return digestOf(JSON.stringify([key, listing, reads, heads]));
}

/** Nothing where it is more than a text can hold: what is asked of it later is then found out again. */
function orNothing(make: () => string): string {
  try {
    return make();
  } catch {
    return "";
  }
}

function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
