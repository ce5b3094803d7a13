import type { Translation } from "../base/message.ts";
import { type GraphNode, isHole, type Measured } from "../features/preview-graph.ts";
import { INK, KIND_COLORS, palette } from "./colors.ts";
import { asideOf, describeNode, PHASES, phasesOf, words } from "./node-words.ts";
import { clean, escapeXml, tag } from "./svg.ts";
import { wrap } from "./wrap.ts";

export const CARD_WIDTH = 212;

/** A node with its lines broken, before it has a place. */
export interface Card {
  readonly node: GraphNode;
  readonly height: number;
  readonly lines: readonly Line[];
  /** What can be read on it, and its kind. */
  readonly name: string;
  /** All of its words. */
  readonly description: string;
  /** Something did not fit, and can be read by pointing at it. */
  readonly isCut: boolean;
}

type Style = "label" | "text" | "fact" | "measured" | "problem";

interface Line {
  readonly style: Style;
  readonly text: string;
  /** Baseline, from the top of the card. */
  readonly y: number;
  /** The first line of something with a mark in front. */
  readonly mark: boolean;
}

const LEFT = 14;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 9;
const MARK = 15;
const TRACK = 38;

const STYLES: Readonly<Record<Style, { size: number; step: number; lines: number; indent: number; bold?: boolean }>> = {
  label: { size: 11, step: 15, lines: 1, indent: 0 },
  text: { size: 13, step: 17, lines: 3, indent: 0, bold: true },
  fact: { size: 12, step: 16, lines: 2, indent: 0 },
  measured: { size: 11, step: 17, lines: 1, indent: TRACK },
  problem: { size: 12, step: 16, lines: 2, indent: MARK },
};

/** Breaks the words of a node into lines and measures it. */
export function makeCard(node: GraphNode, translation: Translation | undefined): Card {
  const lines: Line[] = [];
  let y = TOP;
  let isCut = false;
  const add = (style: Style, text: string) => {
    const { size, step, lines: most, indent, bold = false } = STYLES[style];
    const width = CARD_WIDTH - LEFT - RIGHT - indent;
    const broken = wrap(clean(text), { width, size, bold, lines: most });
    if (broken.at(-1)?.endsWith("…")) isCut = true;
    for (const [index, line] of broken.entries()) {
      y += step;
      lines.push({ style, text: line, y: y - Math.round(step * 0.25), mark: index === 0 });
    }
  };
  const isOpen = isHole(node.state);
  add("label", words(node.label, translation));
  if (isOpen) add("problem", words(node.text, translation));
  else add("text", words(node.text, translation));
  for (const fact of node.facts) add("fact", words(fact, translation));
  if (node.measured) add("measured", words(phasesOf(node.measured), translation));
  for (const problem of node.problems) add("problem", words(problem, translation));
  // An even height has its middle on a whole pixel, so that links between cards of one row are straight.
  return {
    node,
    height: 2 * Math.ceil((y + BOTTOM) / 2),
    lines,
    name: nameNode(node, lines, translation),
    description: describeNode(node, translation),
    isCut,
  };
}

/**
 * What the card is called: what can be read on it, in that order, so that a person who speaks to the computer can say it;
 * then its kind and, where it is measured, the points.
 */
function nameNode(node: GraphNode, lines: readonly Line[], translation: Translation | undefined): string {
  const parts: string[] = [];
  for (const [index, { style, text, mark }] of lines.entries()) {
    if (mark || lines[index - 1]?.style !== style) parts.push(text);
    else parts.push(`${parts.pop()} ${text}`);
  }
  const aside = asideOf(node, translation).filter((part) => !parts.includes(part));
  return [...parts, ...aside].map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" ");
}

