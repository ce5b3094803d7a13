import { type Message, say } from "../base/message.ts";
import { type Span, spanFrom } from "../base/span.ts";
import { type Entry, isMissing, type Listed, type Located } from "../model/located.ts";
import type { Objective } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import { type Facet, facetBit } from "../workspace/facet.ts";
import type { SymbolKind } from "../workspace/symbols.ts";
import { figure, nameOf } from "./preview-figures.ts";
import { type Column, captionOf, type Graph, GraphBuilder, type GraphNode, type NodeKind } from "./preview-graph.ts";
import {
  ASSESSMENTS,
  assessmentNode,
  BEHAVIORS,
  behaviorNode,
  METRICS,
  metricNode,
  NEED,
  OBJECTIVES,
  objectiveNode,
  wholeOf,
} from "./preview-nodes.ts";

const COLUMNS: readonly Column[] = [
  { heading: say`Need`, question: say`why we do this` },
  { heading: say`Metrics`, question: say`what shall change` },
  { heading: say`Behaviors`, question: say`what people will do at work` },
  { heading: say`Objectives`, question: say`what they will be able to do` },
  { heading: say`Assessments`, question: say`how we know that they can` },
];

/**
 * The results chain of a program: need → metrics → behaviors → objectives → assessments, with what is missing in it. Its
 * nodes are the same object in later versions of the file, as long as nothing has changed that they show.
 */
export function programGraph(context: Context, title: string): Graph {
  const drawn = context.once(GRAPH, () => graphOf(context));
  return { ...drawn, title: say`Results chain of ${title}`, caption: captionOf(drawn) };
}

const GRAPH = {};

function graphOf(context: Context): Pick<Graph, "columns" | "nodes" | "edges"> {
  const chain = new ProgramChain(context);
  chain.addNeed();
  chain.addParts();
  chain.addLinks();
  chain.fillColumns();
  return chain.graph.finish(COLUMNS);
}

class ProgramChain {
  readonly graph = new GraphBuilder();
  readonly #context: Context;
  readonly #broken: number;

  constructor(context: Context) {
    this.#context = context;
    this.#broken = context.brokenFacets;
  }

  addNeed(): void {
    const { need } = this.#context;
    if (!need) {
      if (!this.#context.isWrong("need")) this.#absent(NEED, "need", "need", say`no business need is written`);
      return;
    }
    const { exempt, problem, goal, costOfGap } = need;
    const span = spanFrom(need.key, need.node);
    const problems: Message[] = [];
    const isCertain = this.#isWhole("need");
    if (!exempt && isCertain && isMissing(need, "problem")) problems.push(say`no problem is named`);
    if (!exempt && isCertain && isMissing(need, "goal")) problems.push(say`no goal is named`);
    const currency = this.#context.money?.currency?.value;
    if (goal) this.#addGoal(goal);
    this.graph.add({
      id: "need",
      column: NEED,
      kind: "need",
      label: exempt ? say`Exempt: ${exempt.value}` : say`Problem`,
      text: problem?.value ?? (exempt && need.reason?.value) ?? say`The need`,
      facts: costOfGap ? [say`costs ${figure(costOfGap.value, { unit: "currency", currency })} a year`] : [],
      problems,
      span,
    });
    if (goal) this.graph.connect("goal", "need");
  }

  #addGoal(goal: Located<string>): void {
    const known = this.#context.goals.get(goal.value);
    const statement = known?.statement?.value ?? nameOf(goal.value);
    if (known || !this.#isWhole("catalogs")) {
      this.graph.add({ id: "goal", column: NEED, kind: "goal", label: say`Goal`, text: statement, span: goal.span });
    } else this.#undefined("goal", NEED, "goal", say`Goal`, goal);
  }

  addParts(): void {
    const { metrics, behaviors, objectives, assessments } = this.#context;
    for (const view of metrics.values()) {
      this.#add(metricNode(view, this.#context));
      if (view.metric.role?.value !== "guardrail") this.graph.connect("need", `metric ${view.id}`);
    }
    for (const behavior of behaviors.values()) this.#add(behaviorNode(behavior, this.#context));
    for (const objective of objectives.values()) this.#add(objectiveNode(objective));
    for (const assessment of assessments.values()) this.#add(assessmentNode(assessment));
  }

