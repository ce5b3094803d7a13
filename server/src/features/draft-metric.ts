import { entryId } from "../base/entry-id.ts";
import { type LibraryMetric, libraryMetric } from "../library/metric-library.ts";
import { isLibraryReference } from "../workspace/metric-view.ts";
import type { DraftAnswers } from "./draft-answers.ts";
import { definitionOf, type NearCatalog } from "./draft-surroundings.ts";
import { draftTemplate } from "./draft-templates.ts";

/** The metric that a draft is about. */
export interface DraftMetric {
  readonly id: string;
  readonly name: string;
  /** What `use` names; absent where the metric is defined in the program. */
  readonly use: string | undefined;
  readonly library: LibraryMetric | undefined;
  readonly direction: "higher" | "lower" | "hold" | undefined;
  /** The goal of the organization that it supports. */
  readonly goal: string | undefined;
  /** It has these already, from the catalog. */
  readonly has: { readonly source: boolean; readonly owner: boolean };
}

/** What was chosen; without a choice, the usual metric of the template. Undefined where a program has none. */
export function draftMetric(
  { metric, template: templateId }: DraftAnswers,
  catalogs: readonly NearCatalog[],
): DraftMetric | undefined {
  const template = draftTemplate(templateId);
  if (template?.exempt !== undefined) return undefined;
  if (metric?.from === "new") return { ...NOTHING, id: entryId(metric.name, "metric"), name: metric.name };
  if (metric?.from === "catalog") return ofCatalog(catalogs, metric.uri, metric.id);
  const library = libraryMetric(metric?.id ?? template?.metrics[0] ?? "");
  return library && ofLibrary(library);
}

const NOTHING = {
  use: undefined,
  library: undefined,
  direction: undefined,
  goal: undefined,
  has: { source: false, owner: false },
} as const;

function ofLibrary(library: LibraryMetric): DraftMetric {
  const { id, name, direction } = library;
  return { ...NOTHING, id, name, use: `library/${id}`, library, direction };
}

function ofCatalog(catalogs: readonly NearCatalog[], uri: string, id: string): DraftMetric | undefined {
  const definition = definitionOf(catalogs, uri, id);
  if (!definition) return undefined;
  const library =
    definition.use && isLibraryReference(definition.use.value) ? libraryMetric(definition.use.value) : undefined;
  return {
    id,
    use: id,
    library,
    name: definition.name?.value ?? library?.name ?? id,
    direction: definition.direction?.value ?? library?.direction,
    goal: definition.supports?.value,
    has: { source: definition.source !== undefined, owner: definition.owner !== undefined },
  };
}

/** The name of a program after its metric, as a result: `Lower customer churn`. */
export function titleAfter({ name, direction }: DraftMetric): string {
  const plain = /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  if (direction === undefined) return name;
  return `${{ higher: "Raise", lower: "Lower", hold: "Hold" }[direction]} ${plain}`;
}
