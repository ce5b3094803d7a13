import { createHash } from "node:crypto";

/** One of several runs that share the files of a repository among them. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** Reads `1/4`; undefined for anything else. */
export function parseShard(written: string): Shard | undefined {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(written) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : undefined;
}

/**
 * Whether a file is one of a shard's. It depends on the name of the file alone, so that a file stays where it is when
 * others come and go.
 */
export function isIn({ index, of }: Shard, file: string): boolean {
  return createHash("sha1").update(file).digest().readUInt32BE(0) % of === index - 1;
}