  /** Follows every reference, and puts a hole where one leads nowhere or is not there. */
  addLinks(): void {
    const { metrics, behaviors, objectives, assessments, chain, isExempt } = this.#context;
    for (const behavior of behaviors.values()) {
      const to = `behavior ${behavior.id}`;
      this.#refer(behavior.moves, "metric", METRICS, say`Metric`, (from) => this.graph.connect(from, to));
      if (isExempt || !this.#lacks(behavior, "moves")) continue;
      this.graph.connect(this.#hole(METRICS, "metric", "metrics", say`moves no metric`, behavior), to);
    }
    for (const { metric, id } of metrics.values()) {
      if (metric.role?.value === "guardrail" || chain.moving(id).length > 0) continue;
      const hole = this.#hole(BEHAVIORS, "behavior", "behaviors", say`no behavior moves this`, metric);
      this.graph.connect(`metric ${id}`, hole);
    }
    for (const objective of objectives.values()) this.#linkObjective(objective);
    for (const behavior of behaviors.values()) {
      if (chain.enabling(behavior.id).length > 0) continue;
      const hole = this.#hole(OBJECTIVES, "objective", "objectives", say`no objective enables this`, behavior);
      this.graph.connect(`behavior ${behavior.id}`, hole);
    }
    for (const assessment of assessments.values()) {
      const to = `assessment ${assessment.id}`;
      this.#refer(assessment.assesses, "objective", OBJECTIVES, say`Objective`, (from) => this.graph.connect(from, to));
      if (!this.#lacks(assessment, "assesses")) continue;
      this.graph.connect(this.#hole(OBJECTIVES, "objective", "objectives", say`assesses no objective`, assessment), to);
    }
  }

  #linkObjective(objective: Objective): void {
    const { chain } = this.#context;
    const { id } = objective;
    const own = `objective ${id}`;
    this.#refer(objective.enables, "behavior", BEHAVIORS, say`Behavior`, (from) => this.graph.connect(from, own));
    this.#refer(objective.requires, "objective", OBJECTIVES, say`Objective`, (to) => this.graph.connect(own, to));
    if (this.#lacks(objective, "enables") && chain.behaviorsReached(id).size === 0) {
      const hole = this.#hole(BEHAVIORS, "behavior", "behaviors", say`enables no behavior`, objective);
      this.graph.connect(hole, own);
    }
    if (chain.assessing(id).length > 0) return;
    const hole = this.#hole(ASSESSMENTS, "assessment", "assessments", say`nothing assesses this`, objective);
    this.graph.connect(own, hole);
  }

  /** Says of a column with nothing in it that there is nothing. */
  fillColumns(): void {
    if (this.#context.isExempt && !this.graph.hasIn(METRICS)) this.#standAside();
    if (!this.graph.hasIn(METRICS)) this.#absent(METRICS, "metric", "metrics", say`no metric says what shall change`);
    if (!this.graph.hasIn(BEHAVIORS)) this.#absent(BEHAVIORS, "behavior", "behaviors", say`no behavior is written`);
    if (!this.graph.hasIn(OBJECTIVES))
      this.#absent(OBJECTIVES, "objective", "objectives", say`no objective is written`);
    if (!this.graph.hasIn(ASSESSMENTS)) {
      this.#absent(ASSESSMENTS, "assessment", "assessments", say`no assessment is written`);
    }
  }

  #standAside(): void {
    this.graph.add({
      id: "exempt",
      column: METRICS,
      kind: "metric",
      state: "aside",
      label: say`No metric`,
      text: say`none is claimed: the program is exempt`,
      span: undefined,
    });
    this.graph.connect("need", "exempt");
    for (const behavior of this.#context.behaviors.keys()) this.graph.connect("exempt", `behavior ${behavior}`);
  }

  #add(node: Omit<GraphNode, "state">): void {
    const isMeasure = node.kind === "metric" || node.kind === "behavior";
    const isUnmeasured = isMeasure && node.measured === undefined && this.#isWhole("measurement");
    const problems = isUnmeasured ? [...node.problems, say`never measured`] : node.problems;
    this.graph.add({ ...node, problems: node.span && this.#isInDoubt(node.span) ? [] : problems });
  }

  #refer(
    list: Listed<Located<string>> | undefined,
    kind: NodeKind & SymbolKind,
    column: number,
    label: Message,
    connect: (id: string) => void,
  ): void {
    for (const reference of list?.items ?? []) {
      const id = `${kind} ${reference.value}`;
      this.#undefined(id, column, kind, label, reference);
      connect(id);
    }
  }

  /** What is defined is there already; a definition that cannot be read is no hole. */
  #undefined(id: string, column: number, kind: NodeKind & SymbolKind, label: Message, name: Located<string>): void {
    if (this.graph.has(id)) return;
    // All sections that it can stand in have been looked at as a whole.
    const { definitions } = this.#context.source.symbols;
    const isThere = definitions.some((each) => each.kind === kind && each.name === name.value);
    const isCertain = kind === "goal" || (!isThere && this.#isWhole(FACETS[kind] ?? "header"));
    this.graph.add({
      id,
      column,
      kind,
      state: isCertain ? "undefined" : "aside",
      label,
      text: isCertain ? say`undefined: ${name.value}` : name.value,
      span: name.span,
    });
  }

  /** A place beside a part where something should be; gives its id. */
  #hole(column: number, kind: NodeKind, facet: Facet, text: Message, beside: Entry): string {
    const id = `no ${kind} ${column} ${beside.id} ${text.key}`;
    if (this.#isWhole(facet)) {
      this.graph.add({ id, column, kind, state: "absent", label: say`Missing`, text, span: wholeOf(beside) });
    }
    return id;
  }

  #absent(column: number, kind: NodeKind, facet: Facet, text: Message): void {
    if (!this.#isWhole(facet)) return;
    const id = kind === "need" ? "need" : `no ${kind}`;
    this.graph.add({ id, column, kind, state: "absent", label: say`Missing`, text, span: undefined });
    if (column === METRICS) this.graph.connect("need", id);
  }

  /** The list is not written, or empty, and nothing of the part was lost in reading. */
  #lacks<P extends Entry>(part: P, field: keyof P & string): boolean {
    const list = part[field] as Listed<unknown> | undefined;
    return (list ? list.items.length === 0 : isMissing(part, field)) && !this.#isInDoubt(wholeOf(part));
  }

  /** Something in it could not be read. */
  #isInDoubt(span: Span): boolean {
    const { spans } = this.#context.source.tree.broken;
    return spans.some(({ block, start, end }) => block === span.block && start <= span.end && span.start <= end);
  }

  /** Nothing of it was lost in reading, so that what is not there is missing. */
  #isWhole(facet: Facet): boolean {
    return (this.#broken & facetBit(facet)) === 0;
  }
}

const FACETS: Readonly<Record<string, Facet>> = {
  metric: "metrics",
  behavior: "behaviors",
  objective: "objectives",
  assessment: "assessments",
};
