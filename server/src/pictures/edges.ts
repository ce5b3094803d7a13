import type { GraphEdge } from "../features/preview-graph.ts";
import { INK } from "./colors.ts";
import type { Layout } from "./layout.ts";
import { CARD_WIDTH, type Card } from "./node-card.ts";
import { tag } from "./svg.ts";

/** Curves between neighboring columns, spread along the sides of the cards so that each can be followed. */
export function drawEdges(
  edges: readonly GraphEdge[],
  cards: readonly Card[],
  layout: Layout,
  leftOf: (column: number) => number,
): string[] {
  const byId = new Map(cards.map(({ node }, index) => [node.id, index]));
  const ends = edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  const middle = (index: number) => (layout.tops[index] ?? 0) + (cards[index]?.height ?? 0) / 2;
  const column = (index: number) => cards[index]?.node.column ?? 0;
  const across = ends.filter(({ from, to }) => column(from) !== column(to));
  const starts = portsOf(across, "from", "to", cards, middle);
  const stops = portsOf(across, "to", "from", cards, middle);
  const order = new Map(layout.columns.flatMap((each) => each.map((index, place) => [index, place])));
  return ends.map(({ edge, from, to }) => {
    const look = edge.broken
      ? { class: "ts-edge ts-edge-broken", stroke: INK.error, "stroke-width": 1.5, "stroke-dasharray": "5 4" }
      : { class: "ts-edge", stroke: INK.line, "stroke-width": 1.5 };
    if (column(from) === column(to)) {
      const distance = Math.abs((order.get(from) ?? 0) - (order.get(to) ?? 0));
      return tag("path", {
        ...look,
        class: `${look.class} ts-edge-same`,
        "stroke-dasharray": look["stroke-dasharray"] ?? "2 3",
        d: within(from, to, distance),
      });
    }
    const [x1, x2] = [leftOf(column(from)) + CARD_WIDTH, leftOf(column(to))];
    const y1 = middle(from) + (starts.get(edge) ?? 0);
    const y2 = middle(to) + (stops.get(edge) ?? 0);
    const bend = (x2 - x1) / 2;
    return tag("path", { ...look, d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}` });
  });

  /** Straight down to the next card, around those between it and another. */
  function within(from: number, to: number, distance: number): string {
    const [upper, lower] = middle(from) < middle(to) ? [from, to] : [to, from];
    const x = leftOf(column(from));
    if (from !== to && distance === 1) {
      const top = (layout.tops[upper] ?? 0) + (cards[upper]?.height ?? 0);
      return `M${x + CARD_WIDTH / 2} ${top}V${layout.tops[lower] ?? 0}`;
    }
    const [y1, y2] = [middle(upper), middle(lower) + (from === to ? 12 : 0)];
    return `M${x + CARD_WIDTH} ${y1}C${x + CARD_WIDTH + 24} ${y1} ${x + CARD_WIDTH + 24} ${y2} ${x + CARD_WIDTH} ${y2}`;
  }
}

type End = { readonly edge: GraphEdge; readonly from: number; readonly to: number };

/** How far from the middle of its side each edge leaves a card: in the order of where they lead. */
function portsOf(
  ends: readonly End[],
  near: "from" | "to",
  far: "from" | "to",
  cards: readonly Card[],
  middle: (index: number) => number,
): ReadonlyMap<GraphEdge, number> {
  const groups = new Map<number, End[]>();
  for (const end of ends) {
    const group = groups.get(end[near]);
    if (group) group.push(end);
    else groups.set(end[near], [end]);
  }
  const ports = new Map<GraphEdge, number>();
  for (const [index, group] of groups) {
    const room = Math.max(0, (cards[index]?.height ?? 0) - 24);
    const step = Math.min(10, group.length > 1 ? room / (group.length - 1) : 0);
    group.sort((a, b) => middle(a[far]) - middle(b[far]) || a[far] - b[far]);
    for (const [place, { edge }] of group.entries()) ports.set(edge, (place - (group.length - 1) / 2) * step);
  }
  return ports;
}
