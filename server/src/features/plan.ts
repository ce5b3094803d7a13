import { formatDay } from "../base/date.ts";
import type { Diagnostic } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Status } from "../workspace/context.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { fileName } from "../workspace/uri.ts";
import { type CalendarEntry, calendarOf } from "./plan-calendar.ts";
import { type LevelRow, levelsOf } from "./plan-levels.ts";
import { needPart } from "./plan-need.ts";
import { decisionsPart, moneyPart, type PlanPart, supportPart } from "./plan-parts.ts";
import { type EvaluationView, previewEvaluation } from "./preview-evaluation.ts";
import { type ForecastPreview, previewForecast } from "./preview-forecast.ts";
import type { Graph } from "./preview-graph.ts";
import { programGraph } from "./preview-program.ts";
import { nextStatus, stepsTo } from "./preview-steps.ts";
import { type Timeline, timelineOf } from "./preview-timeline.ts";

/** The plan of one program as the field writes it: what a page or a calendar says, before it is drawn. */
export interface Plan {
  readonly uri: string;
  readonly id: string | undefined;
  readonly title: string;
  readonly status: Status;
  /** What it is about, in one sentence. */
  readonly lead: Message;
  /** Something of the text could not be read: the plan is a part. */
  readonly isTorn: boolean;
  readonly need: PlanPart;
  readonly chain: Graph;
  readonly levels: readonly LevelRow[];
  readonly calendar: readonly CalendarEntry[];
  /** Absent where nothing has its day yet. */
  readonly timeline: Timeline | undefined;
  readonly support: PlanPart;
  readonly money: PlanPart;
  readonly forecast: ForecastPreview | undefined;
  readonly decisions: PlanPart;
  /** Absent where nothing is measured yet. */
  readonly evaluation: EvaluationView | undefined;
  /** What stands between it and its next status. */
  readonly open: readonly Diagnostic[];
  readonly nextStatus: Status | undefined;
}

/** The plan of a file; undefined for what is no program. */
export function planOf(snapshot: Snapshot, uri: string): Plan | undefined {
  const context = snapshot.context(uri);
  const program = context?.program;
  if (!context || !program) return undefined;
  const { broken } = context.source.tree;
  const title = program.title?.value ?? program.id?.value ?? fileName(uri);
  const { status, tier, launch } = context;
  const next = nextStatus(status);
  const starts = launch ? say`launch on ${formatDay(launch.value)}` : say`the launch is not set`;
  const evaluation = previewEvaluation(context);
  return {
    uri,
    id: program.id?.value,
    title,
    status,
    lead: say`Measurement plan of the program ${code(program.id?.value ?? fileName(uri))}: ${status}, ${tier}, ${starts}. As of ${formatDay(context.today)}.`,
    isTorn: broken.all || broken.keys.size > 0,
    need: needPart(context),
    chain: programGraph(context, title),
    levels: levelsOf(context),
    calendar: calendarOf(context),
    timeline: timelineOf(context),
    support: supportPart(context),
    money: moneyPart(context),
    forecast: previewForecast(snapshot, uri),
    decisions: decisionsPart(context),
    evaluation: evaluation?.none ? undefined : evaluation,
    open: stepsTo(snapshot, uri, next),
    nextStatus: next,
  };
}
