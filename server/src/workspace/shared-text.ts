import type { Block, Span } from "../base/span.ts";
import type { SharedProgram } from "./shared-program.ts";

/** What can stand in JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What others see of a program, as JSON holds it: with its places, or with what it says alone. */
export function writeShared(shared: SharedProgram, { places }: { readonly places: boolean }): Json {
  return write(shared, places);
}

/** The same back, with places in a block. What was not written by `writeShared` gives something that is no `SharedProgram`. */
export function readShared(written: Json, block: Block): SharedProgram {
  return read(written, block) as SharedProgram;
}

function write(value: unknown, places: boolean): Json {
  if (Array.isArray(value)) return value.map((each) => write(each, places));
  if (value instanceof Map) return { [MAP]: [...value].map(([key, inner]) => [key as string, write(inner, places)]) };
  if (value instanceof Set) return { [SET]: [...value] as string[] };
  if (typeof value !== "object" || value === null) return value as Json;
  if (isSpan(value)) return { [SPAN]: [value.start, value.end] };
  const result: Record<string, Json> = {};
  for (const [field, inner] of Object.entries(value))
    if (inner !== undefined && field !== "node" && (places || !isSpan(inner))) result[field] = write(inner, places);
  return result;
}

function read(value: Json, block: Block): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((each) => read(each, block));
  const { [SPAN]: span, [MAP]: map, [SET]: set } = value;
  if (isList(span)) return { block, start: span[0], end: span[1] };
  if (isList(map))
    return new Map(map.map((pair) => [isList(pair) && pair[0], isList(pair) && read(pair[1] ?? null, block)]));
  if (isList(set)) return new Set(set);
  const result: Record<string, unknown> = {};
  for (const field in value) result[field] = read(value[field] ?? null, block);
  return result;
}

const [SPAN, MAP, SET] = ["@at", "@map", "@set"];

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "block" in value;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
