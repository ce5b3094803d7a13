import { type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Catalog } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import { nameOf, promiseOf } from "./preview-figures.ts";
import { type Column, captionOf, type Graph, GraphBuilder } from "./preview-graph.ts";
import { wholeOf } from "./preview-nodes.ts";

const COLUMNS: readonly Column[] = [
  { heading: say`Goals`, question: say`what the organization wants to reach` },
  { heading: say`Metrics`, question: say`what shows whether it does` },
  { heading: say`Programs`, question: say`who wants to move them` },
];
const [GOALS, METRICS, PROGRAMS] = [0, 1, 2];

/** What a catalog holds together: goals, the metrics that support them, and the programs that use those. */
export function catalogGraph(context: Context, catalog: Catalog, title: string): Graph {
  const graph = new GraphBuilder();
  for (const goal of catalog.goals?.entries.values() ?? []) {
    const { id, statement, owner } = goal;
    graph.add({
      id: `goal ${id}`,
      column: GOALS,
      kind: "goal",
      label: say`Goal`,
      text: statement?.value ?? nameOf(id),
      facts: owner ? [context.people.get(owner.value)?.name?.value ?? owner.value] : [],
      span: wholeOf(goal),
    });
  }
  for (const view of context.metrics.values()) {
    const { id, metric, unit, supports } = view;
    const to = `metric ${id}`;
    const problems: Message[] = [];
    if (view.unresolved && metric.use) problems.push(say`undefined: ${metric.use.value}`);
    graph.add({
      id: to,
      column: METRICS,
      kind: "metric",
      label: view.kind ? KINDS[view.kind.value] : say`Metric`,
      text: view.name?.value ?? nameOf(id),
      facts: unit && view.direction ? [say`${unit.value}, ${DIRECTIONS[view.direction.value]}`] : [],
      problems,
      span: wholeOf(metric),
    });
    if (!supports) continue;
    addUnlessKnown(context, graph, supports.value, supports.span);
    graph.connect(`goal ${supports.value}`, to);
  }
  addPrograms(context, catalog, graph);
  const drawn = graph.finish(COLUMNS);
  return { ...drawn, title: say`Goals, metrics and programs of ${title}`, caption: captionOf(drawn) };
}

/** A goal of another catalog, or of none. */
function addUnlessKnown(context: Context, graph: GraphBuilder, goal: string, span: Span): void {
  const known = context.goals.get(goal);
  graph.add({
    id: `goal ${goal}`,
    column: GOALS,
    kind: "goal",
    state: known ? "sound" : "undefined",
    label: say`Goal`,
    text: known ? (known.statement?.value ?? nameOf(goal)) : say`undefined: ${goal}`,
    span,
  });
}

function addPrograms(context: Context, catalog: Catalog, graph: GraphBuilder): void {
  for (const { uri, shared: program } of context.snapshot.files.values()) {
    if (!program) continue;
    const uses = [...(program.metrics?.entries.values() ?? [])].filter(
      ({ use }) => use && catalog.metrics?.entries.has(use.value),
    );
    if (uses.length === 0) continue;
    const other = context.snapshot.context(uri);
    for (const { id, use } of uses) {
      const view = other?.metrics.get(id);
      const definition = use && catalog.metrics?.entries.get(use.value);
      if (!view || !definition || view.used !== definition) continue;
      const scale = { unit: view.unit?.value, currency: program.money?.currency?.value };
      const node = `program ${uri} ${id}`;
      graph.add({
        id: node,
        column: PROGRAMS,
        kind: "program",
        label: STATUSES[program.status?.value ?? "planned"],
        text: program.title?.value ?? program.id?.value ?? say`A program`,
        facts: promiseOf(view.metric.baseline, view.metric.target, scale),
        span: view.metric.key,
      });
      graph.connect(`metric ${definition.id}`, node);
    }
  }
}

const DIRECTIONS = {
  higher: say`higher is better`,
  lower: say`lower is better`,
  hold: say`is to stay in its band`,
} as const;

const KINDS = { proportion: say`Proportion`, mean: say`Mean`, rate: say`Rate` } as const;

const STATUSES = {
  draft: say`Draft`,
  planned: say`Planned`,
  live: say`Live`,
  evaluated: say`Evaluated`,
  retired: say`Retired`,
} as const;
