import type { Finding, Fix, Related } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { keyText, type MapNode, type Pair } from "../../syntax/node.ts";
import { removePair } from "../../syntax/remove-pair.ts";
import type { Context } from "../../workspace/context.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import { defineRule } from "../rule.ts";

export const redefinedMetric = defineRule({
  id: "redefined-metric",
  family: "links",
  severity: "error",
  kind: "conflict",
  summary: "A metric that is taken from a catalog or the library and defined again.",
  decidedBy: "links",
  fixable: true,
  on: "file",
  *check(_file, context) {
    for (const view of context.metrics.values()) yield* findRedefinitions(view, context);
  },
});

/** Keys that the place behind `use` already settles. */
const SETTLED_BY_LIBRARY = ["name", "definition", "kind", "unit", "direction"] as const;
const SETTLED_BY_CATALOG = [...SETTLED_BY_LIBRARY, "supports", "influenced-by", "source", "owner", "value"] as const;

function* findRedefinitions(view: MetricView, context: Context): Iterable<Finding> {
  const { use } = view.metric;
  if (!use || view.unresolved || REDEFINES_NOTHING.has(view)) return;
  let isFound = false;
  for (const key of SETTLED_BY_CATALOG) {
    const pair = pairWith(view.metric.node, key);
    if (!pair?.value || !isSettled(view, key)) continue;
    isFound = true;
    yield {
      span: pair.key,
      message: say`${code(key)} of ${code(view.id)} is already defined by ${code(use.value)}.`,
      help: say`Two definitions drift apart and nobody knows which one was measured. Take this one out, or define a metric of its own without ${code("use")}.`,
      related: definedThere(view, key),
      fixes: [removal(pair, key, context, view.metric.node)],
    };
  }
  if (!isFound) REDEFINES_NOTHING.add(view);
}

/** A view is the same object as long as the metric and what it takes are. */
const REDEFINES_NOTHING = new WeakSet<MetricView>();

function pairWith(map: MapNode, key: string): Pair | undefined {
  return map.pairs.find((pair) => keyText(pair) === key);
}

function isSettled(view: MetricView, key: (typeof SETTLED_BY_CATALOG)[number]): boolean {
  if (view.library && SETTLED_BY_LIBRARY.some((each) => each === key)) return true;
  return view.used !== undefined && pairWith(view.used.node, key)?.value !== undefined;
}

function definedThere(view: MetricView, key: string): readonly Related[] {
  const there = view.used && pairWith(view.used.node, key);
  return there ? [{ span: there.key, message: say`It is defined here.` }] : [];
}

function removal(pair: Pair, key: string, context: Context, map: MapNode): Fix {
  return {
    title: say`Remove ${code(key)} here`,
    safe: false,
    edits: [{ span: removePair(context.source.tree, map, pair), text: "" }],
  };
}
