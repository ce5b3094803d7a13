import type { Diagnostic } from "vscode-languageserver";
import type { HistoryOf } from "../host/load-history.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ProgramFacts } from "../workspace/spec-file.ts";

/**
 * What an earlier session found out about a workspace. Something of it is said only while all that it rests on is as it
 * was; where anything else cannot be told, all is found out as the first time.
 */
export interface Memory {
  /** Takes in what was kept. To be called first, and once. */
  open(): Promise<void>;
  /** What is known of the text of a program that was read from the disk. */
  factsOf(uri: string, text: string): ProgramFacts | undefined;
  /** To be told once all files have been read, and before the past of any is asked for. */
  compare(snapshot: Snapshot): Promise<void>;
  /** What was said of a file, where that still holds; the same object each time. */
  told(snapshot: Snapshot, uri: string): Told | undefined;
  /** The same, but of which past is asked for is noted. */
  noting(historyOf: HistoryOf): HistoryOf;
  /** Keeps what is said of the files of a snapshot, until `isOver`. Gives the reason where it could not be written. */
  keep(snapshot: Snapshot, said: (uri: string) => Told | undefined, isOver: () => boolean): Promise<string | undefined>;
}

/** What the client is told of a file, and the addresses of the other files that it was made from. */
export interface Told {
  readonly items: readonly Diagnostic[];
  readonly from: readonly string[];
}

/** What decides about findings besides files, and where to keep them. */
export interface MemoryOptions {
  /** The folder to keep it in, as the client names it; one of the user's where it names none. */
  readonly storage: string | undefined;
  readonly folders: readonly string[];
  /** Whether the past of files decides about findings. */
  readonly asksPast: boolean;
  /** All that findings depend on besides the files and the day. */
  readonly settings: readonly unknown[];
}
