import { type Message, render, say } from "../base/message.ts";
import type { PreviewData } from "../features/preview.ts";
import type { EvaluationView, MeasureView } from "../features/preview-evaluation.ts";
import type { ForecastPreview } from "../features/preview-forecast.ts";
import type { Timeline } from "../features/preview-timeline.ts";
import type { DrawnCell, DrawOptions } from "./drawing.ts";
import { drawEvaluation } from "./evaluation.ts";
import { drawForecastRange } from "./forecast-range.ts";
import { drawTornado } from "./forecast-tornado.ts";
import type { Section } from "./section.ts";
import { clean } from "./svg.ts";
import { drawTimeline } from "./timeline.ts";

type Says = (message: Message) => string;

/**
 * The parts of a preview below what is still to do: when it is measured, the forecast of the money, what the results say,
 * what is set aside. A part with nothing to say is not there.
 */
export function previewSections(data: PreviewData, options: DrawOptions = {}): Section[] {
  const { timeline, forecast, evaluation } = data;
  const says: Says = (message) => render(message, options.translation);
  return [
    ...(timeline ? [timelineSection(timeline, says, options)] : []),
    ...(forecast ? [forecastSection(forecast, says, options)] : []),
    ...(evaluation && evaluation.none === undefined ? [evaluationSection(evaluation, says, options)] : []),
    ...(data.waivers.length > 0 ? [waiversSection(data, says, options)] : []),
    ...(data.known.length > 0 ? [knownSection(data, says, options)] : []),
  ];
}

const EMPTY = { lines: [], parts: [], pictures: [], tables: [], notes: [] } as const;

function timelineSection(timeline: Timeline, says: Says, options: DrawOptions): Section {
  return {
    ...EMPTY,
    id: "measurement",
    heading: says(say`Measurement`),
    pictures: [{ id: "timeline", heading: says(timeline.title), picture: drawTimeline(timeline, options) }],
  };
}

function forecastSection(forecast: ForecastPreview, says: Says, options: DrawOptions): Section {
  const figures = forecast.figures.map(({ name, value, working }) => {
    const number = `${says(name)}: ${says(value)}`;
    return working ? `${number} (${says(working)})` : number;
  });
  const { range, tornado, withoutRange } = forecast;
  return {
    ...EMPTY,
    id: "forecast",
    heading: says(say`Forecast`),
    lines: [says(forecast.headline).replaceAll("**", ""), says(forecast.frame), ...figures],
    pictures: [
      ...(range ? [{ id: "range", heading: says(say`Range`), picture: drawForecastRange(range, options) }] : []),
      ...(tornado
        ? [{ id: "tornado", heading: says(say`What drives it`), picture: drawTornado(tornado, options) }]
        : []),
    ],
    notes: [...(withoutRange ? [withoutRange] : []), ...forecast.notes].map(says),
  };
}

function evaluationSection(view: EvaluationView, says: Says, options: DrawOptions): Section {
  const decisions = view.decisions.map(
    ({ condition, result, done }) => `${says(condition)}: ${says(result)} ${says(done)}`,
  );
  return {
    ...EMPTY,
    id: "evaluation",
    heading: says(say`Evaluation`),
    lines: [...view.measures.map(({ name, verdict }) => `${name}: ${says(verdict)}`), ...decisions],
    parts: view.measures.map((measure) => ({
      heading: `${measure.name}: ${says(measure.verdict)}`,
      lines: linesOf(measure).map(says),
    })),
    pictures: [
      { id: "measured", heading: says(say`Before, during and after`), picture: drawEvaluation(view, options) },
    ],
    notes: view.notes.map(says),
  };
}

/** What was promised and measured, and what may be said of it. */
function linesOf({ facts, evaluation, cautions }: MeasureView): Message[] {
  return [
    ...facts.map(({ label, text }) => say`${label}: ${text}`),
    ...evaluation.may.map((each) => say`This may be said: ${each}`),
    ...evaluation.mayNot.map((each) => say`This may not be said: ${each}`),
    ...cautions,
  ];
}

/** Who has set which rule aside, why and for how long: what a reviewer asks first. */
function waiversSection({ waivers }: PreviewData, says: Says, { rangeOf }: DrawOptions): Section {
  const columns = [say`Rule`, say`What it sets aside`, say`Why`, say`Who allowed it`, say`Until`].map(says);
  const rows = waivers.map(({ rule, span, at, covers, reason, by, until, isOver }): DrawnCell[] => {
    const range = rangeOf?.(span);
    const place = at === undefined ? say`the whole program` : say`${at}`;
    const aside =
      covers.length > 0
        ? covers.map(({ message }) => says(message)).join(" ")
        : says(isOver ? say`nothing any more (${place})` : say`nothing right now (${place})`);
    return [
      { text: rule ?? says(say`no rule is named`), ...(rule === undefined ? {} : { rule }) },
      { text: aside, ...(range ? { range } : {}) },
      { text: clean(says(reason)) },
      { text: clean(says(by)) },
      { text: says(until), ...(isOver ? { broken: true } : {}) },
    ];
  });
  const caption = says(say`Rules that this program sets aside, with the reason, the person and the last day.`);
  return {
    ...EMPTY,
    id: "waivers",
    heading: says(say`Waivers`),
    tables: [{ id: "waived", heading: says(say`What is set aside`), table: { caption, columns, rows } }],
  };
}

function knownSection({ known }: PreviewData, says: Says, { rangeOf }: DrawOptions): Section {
  const rows = known.map(({ message, rule, span }): DrawnCell[] => {
    const range = rangeOf?.(span);
    return [
      { text: says(message), ...(range ? { range } : {}) },
      { text: rule, rule },
    ];
  });
  const caption = says(say`They stood when the rules were adopted. They are true, and counted nowhere.`);
  return {
    ...EMPTY,
    id: "known",
    heading: says(say`Known findings`),
    lines: [caption],
    tables: [
      {
        id: "known-findings",
        heading: says(known.length === 1 ? say`1 known finding` : say`${known.length} known findings`),
        table: { caption, columns: [says(say`What`), says(say`Rule`)], rows },
      },
    ],
  };
}
