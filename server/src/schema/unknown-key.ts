import type { Fix } from "../base/finding.ts";
import { code, listOf, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { keyText, type MapNode, type Pair } from "../syntax/node.ts";
import { quoted } from "../syntax/quote.ts";
import type { Place, ShapeProblem } from "./check.ts";
import { keysOf } from "./describe.ts";

/** A key that the schema does not know: a slip, a decimal comma, or half a sentence that a comma cut off. */
export function unknownKey(place: Place, key: string): ShapeProblem | undefined {
  if (place.node.kind !== "map") return undefined;
  const index = place.node.pairs.findIndex((pair) => keyText(pair) === key);
  const pair = place.node.pairs[index];
  if (!pair) return undefined;
  if (place.node.flow && pair.value === undefined) return cutOff(place.node, index, pair);
  const known = keysOf(place.definition);
  const written = new Set(place.node.pairs.map(keyText));
  const free = known.filter((name) => !written.has(name));
  const meant = nearest(key, free) ?? ALIASES[key];
  const usable = meant !== undefined && free.includes(meant) ? meant : undefined;
  return {
    rule: "unknown-key",
    span: pair.key,
    message: usable
      ? say`${code(key)} is no key that can stand here. Did you mean ${code(usable)}?`
      : say`${code(key)} is no key that can stand here.`,
    help:
      known.length > 0 ? say`Keys that can stand here: ${listOf(free.length > 0 ? free : known)}.` : say`Remove it.`,
    ...(usable ? { fixes: [renameKey(pair, usable)] } : {}),
  };
}

/** Words of the field that the language says in another way. */
const ALIASES: Readonly<Record<string, string>> = {
  criterion: "to",
  condition: "given",
  conditions: "given",
  performance: "can",
  verb: "can",
  bloom: "level",
  start: "starts",
  timing: "when",
  responsible: "who",
  method: "how",
  instrument: "how",
  deadline: "by",
  date: "by",
  "sample-size": "n",
  "standard-deviation": "sd",
  formula: "definition",
  polarity: "direction",
  roi: "claimed",
};

function renameKey(pair: Pair, name: string): Fix {
  return { title: say`Change to ${code(name)}`, safe: false, edits: [{ span: pair.key, text: name }] };
}

function cutOff(map: MapNode, index: number, pair: Pair): ShapeProblem {
  const before = map.pairs[index - 1];
  const value = before?.value;
  if (before && value?.kind === "scalar" && typeof value.value === "number" && /^\d+$/.test(keyText(pair))) {
    const number = `${value.value}.${keyText(pair)}`;
    const span = { block: value.block, start: value.start, end: pair.key.end };
    return {
      rule: "decimal-comma",
      span,
      message: say`${code(`${value.value},${keyText(pair)}`)} is read as two things, because of the comma.`,
      help: say`Write the number with a point: ${code(number)}.`,
      fixes: [{ title: say`Write ${code(number)}`, safe: true, edits: [{ span, text: number }] }],
    };
  }
  const fixes: Fix[] = [];
  if (value?.kind === "scalar" && value.style === "plain") {
    const span = { block: value.block, start: value.start, end: pair.key.end };
    const pieces = [String(value.value)];
    for (let at = index; at < map.pairs.length && map.pairs[at]?.value === undefined; at++) {
      const piece = map.pairs[at];
      if (piece) pieces.push(keyText(piece));
    }
    const last = map.pairs[index + pieces.length - 2] ?? pair;
    const whole = { ...span, end: last.key.end };
    const title = say`Put the whole text in quotes`;
    fixes.push({ title, safe: true, edits: [{ span: whole, text: quoted(pieces.join(", ")) }] });
  }
  return {
    rule: "unknown-key",
    span: pair.key,
    message: say`The comma before ${code(keyText(pair))} ends the text, so this is read as a key of its own.`,
    help: say`Inside ${code("{ }")} a text with a comma needs quotes.`,
    fixes,
  };
}
