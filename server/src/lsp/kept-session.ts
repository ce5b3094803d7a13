import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { readSealedLines } from "../host/sealed-lines.ts";

/** Sixty days, in milliseconds. */
const LONG = 60 * 86_400_000;

/**
 * The first line of four about a file: what is needed at once. The others are what it shares, its names, and what is said
 * of it.
 */
export interface Entry {
  readonly uri: string;
  readonly digest: string;
  /** Of a program. */
  readonly says?: string | undefined;
  readonly links?: readonly string[] | undefined;
  /** Of a file that something is said of. */
  readonly from?: readonly string[] | undefined;
  /** Where its past decides about what is said. */
  readonly past?: Past | undefined;
}

/** About each file. */
const LINES = 4;

/** What Git knew of a file. */
export interface Past {
  /** The repository; empty where there is none. */
  readonly top: string;
  /** Digest of what Git knows of it; empty where it knows nothing. */
  readonly versions: string;
}

/** The last line: what all of it was found out from. */
export interface Summary {
  readonly key: string;
  readonly common: string;
  readonly heads: readonly (readonly [top: string, state: string])[];
}

/** What was kept about a file. */
export interface Known extends Entry {
  readonly shared: string;
  readonly symbols: string;
  readonly items: string;
}

/** All that a session kept. */
export interface Earlier extends Summary {
  readonly files: ReadonlyMap<string, Known>;
}

/** What was kept by the same program; undefined where there is nothing, or nothing that can be used. */
export async function readEarlier(file: string, build: string): Promise<Earlier | undefined> {
  const lines = await readSealedLines(file);
  if (lines?.[0] !== build) return undefined;
  const files = new Map<string, Known>();
  for (let at = 1; at + LINES - 1 < lines.length; at += LINES) {
    const entry: Entry = JSON.parse(lines[at] ?? "");
    const [shared = "", symbols = "", items = ""] = lines.slice(at + 1, at + LINES);
    files.set(entry.uri, { ...entry, shared, symbols, items });
  }
  const summary: Summary = JSON.parse(lines.at(-1) ?? "");
  return { ...summary, files };
}

/** Takes away what workspaces left that nobody has opened for long, and what was not written to its end. */
export function tidy(folder: string): void {
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
