import type { Translation } from "../base/message.ts";
import { render, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import { type Graph, type GraphNode, isHole } from "../features/preview-graph.ts";
import { words } from "./node-words.ts";

export interface TableCell {
  readonly text: string;
  readonly span: Span | undefined;
  readonly broken: boolean;
}

export interface GraphTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

const MOST_ROWS = 500;

/** The same as the picture, in rows: one for each path through it, from left to right. */
export function graphTable(graph: Graph, translation?: Translation): GraphTable {
  const nexts = new Map<string, GraphNode[]>();
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const entered = new Set<string>();
  const above = companionsOf(graph);
  for (const { from, to } of graph.edges) {
    const target = nodes.get(to);
    if (above.get(to)?.id === from) entered.add(from);
    if (!target || nodes.get(from)?.column === target.column) continue;
    entered.add(to);
    const list = nexts.get(from);
    if (list) list.push(target);
    else nexts.set(from, [target]);
  }
  const rows: TableCell[][] = [];
  let isCut = false;
  const starts = graph.nodes.filter(({ id }) => !entered.has(id)).sort((a, b) => a.column - b.column);
  const visit = (path: readonly GraphNode[]) => {
    const last = path.at(-1);
    const after = (last && nexts.get(last.id)) ?? [];
    if (rows.length >= MOST_ROWS) isCut = true;
    else if (after.length === 0) rows.push(rowOf(path));
    else for (const next of after) visit([...path, next]);
  };
  for (const start of starts) visit([start]);
  if (isCut)
    rows.push([
      { text: render(say`There are more paths than can be shown.`, translation), span: undefined, broken: false },
    ]);
  return { columns: graph.columns.map(({ heading }) => render(heading, translation)), rows };

  function rowOf(path: readonly GraphNode[]): TableCell[] {
    return graph.columns.map((_, column) => {
      const node = path.find((each) => each.column === column);
      if (!node) return { text: "", span: undefined, broken: false };
      const companion = above.get(node.id);
      const all = companion ? [companion, node] : [node];
      const text = all.map((each) => cellText(each, translation)).join(" → ");
      return { text, span: node.span, broken: all.some(isBroken) };
    });
  }
}

/** Nodes that are linked to nothing but the next one in their column: they share its cell. */
function companionsOf({ nodes, edges }: Graph): ReadonlyMap<string, GraphNode> {
  const columns = new Map(nodes.map(({ id, column }) => [id, column]));
  const across = new Set(
    edges.filter(({ from, to }) => columns.get(from) !== columns.get(to)).flatMap(({ from, to }) => [from, to]),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<string, GraphNode>();
  for (const { from, to } of edges) {
    const node = byId.get(from);
    if (node && from !== to && columns.get(from) === columns.get(to) && !across.has(from)) found.set(to, node);
  }
  return found;
}

function isBroken({ state, problems }: GraphNode): boolean {
  return isHole(state) || problems.length > 0;
}

function cellText({ text, facts, problems }: GraphNode, translation: Translation | undefined): string {
  return [text, ...facts, ...problems].map((part) => words(part, translation).replace(/\.$/, "")).join("; ");
}
