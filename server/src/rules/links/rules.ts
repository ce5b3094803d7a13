import type { Rule } from "../rule.ts";
import { cyclicCatalog } from "./cyclic-catalog.ts";
import { cyclicObjectives } from "./cyclic-objectives.ts";
import { redefinedMetric } from "./redefined-metric.ts";
import { unassessedObjective } from "./unassessed-objective.ts";
import { undefinedReference } from "./undefined-reference.ts";
import { unenabledBehavior } from "./unenabled-behavior.ts";
import { unlinkedObjective } from "./unlinked-objective.ts";
import { unmovedMetric } from "./unmoved-metric.ts";
import { unreadableCatalog } from "./unreadable-catalog.ts";
import { unreadableKnownFindings } from "./unreadable-known-findings.ts";
import { unusedDefinition } from "./unused-definition.ts";
import { unusedMetric } from "./unused-metric.ts";

export const LINK_RULES: readonly Rule[] = [
  undefinedReference,
  unreadableCatalog,
  unreadableKnownFindings,
  cyclicCatalog,
  redefinedMetric,
  unusedMetric,
  unusedDefinition,
  unmovedMetric,
  unenabledBehavior,
  unlinkedObjective,
  unassessedObjective,
  cyclicObjectives,
];
