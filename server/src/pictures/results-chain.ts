import { render, type Translation } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Graph } from "../features/preview-graph.ts";
import { INK, KIND_COLORS } from "./colors.ts";
import { type Drawn, drawAgain } from "./draw-again.ts";
import { type Drawing, type DrawnCell, type DrawOptions, rangeText } from "./drawing.ts";
import { drawEdges } from "./edges.ts";
import { graphTable } from "./graph-table.ts";
import { layOut } from "./layout.ts";
import { CARD_WIDTH, drawCard, makeCard } from "./node-card.ts";
import type { Link } from "./order.ts";
import { clean, escapeXml, tag } from "./svg.ts";
import { wrap } from "./wrap.ts";

const MARGIN = 12;
const GUTTER = 46;
const GAP = 16;
const HEADER = 52;

/** Draws an argument from left to right. The same data always gives the same text. */
export function drawResultsChain(graph: Graph, options: DrawOptions = {}): Drawing {
  const { translation } = options;
  const { width, height, parts, columns, rows } = drawAgain(KEPT, graph.nodes, options, (noting) =>
    drawParts(graph, noting),
  );
  const title = clean(render(graph.title, translation));
  const caption = clean(render(graph.caption, translation));
  const svg = tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "ts-picture",
      role: "graphics-document",
      "aria-label": title,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": FONTS,
    },
    tag("title", {}, escapeXml(title)),
    tag("desc", {}, escapeXml(caption)),
    parts,
  );
  return { svg, caption, columns, rows };
}

/** All but what it is called, which changes by itself. */
interface Parts extends Pick<Drawing, "columns" | "rows"> {
  readonly width: number;
  readonly height: number;
  readonly parts: string;
}

/** By the nodes of a graph: its edges and columns were made with them. */
const KEPT = new WeakMap<Graph["nodes"], Drawn<Parts>>();

function drawParts(graph: Graph, { rangeOf, translation }: DrawOptions): Parts {
  const cards = graph.nodes.map((node) => makeCard(node, translation));
  const byId = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const links = graph.edges.flatMap(({ from, to }): Link[] => {
    const [left, right] = [byId.get(from), byId.get(to)];
    return left === undefined || right === undefined ? [] : [[left, right]];
  });
  const ends = deadEnds(graph);
  const placed = cards.map(({ node, height }) => ({ column: node.column, height, low: ends.has(node.id) }));
  const layout = layOut(placed, links, graph.columns.length, GAP);
  const width = 2 * MARGIN + graph.columns.length * (CARD_WIDTH + GUTTER) - GUTTER;
  const height = HEADER + layout.height + MARGIN;
  const parts = [
    tag("rect", { class: "ts-page", width, height, fill: INK.page }),
    ...graph.columns.map((_, column) => drawHeading(graph, column, translation)),
    tag(
      "g",
      { class: "ts-edges", transform: `translate(0 ${HEADER})`, fill: "none", "aria-hidden": "true" },
      ...drawEdges(graph.edges, cards, layout, columnLeft),
    ),
    ...layout.columns.flatMap((column, at) =>
      column.map((index) => {
        const card = cards[index];
        const y = HEADER + (layout.tops[index] ?? 0);
        return card ? drawCard(card, columnLeft(at), y, rangeText(card.node.span, rangeOf)) : "";
      }),
    ),
  ].join("");
  const { columns, rows } = graphTable(graph, translation);
  return { width, height, parts, columns, rows: rows.map((row) => row.map(drawnCell)) };

  function drawnCell({ text, span, broken }: { text: string; span: Span | undefined; broken: boolean }): DrawnCell {
    const range = span && rangeOf?.(span);
    return { text, ...(range ? { range } : {}), ...(broken ? { broken } : {}) };
  }
}

/** Ids of nodes from which, on one side or the other, every link is broken, and of what they lead to. */
function deadEnds({ nodes, edges }: Graph): ReadonlySet<string> {
  const states = new Map(nodes.map((node) => [node.id, node]));
  const across = edges.filter(({ from, to }) => states.get(from)?.column !== states.get(to)?.column);
  const hopeful = new Set(across.flatMap(({ from, to, broken }) => (broken ? [] : [`right ${from}`, `left ${to}`])));
  const dead = across.filter(({ from, to }) => !hopeful.has(`right ${from}`) && !hopeful.has(`left ${to}`));
  return new Set(dead.flatMap(({ from, to }) => [from, to]));
}

const FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, Ubuntu, sans-serif";

function columnLeft(column: number): number {
  return MARGIN + column * (CARD_WIDTH + GUTTER);
}

function drawHeading(graph: Graph, column: number, translation: Translation | undefined): string {
  const { heading, question } = graph.columns[column] ?? {};
  const kind = graph.nodes.find((node) => node.column === column)?.kind;
  const x = columnLeft(column);
  if (!heading || !question) return "";
  const [asked = ""] = wrap(render(question, translation), { width: CARD_WIDTH, size: 11, lines: 1 });
  return tag(
    "g",
    { class: `ts-heading ts-${kind ?? "need"}` },
    tag(
      "text",
      { class: "ts-name", x, y: 18, "font-size": 13, "font-weight": 600, fill: INK.text },
      escapeXml(render(heading, translation)),
    ),
    tag("text", { class: "ts-question", x, y: 33, "font-size": 11, fill: INK.muted }, escapeXml(asked)),
    tag("path", { class: "ts-bar", d: `M${x} 39h${CARD_WIDTH}v2h-${CARD_WIDTH}z`, fill: KIND_COLORS[kind ?? "need"] }),
  );
}
