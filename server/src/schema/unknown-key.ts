import type { Fix } from "../base/finding.ts";
import { code, listOf, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { indexOfPair, keyText, type MapNode, type Pair } from "../syntax/node.ts";
import { quoted } from "../syntax/quote.ts";
import type { Place, ShapeProblem } from "./check.ts";
import { decimalComma } from "./decimal-comma.ts";
import { childOf, definitionOf, keysOf } from "./describe.ts";

/** A key that the schema does not know: a slip, a decimal comma, or half a sentence that a comma cut off. */
export function unknownKey(place: Place, key: string): ShapeProblem | undefined {
  if (place.node.kind !== "map") return undefined;
  const map = place.node;
  const index = indexOfPair(map, key);
  const pair = map.pairs[index];
  if (!pair) return undefined;
  const known = keysOf(place.definition);
  if (map.flow && pair.value === undefined) return withoutSpace(pair, known) ?? cutOff(map, index, pair);
  const free = known.filter((name) => indexOfPair(map, name) < 0);
  const meant = nearest(key, free) ?? ALIASES[key];
  const usable = meant !== undefined && free.includes(meant) ? meant : undefined;
  const section = usable ? undefined : emptyAbove(place, map, index);
  return {
    rule: "unknown-key",
    span: pair.key,
    message: section
      ? say`${code(key)} stands beside ${code(section)}, which is empty, and not under it.`
      : usable
        ? say`${code(key)} is no key that can stand here. Did you mean ${code(usable)}?`
        : say`${code(key)} is no key that can stand here.`,
    help: section
      ? say`If it belongs to ${code(section)}, indent it by two spaces, with all lines that belong to it.`
      : known.length > 0
        ? say`Keys that can stand here: ${listOf(free.length > 0 ? free : known)}.`
        : say`Remove it.`,
    ...(usable ? { fixes: [renameKey(pair, usable)] } : {}),
  };
}

/** The section without content right above, which could hold the key. */
function emptyAbove(place: Place, map: MapNode, index: number): string | undefined {
  for (let at = index - 1; at >= 0 && at > index - 20; at--) {
    const pair = map.pairs[at];
    const child = pair && childOf(place.definition, keyText(pair));
    if (!pair || (child && pair.value)) return undefined;
    if (!child) continue;
    const definition = definitionOf(child);
    const key = map.pairs[index]?.key.value;
    return childOf(definition, String(key)) && definition.type === "object" ? keyText(pair) : undefined;
  }
  return undefined;
}

/** `{ value:69 }`: the key that was meant goes as far as the colon. */
function withoutSpace(pair: Pair, known: readonly string[]): ShapeProblem | undefined {
  const key = /^([a-z][a-z0-9-]*):\S/.exec(keyText(pair))?.[1];
  if (key === undefined || !known.includes(key) || pair.key.style !== "plain") return undefined;
  const at = pair.key.start + key.length + 1;
  const edits = [{ span: { ...pair.key, start: at, end: at }, text: " " }];
  return {
    rule: "unknown-key",
    span: pair.key,
    message: say`A space is missing after the colon of ${code(key)}, so all of it is read as a key.`,
    help: say`A key ends where a colon and a space follow.`,
    fixes: [{ title: say`Insert a space`, safe: true, edits }],
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
    const digits = keyText(pair).padStart(pair.key.end - pair.key.start, "0");
    const span = { block: value.block, start: value.start, end: pair.key.end };
    return decimalComma(
      span,
      `${value.value},${digits}`,
      say`${code(`${value.value},${digits}`)} is read as two things, because of the comma.`,
    );
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
