import { writeShared } from "../workspace/shared-text.ts";
import type { ProgramFacts, SpecFile } from "../workspace/spec-file.ts";
import { digestOf } from "./digest.ts";

/** What was found out about one program. */
export interface ProgramRecord extends ProgramFacts {
  /** Digest of the text that it was found in. */
  readonly digest: string;
  /** Digest of what others see of the program, wherever in the text that stands. */
  readonly says: string;
}

/** What a file says to others, where it is a program; `digest` is that of its text. */
export function recordOf({ shared, links }: SpecFile, digest: string): ProgramRecord | undefined {
  if (!shared) return undefined;
  const written = writeShared(shared);
  return { digest, says: digestOf(JSON.stringify(written.says)), links, shared: written };
}

/** Records by the URIs of programs, as JSON holds them. */
export type WrittenRecords = Readonly<Record<string, ProgramRecord>>;

/**
 * What is known of programs by their texts, from one run or session to the next: what others see of them, so that a text
 * that was read before need not be read again before somebody looks at it.
 */
export class ProgramRecords {
  readonly #earlier: WrittenRecords;
  readonly #records = new Map<string, ProgramRecord>();

  constructor(earlier: WrittenRecords = {}) {
    this.#earlier = earlier;
  }

  /** What is known of a program whose text has this digest. What is never asked for is not kept any longer. */
  factsOf(uri: string, digest: string): ProgramFacts | undefined {
    const record = this.#earlier[uri];
    if (record?.digest !== digest) return undefined;
    this.#records.set(uri, record);
    return record;
  }

  /** Takes in what a file says that was read, where that is a program and nothing was known of its text. */
  learn(file: SpecFile, digest: string): void {
    if (this.#records.get(file.uri)?.digest === digest) return;
    const record = recordOf(file, digest);
    if (record) this.#records.set(file.uri, record);
  }

  /** Digest of what others see of a program that was asked for or learned. */
  saysOf(uri: string): string | undefined {
    return this.#records.get(uri)?.says;
  }

  /** For whoever keeps them. */
  toJSON(): WrittenRecords {
    return Object.fromEntries(this.#records);
  }
}
