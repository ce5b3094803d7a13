import type { Fix } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import { keyText, type Node } from "../syntax/node.ts";
import { asScalar, quoted } from "../syntax/quote.ts";
import type { Place } from "./check.ts";
import { definitionOf } from "./describe.ts";

const BULLET = "[•·‣▪◦●○–]";

/** The way to a list from one thing, from things with commas, from pasted bullets, and from dashes without a space. */
export function asList({ node, definition }: Place): Fix[] {
  if (node.kind !== "scalar" || node.value === null || node.style === "literal" || node.style === "folded") return [];
  const text = String(node.value).trim();
  const bullets = new RegExp(`^(?:${BULLET} ?|-(?=\\S))`).test(text);
  const pieces = bullets ? text.split(new RegExp(`(?:^|\\s)(?:${BULLET}|-(?=\\S))`)) : text.split(/[,;]/);
  const parts = pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
  const names = definitionOf(definition.items ?? {})["x-refers-to"] !== undefined;
  const written = `[${parts.map((part) => asScalar(part, true)).join(", ")}]`;
  return [
    { title: say`Write ${code(written)}`, safe: parts.length === 1 || names, edits: [{ span: node, text: written }] },
  ];
}

/** The way to text from a number or a word that YAML takes for something else, and from text with a colon in it. */
export function asText(type: string | undefined, node: Node): Fix[] {
  const title = say`Put it in quotes`;
  if (node.kind === "scalar") {
    if (node.style !== "plain" || node.start === node.end || (type !== "text" && type !== "reference")) return [];
    const before = { block: node.block, start: node.start, end: node.start };
    const after = { block: node.block, start: node.end, end: node.end };
    const edits = [
      { span: before, text: '"' },
      { span: after, text: '"' },
    ];
    return [{ title, safe: false, edits }];
  }
  const [pair, second] = node.kind === "map" && !node.flow ? node.pairs : [];
  const value = pair?.value;
  if (!pair || second || value?.kind !== "scalar" || value.style !== "plain" || typeof value.value !== "string")
    return [];
  const span = { block: node.block, start: pair.key.start, end: value.end };
  return [{ title, safe: false, edits: [{ span, text: quoted(`${keyText(pair)}: ${value.value}`) }] }];
}

/** What was meant where keys are expected and something else stands. */
export function notKeys(place: Place): { message: Message; help: Message; fixes: Fix[] } | undefined {
  const { node } = place;
  if (node.kind === "list") return listOfEntries(place);
  if (node.kind !== "scalar" || typeof node.value !== "string" || node.style !== "plain") return undefined;
  const match = /^([a-z][a-z0-9-]*)(:(?=[^\s/])|\s*=\s*)/.exec(node.value);
  if (!match) return undefined;
  const [all, key = "", sign = ""] = match;
  const single = node.end - node.start === node.value.length;
  const onItsOwnLine = place.pair !== undefined && node.start - place.pair.key.end > 3;
  const span = { block: node.block, start: node.start + key.length, end: node.start + all.length };
  const fixes = single && onItsOwnLine ? [{ safe: true, edits: [{ span, text: ": " }] }] : [];
  return sign.startsWith(":")
    ? {
        message: say`A space is missing after the colon of ${code(key)}, so all of it is read as text.`,
        help: say`A key ends where a colon and a space follow.`,
        fixes: fixes.map((fix) => ({ title: say`Insert a space`, ...fix })),
      }
    : {
        message: say`Between ${code(key)} and its value stands a colon, not an equals sign.`,
        help: say`Write ${code(`${key}: …`)}.`,
        fixes: fixes.map((fix) => ({ title: say`Write a colon`, ...fix })),
      };
}

/** `- save-rate:` where each thing has a name of its own. */
function listOfEntries({ path, node }: Place): { message: Message; help: Message; fixes: Fix[] } | undefined {
  const first = node.kind === "list" ? node.items[0] : undefined;
  const pair = first?.kind === "map" ? first.pairs[0] : undefined;
  if (!pair) return undefined;
  const id = pair.value?.kind === "scalar" && keyText(pair) === "id" ? String(pair.value.value) : keyText(pair);
  return {
    message: say`${code(String(path.at(-1) ?? ""))} takes keys of its own, and a list stands here.`,
    help: say`Leave out the dashes: each name is a key, as in ${code(`${id}:`)}, and what belongs to it stands below, further in.`,
    fixes: [],
  };
}
