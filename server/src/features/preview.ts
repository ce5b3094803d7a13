import { type Diagnostic, isOpen } from "../base/finding.ts";
import type { Status } from "../workspace/context.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { fileName } from "../workspace/uri.ts";
import { catalogGraph } from "./preview-catalog.ts";
import { type EvaluationView, previewEvaluation } from "./preview-evaluation.ts";
import { type ForecastPreview, previewForecast } from "./preview-forecast.ts";
import type { Graph } from "./preview-graph.ts";
import { programGraph } from "./preview-program.ts";
import { type LintAs, lintAs, nextStatus, worstFirst } from "./preview-steps.ts";
import { type Timeline, timelineOf } from "./preview-timeline.ts";
import { type WaiverView, waiversOf } from "./preview-waivers.ts";
import { groupSteps, type StepGroup } from "./step-groups.ts";

/** What the preview of a program or a catalog shows. */
export interface PreviewData {
  readonly title: string;
  /** Something of the text could not be read: what is shown is a part. */
  readonly broken: boolean;
  /** Absent for a catalog. */
  readonly status: Status | undefined;
  readonly nextStatus: Status | undefined;
  readonly chain: Graph;
  /** What stands between it and its next status; of a catalog, its findings. Worst first. */
  readonly steps: readonly Diagnostic[];
  /** The same by part of the spec, with the parts in which nothing is left to do. */
  readonly groups: readonly StepGroup[];
  /** Absent where nothing has its day yet. */
  readonly timeline: Timeline | undefined;
  readonly forecast: ForecastPreview | undefined;
  readonly evaluation: EvaluationView | undefined;
  readonly waivers: readonly WaiverView[];
  /** Findings that stood when the rules were adopted: true, and counted nowhere. */
  readonly known: readonly Diagnostic[];
}

/** The preview of a file; undefined where it holds neither a program nor a catalog. */
export function preview(snapshot: Snapshot, uri: string, find: LintAs = lintAs): PreviewData | undefined {
  const context = snapshot.context(uri);
  const document = context?.file.document;
  if (!context || !document || document.is === "config") return undefined;
  const title = document.title?.value ?? document.id?.value ?? fileName(uri);
  const { broken } = context.file.tree;
  const status = document.is === "program" ? context.status : undefined;
  const next = status && nextStatus(status);
  const found = find(snapshot, uri, next);
  const steps = worstFirst(found.filter(isOpen));
  return {
    title,
    broken: broken.all || broken.keys.size > 0,
    status,
    nextStatus: next,
    chain: document.is === "program" ? programGraph(context, title) : catalogGraph(context, document, title),
    steps,
    groups: groupSteps(context, steps),
    timeline: timelineOf(context),
    forecast: previewForecast(snapshot, uri),
    evaluation: previewEvaluation(context),
    waivers: waiversOf(context, found),
    known: found.filter(({ known }) => known),
  };
}
