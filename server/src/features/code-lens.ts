import { type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Context } from "../workspace/context.ts";
import { findSymbol, referencesTo } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** A line above an entry that says how it is linked; clicking it lists the places. */
export interface CodeLens {
  readonly span: Span;
  readonly title: Message;
  readonly places: readonly Span[];
}

/** How every metric, behavior and objective of a program, and every metric of a catalog, is linked. */
export function codeLenses(snapshot: Snapshot, uri: string): readonly CodeLens[] {
  const context = snapshot.context(uri);
  if (!context) return [];
  return context.catalog ? catalogLenses(context) : programLenses(context);
}

function programLenses(context: Context): CodeLens[] {
  const { chain } = context;
  const lenses: CodeLens[] = [];
  for (const { id, metric } of context.metrics.values()) {
    const moving = chain.moving(id);
    const measuring = chain.measuring(id);
    lenses.push({
      span: metric.key,
      title: say`${count(moving.length, say`moved by 1 behavior`, say`moved by ${moving.length} behaviors`)} · ${points(measuring.length)}`,
      places: [...moving, ...measuring].map(({ key }) => key),
    });
  }
  for (const behavior of context.behaviors.values()) {
    const enabling = chain.enabling(behavior.id);
    const measuring = chain.measuring(behavior.id);
    lenses.push({
      span: behavior.key,
      title: say`${count(enabling.length, say`enabled by 1 objective`, say`enabled by ${enabling.length} objectives`)} · ${points(measuring.length)}`,
      places: [...enabling, ...measuring].map(({ key }) => key),
    });
  }
  for (const objective of context.objectives.values()) {
    const assessing = chain.assessing(objective.id);
    const practicing = chain.practicing(objective.id);
    lenses.push({
      span: objective.key,
      title: say`${count(practicing.length, say`practiced in 1 activity`, say`practiced in ${practicing.length} activities`)} · ${count(assessing.length, say`checked by 1 assessment`, say`checked by ${assessing.length} assessments`)}`,
      places: [...practicing, ...assessing].map(({ key }) => key),
    });
  }
  return lenses;
}

function catalogLenses(context: Context): CodeLens[] {
  const { snapshot } = context;
  const lenses: CodeLens[] = [];
  for (const definition of context.catalog?.metrics?.entries.values() ?? []) {
    const target = findSymbol(context, "definition", definition.id);
    const uses = target ? referencesTo(snapshot, target) : [];
    lenses.push({
      span: definition.key,
      title: count(uses.length, say`used in 1 place`, say`used in ${uses.length} places`),
      places: uses.map(({ reference }) => reference.span),
    });
  }
  for (const goal of context.catalog?.goals?.entries.values() ?? []) {
    const target = findSymbol(context, "goal", goal.id);
    const uses = target ? referencesTo(snapshot, target) : [];
    lenses.push({
      span: goal.key,
      title: count(uses.length, say`named in 1 place`, say`named in ${uses.length} places`),
      places: uses.map(({ reference }) => reference.span),
    });
  }
  return lenses;
}

function points(number: number): Message {
  return count(number, say`measured at 1 point`, say`measured at ${number} points`);
}

function count(number: number, one: Message, many: Message): Message {
  return number === 1 ? one : many;
}
