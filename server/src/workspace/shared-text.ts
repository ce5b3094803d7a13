import type { Block, Span } from "../base/span.ts";
import type { SharedProgram } from "./shared-program.ts";

/** What can stand in JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What others see of a program, as JSON holds it. */
export interface WrittenShared {
  /** What it says, the same wherever that stands. */
  readonly says: Json;
  /** Starts and ends of all its places, in the order in which they come in what it says. */
  readonly places: readonly number[];
}

export function writeShared(shared: SharedProgram): WrittenShared {
  const places: number[] = [];
  return { says: write(shared, places), places };
}

/** The same back, with places in a block. What was not written by `writeShared` gives something that is no `SharedProgram`. */
export function readShared({ says, places }: WrittenShared, block: Block): SharedProgram {
  return read(says, block, places.values()) as SharedProgram;
}

function write(value: unknown, places: number[]): Json {
  if (Array.isArray(value)) return value.map((each) => write(each, places));
  if (value instanceof Map) return { [MAP]: [...value].map(([key, inner]) => [key as string, write(inner, places)]) };
  if (value instanceof Set) return { [SET]: [...value] as string[] };
  if (typeof value !== "object" || value === null) return value as Json;
  if (isSpan(value)) {
    places.push(value.start, value.end);
    return PLACE;
  }
  const result: Record<string, Json> = {};
  for (const [field, inner] of Object.entries(value))
    if (inner !== undefined && field !== "node") result[field] = write(inner, places);
  return result;
}

function read(value: Json, block: Block, places: Iterator<number>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((each) => read(each, block, places));
  const { [SPAN]: span, [MAP]: map, [SET]: set } = value;
  if (span !== undefined) return { block, start: places.next().value, end: places.next().value };
  if (isList(map))
    return new Map(map.map((pair) => [isList(pair) && pair[0], isList(pair) && read(pair[1] ?? null, block, places)]));
  if (isList(set)) return new Set(set);
  const result: Record<string, unknown> = {};
  for (const field in value) result[field] = read(value[field] ?? null, block, places);
  return result;
}

const [SPAN, MAP, SET] = ["@at", "@map", "@set"];
const PLACE: Json = { [SPAN]: 0 };

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "block" in value;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
