import type { Message } from "../base/message.ts";
import { say } from "../base/message.ts";
import type { Span } from "../base/span.ts";

/** An argument as a picture shows it: columns from left to right, and what in one leads to what in the next. */
export interface Graph {
  readonly title: Message;
  /** What there is to see, in one or two sentences. */
  readonly caption: Message;
  readonly columns: readonly Column[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface Column {
  readonly heading: Message;
  /** What its nodes answer. */
  readonly question: Message;
}

export type NodeKind = "need" | "goal" | "metric" | "behavior" | "objective" | "assessment" | "program";

/**
 * `sound`: nothing is missing. `incomplete`: it stands there, and something of it is missing (`problems`).
 * `absent`: a place where something should be and is not. `undefined`: something refers to it and it is not there.
 * `aside`: words that are no part of the argument.
 */
export type NodeState = "sound" | "incomplete" | "absent" | "undefined" | "aside";

export interface GraphNode {
  readonly id: string;
  readonly column: number;
  readonly kind: NodeKind;
  readonly state: NodeState;
  /** What it is: `primary metric`. */
  readonly label: string | Message;
  /** What it says, in the words of the file where it has any. */
  readonly text: string | Message;
  /** Numbers and dates, one line each. */
  readonly facts: readonly (string | Message)[];
  /** What is wrong with it. */
  readonly problems: readonly Message[];
  /** When it is measured; absent where nothing of its kind is. */
  readonly measured?: Measured | undefined;
  /** All of it, where it stands in a file. */
  readonly span: Span | undefined;
}

export type Phase = "before" | "during" | "after";

/** The names of the points that measure something, by phase. */
export type Measured = Readonly<Record<Phase, readonly string[]>>;

export interface GraphEdge {
  /** Id of a node; its column is left of that of `to`, or the same. */
  readonly from: string;
  readonly to: string;
  /** One of its ends is not there. */
  readonly broken: boolean;
}

const MOST_IN_A_COLUMN = 200;

/** Collects nodes and edges in the order in which they should be drawn where nothing else decides. */
export class GraphBuilder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges = new Map<string, Omit<GraphEdge, "broken">>();

  /** A node that is there already stays as it is. */
  add(
    node: Omit<GraphNode, "facts" | "problems" | "state"> & Partial<Pick<GraphNode, "facts" | "problems" | "state">>,
  ): void {
    if (this.#nodes.has(node.id)) return;
    const problems = node.problems ?? [];
    const state = node.state ?? (problems.length > 0 ? "incomplete" : "sound");
    this.#nodes.set(node.id, { ...node, state, problems, facts: node.facts ?? [] });
  }

  /** Connects two nodes that are, or will be, there. */
  connect(from: string, to: string): void {
    this.#edges.set(JSON.stringify([from, to]), { from, to });
  }

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  hasIn(column: number): boolean {
    return [...this.#nodes.values()].some((node) => node.column === column);
  }

  /** What a picture can hold: of a column that is too long, the rest is counted. */
  finish(columns: readonly Column[]): Pick<Graph, "columns" | "nodes" | "edges"> {
    const nodes = columns.flatMap((_, column) => {
      const all = [...this.#nodes.values()].filter((node) => node.column === column);
      const kept = all.slice(0, MOST_IN_A_COLUMN);
      const [first] = all;
      if (!first || kept.length === all.length) return kept;
      return [...kept, restOf(first, all.length - kept.length)];
    });
    const states = new Map(nodes.map(({ id, state }) => [id, state]));
    const edges = [...this.#edges.values()]
      .filter(({ from, to }) => states.has(from) && states.has(to))
      .map(({ from, to }) => ({ from, to, broken: isHole(states.get(from)) || isHole(states.get(to)) }));
    return { columns, nodes, edges };
  }
}

/** Nothing stands there, and something should. */
export function isHole(state: NodeState | undefined): boolean {
  return state === "absent" || state === "undefined";
}

function restOf({ column, kind }: GraphNode, count: number): GraphNode {
  return {
    id: `rest ${column}`,
    column,
    kind,
    state: "aside",
    label: say`Not drawn`,
    text: say`and ${count} more`,
    facts: [],
    problems: [],
    span: undefined,
  };
}

/** How much there is, and where to look. */
export function captionOf({ columns, nodes }: Pick<Graph, "columns" | "nodes">): Message {
  const holes = nodes.filter(({ state }) => isHole(state)).length;
  const unfinished = nodes.filter(({ state }) => state === "incomplete").length;
  const reading = say`Read from left to right: ${pathOf(columns)}.`;
  if (holes + unfinished === 0) return say`${reading} Every link holds.`;
  const open = holes === 1 ? say`1 link is missing (dashed).` : say`${holes} links are missing (dashed).`;
  const short = unfinished === 1 ? say`1 part is incomplete (▲).` : say`${unfinished} parts are incomplete (▲).`;
  if (unfinished === 0) return say`${reading} ${open}`;
  return holes === 0 ? say`${reading} ${short}` : say`${reading} ${open} ${short}`;
}

function pathOf([first, ...others]: readonly Column[]): Message {
  return others.reduce((path, { heading }) => say`${path} → ${heading}`, first?.heading ?? say``);
}
