import type { Fix } from "../../base/finding.ts";
import { code, listOf, type Message, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import type { Context } from "../../workspace/context.ts";
import { possibleNames, undefinedReferences } from "../../workspace/resolve.ts";
import type { Reference, ReferenceKind } from "../../workspace/symbols.ts";
import { defineRule } from "../rule.ts";

export const undefinedReference = defineRule({
  id: "undefined-reference",
  family: "links",
  severity: "error",
  kind: "conflict",
  fromAbsence: true,
  summary: "A name that is defined nowhere.",
  decidedBy: "links",
  fixable: true,
  on: "file",
  *check(_file, context) {
    for (const reference of undefinedReferences(context)) {
      lookAt(context, reference.kind);
      const names = possibleNames(context, reference);
      const meant = usedAs(context, reference) ?? nearest(reference.name, names);
      yield {
        span: reference.span,
        message: meant
          ? say`There is no ${whatIs(reference.kind)} ${code(reference.name)}. Did you mean ${code(meant)}?`
          : say`There is no ${whatIs(reference.kind)} ${code(reference.name)}.`,
        help: names.length > 0 && names.length <= 8 ? say`Defined are ${listOf(names)}.` : wayOut(reference.kind),
        fixes: meant ? [changeTo(reference, meant)] : [],
      };
    }
  },
});

/** Notes the sections where such a name would be defined, so that a broken one keeps the rule silent. */
function lookAt(context: Context, kind: ReferenceKind): void {
  switch (kind) {
    case "measure":
      void [context.metrics, context.behaviors];
      break;
    case "metric":
      void context.metrics;
      break;
    case "definition":
      void context.links;
      break;
    case "person":
      void [context.people, context.links];
      break;
    case "goal":
      void [context.goals, context.links];
      break;
    case "rate":
      void [context.rates, context.links];
      break;
    case "point":
      void context.points;
      break;
    case "audience":
      void context.audience;
      break;
    case "behavior":
      void context.behaviors;
      break;
    case "objective":
      void context.objectives;
      break;
    default:
  }
}

/** The program's own name for a catalog metric that was written by the catalog's name. */
function usedAs(context: Context, reference: Reference): string | undefined {
  if (reference.kind !== "metric" && reference.kind !== "measure") return undefined;
  for (const view of context.metrics.values()) if (view.metric.use?.value === reference.name) return view.id;
  return undefined;
}

function changeTo(reference: Reference, name: string): Fix {
  return { title: say`Change to ${code(name)}`, safe: false, edits: [{ span: reference.span, text: name }] };
}

function whatIs(kind: ReferenceKind): Message {
  switch (kind) {
    case "definition":
      return say`catalog metric`;
    case "measure":
      return say`metric or behavior`;
    case "point":
      return say`measurement point`;
    default:
      return { key: kind, values: [] };
  }
}

function wayOut(kind: ReferenceKind): Message {
  switch (kind) {
    case "person":
      return say`Add the person under ${code("people")}, here or in a catalog that this file names under ${code("catalogs")}.`;
    case "goal":
      return say`Add the goal under ${code("goals")} of a catalog, and name that catalog under ${code("catalogs")}.`;
    case "definition":
      return say`Define it under ${code("metrics")} of a catalog that this file names under ${code("catalogs")}, or take one from the library: ${code("use: library/…")}.`;
    case "metric":
      return say`Add it under ${code("metrics")}, or correct the name.`;
    case "measure":
      return say`Add it under ${code("metrics")} or ${code("behaviors")}, or correct the name.`;
    case "rate":
      return say`Add the rate under ${code("rates")}, here or in a catalog, or write the number.`;
    case "point":
      return say`Add the point under ${code("points")} of ${code("measurement")}, or correct the name.`;
    case "audience":
      return say`Add it under ${code("audience")}, or correct the name.`;
    case "behavior":
      return say`Add it under ${code("behaviors")}, or correct the name.`;
    default:
      return say`Add it under ${code("objectives")}, or correct the name.`;
  }
}
