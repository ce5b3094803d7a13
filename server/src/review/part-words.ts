import { formatNumber, type Message, say } from "../base/message.ts";
import { isPercent } from "../library/unit-bounds.ts";
import type { Part } from "../model/located.ts";
import { keyText, type Node } from "../syntax/node.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import type { Difference, Written } from "./differences.ts";
import { plain } from "./leaf.ts";

/** One of the two states that are compared, at one place. */
interface Side {
  readonly context: Context;
  readonly measure: Measure | undefined;
}

/** What stands on one side, as short as a cell of a table can hold it. */
export function wordsOf(written: Written, { path }: Difference, side: Side): Message {
  if (written.words === undefined) {
    const promise = path[0] === "metrics" && path.length === 2 && side.measure ? promiseWords(side) : undefined;
    return promise ?? say`${clipped(partWords(written.value as Part))}`;
  }
  if (typeof written.value === "number") return numberWords(written.value, path, side) ?? say`${written.words}`;
  return say`${clipped(written.words)}`;
}

function numberWords(value: number, path: readonly string[], { context, measure }: Side): Message | undefined {
  const [root, , field, leaf] = path;
  if (root !== "metrics" && root !== "behaviors") return undefined;
  if (field === "value" && leaf === "amount") {
    const currency = context.money?.currency?.value ?? context.catalog?.currency?.value;
    return currency === undefined ? undefined : say`${currency} ${value}`;
  }
  const own = field === "target" ? measure?.target?.unit : field === "baseline" ? measure?.baseline?.unit : undefined;
  const isValue = field === "limit" || leaf === "value" || leaf === "sd";
  return isValue ? withUnit(value, own?.value ?? measure?.unit) : undefined;
}

/** `73 %`, `412 s`, `69` where nobody says of what. */
export function withUnit(value: number, unit: string | undefined): Message {
  if (unit === undefined || unit === "currency") return say`${value}`;
  return isPercent(unit) ? say`${value} %` : say`${value} ${unit}`;
}

/** Keys that say in words what an entry is about. */
const HEADLINES: readonly string[] =
  "does can title statement what finding problem rule definition then group says name role".split(" ");

/** `Customer save rate, 69 % to 73 %` */
function promiseWords({ context, measure }: Side): Message | undefined {
  const view = measure && context.metrics.get(measure.id);
  if (!view) return undefined;
  const name = plain(view.name?.value ?? view.id);
  const [from, to] = [measure.baseline?.value?.value, measure.target?.value?.value];
  if (from === undefined || to === undefined) return say`${name}`;
  return say`${name}, ${withUnit(from, measure.unit)} to ${withUnit(to, measure.unit)}`;
}

function partWords({ node }: Part): string {
  const pairs = new Map(node.pairs.map((pair) => [keyText(pair), pair.value]));
  if (FIGURES.some((key) => pairs.has(key))) return listed(pairs);
  for (const key of HEADLINES) {
    const value = pairs.get(key);
    if (value?.kind === "scalar") return plain(String(value.value));
  }
  return listed(pairs);
}

/** Keys of parts that are about a number. */
const FIGURES: readonly string[] = ["value", "at-most", "at-least", "amount"];

function listed(pairs: ReadonlyMap<string, Node | undefined>): string {
  const parts = [...pairs].flatMap(([key, value]) => (value?.kind === "scalar" ? [`${key} ${shown(value)}`] : []));
  return parts.length > 0 ? parts.join(", ") : [...pairs.keys()].join(", ");
}

function shown(node: Extract<Node, { kind: "scalar" }>): string {
  return typeof node.value === "number" ? formatNumber(node.value) : plain(String(node.value));
}

function clipped(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1).trimEnd()}…`;
}

/** Characters of a value in a table; its place says where the rest is. */
const MOST_SHOWN = 160;

/** What the program calls itself, else its file. */
export function titleOf(context: Context, file: string): string {
  const { program, catalog } = context;
  return plain((program ?? catalog)?.title?.value ?? (program ?? catalog)?.id?.value ?? file);
}