/** `range` makes it something to click and to reach by keyboard. */
export function drawCard(card: Card, x: number, y: number, range: string | undefined): string {
  const { node, height, name, description, isCut } = card;
  const colors = palette(node.state);
  const isOpen = isHole(node.state);
  return tag(
    "g",
    {
      class: `ts-node ts-${node.kind} ts-${node.state}`,
      transform: `translate(${x} ${y})`,
      role: range === undefined ? "graphics-symbol" : "button",
      tabindex: range === undefined ? undefined : 0,
      "aria-label": name,
      "data-range": range,
    },
    isCut ? tag("title", {}, escapeXml(description)) : "",
    tag("rect", {
      class: "ts-box",
      x: 0.5,
      y: 0.5,
      width: CARD_WIDTH - 1,
      height: height - 1,
      rx: 6,
      fill: colors.fill,
      stroke: colors.stroke,
      "stroke-dasharray": isOpen ? "5 4" : node.state === "aside" ? "1 4" : undefined,
      "stroke-width": isOpen ? 1.5 : 1,
    }),
    isOpen || node.state === "aside" ? "" : drawBar(height, KIND_COLORS[node.kind]),
    // Apart from each other, so that a tool that reads the lines reads words.
    card.lines.map((line) => drawLine(line, node, colors.mark)).join(" "),
  );
}

/** The colored edge on the left, with the corners of the box. */
function drawBar(height: number, color: string): string {
  return tag("path", {
    class: "ts-bar",
    d: `M6 0.5H5V${height - 0.5}H6A5.5 5.5 0 0 1 0.5 ${height - 6}V6A5.5 5.5 0 0 1 6 0.5Z`,
    fill: color,
  });
}

function drawLine({ style, text, y, mark }: Line, { state, measured }: GraphNode, color: string): string {
  const { size, indent, bold } = STYLES[style];
  const isRightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
  const drawn = tag(
    "text",
    {
      class: `ts-${style}`,
      x: isRightToLeft ? CARD_WIDTH - RIGHT : LEFT + indent,
      y,
      "font-size": size,
      "font-weight": bold ? 600 : undefined,
      fill: style === "problem" ? color : style === "text" ? INK.text : INK.muted,
      direction: isRightToLeft ? "rtl" : undefined,
    },
    escapeXml(text),
  );
  if (style === "measured" && measured) return drawTrack(measured, y - 4) + drawn;
  return style === "problem" && mark ? drawMark(state, y, color) + drawn : drawn;
}

/** Three dots on a line, before, during and after: full where something is measured. */
function drawTrack(measured: Measured, y: number): string {
  const [start, step] = [LEFT + 4, 11];
  const dots = PHASES.map((phase, index) =>
    tag("circle", {
      class: measured[phase].length > 0 ? "ts-dot" : "ts-dot-open",
      cx: start + index * step,
      cy: y,
      r: 3.5,
      fill: measured[phase].length > 0 ? INK.muted : INK.surface,
      stroke: INK.muted,
    }),
  );
  const line = tag("path", { class: "ts-track", d: `M${start} ${y}h${2 * step}`, stroke: INK.muted });
  return tag("g", {}, line, ...dots);
}

/** Told apart by shape: a triangle for something incomplete, a cross for a hole, a question mark for an unknown name. */
function drawMark(state: GraphNode["state"], y: number, color: string): string {
  const [x, top] = [LEFT, y - 10];
  const shape = { class: "ts-mark", fill: "none", stroke: color, "stroke-width": 1.4, "stroke-linecap": "round" };
  if (state === "incomplete") {
    const d = `M${x + 5.5} ${top + 0.5}L${x + 11} ${top + 10.5}H${x}ZM${x + 5.5} ${top + 4}v3M${x + 5.5} ${top + 8.8}v0.1`;
    return tag("path", { ...shape, "stroke-linejoin": "round", d });
  }
  if (state === "absent") return tag("path", { ...shape, d: `M${x + 1.5} ${top + 2}l7 7M${x + 8.5} ${top + 2}l-7 7` });
  const arc = `M${x + 2.5} ${top + 3.5}a2.8 2.8 0 1 1 4.4 2.3q-1.4 0.9 -1.4 2M${x + 5.5} ${top + 10.3}v0.1`;
  return tag("path", { ...shape, d: arc });
}
