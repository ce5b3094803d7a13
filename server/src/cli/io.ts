import type { Day } from "../base/date.ts";
import type { Translation } from "../base/message.ts";
import type { HistoryOf } from "../host/load-history.ts";
import type { FileText } from "../host/read-file.ts";

/** Everything that the command line touches outside itself, so that it can be run without a process. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Results, and nothing else. */
  readonly stdout: Output;
  /** Words to the person who waits: problems, notes. */
  readonly stderr: Output;
  read(path: string): FileText;
  /** The bytes of a file, or the code of the system. */
  bytes(path: string): Uint8Array | string;
  /** What digests many files, as `digestOf` does their bytes; gives the code of the system where one cannot be read. */
  digester(): (path: string) => string;
  /** A text of any length, piece by piece. Throws what the system throws. */
  pieces(path: string): Iterable<string>;
  /** Adds to the end of a file, which is made where there is none. Gives the code of the system when that fails. */
  append(path: string, text: string): string | undefined;
  /** Makes a file or takes its place, whole or not at all. Gives the code of the system when that fails. */
  write(path: string, content: string | Uint8Array): string | undefined;
  /** Takes another text for a file that still holds the one it is made from; else says `"changed"`, or what failed. */
  rewrite(path: string, before: string, after: string): string | undefined;
  /** Settles when somebody presses Ctrl-C, which ends nothing by itself from the first call on. */
  interrupted(): Promise<void>;
  /** What files said before, as Git knows it; absent where nobody is asked. */
  readonly history?: HistoryOf;
  /** The catalog of a language, such as `de`; undefined for English, and where there is none. */
  readonly translation?: (locale: string) => Translation | undefined;
  /** The day of the clock, where the person is. */
  today(): Day;
}

export interface Output {
  readonly isTerminal: boolean;
  /** The width of the terminal, where there is one. */
  readonly columns: number | undefined;
  /** Settles when more may follow. What a reader who has gone does not read is dropped. */
  write(text: string): Promise<void>;
  /** Why what was written went nowhere (a full disk); a reader who has gone is no failure. */
  readonly failure: string | undefined;
}
