import { type Message, say } from "../base/message.ts";
import { type EvaluationView, type MeasureView, previewEvaluation } from "../features/preview-evaluation.ts";
import { previewForecast } from "../features/preview-forecast.ts";
import { drawEvaluation } from "../pictures/evaluation.ts";
import { drawForecastRange } from "../pictures/forecast-range.ts";
import { drawTornado } from "../pictures/forecast-tornado.ts";
import type { DrawOptions } from "../pictures/results-chain.ts";
import type { Converter } from "./convert.ts";
import type { PreviewSection } from "./protocol.ts";
import type { Session } from "./session.ts";

/** The parts of a preview below the results chain: the forecast of the money, and what the results say. */
export function previewSections(session: Session, uri: string): PreviewSection[] {
  const { converter, snapshot } = session;
  const options: DrawOptions = {
    rangeOf: (span) => (span.block.uri === uri ? converter.range(span) : undefined),
    ...(session.translation ? { translation: session.translation } : {}),
  };
  const context = snapshot.context(uri);
  const evaluation = context && previewEvaluation(context);
  return [
    ...forecastSection(session, uri, options),
    ...(evaluation && evaluation.none === undefined ? [evaluationSection(evaluation, converter, options)] : []),
  ];
}

function forecastSection({ converter, snapshot }: Session, uri: string, options: DrawOptions): PreviewSection[] {
  const forecast = previewForecast(snapshot, uri);
  if (!forecast) return [];
  const figures = forecast.figures.map(({ name, value, working }) => {
    const number = `${converter.text(name)}: ${converter.text(value)}`;
    return working ? `${number} (${converter.text(working)})` : number;
  });
  const { range, tornado, withoutRange } = forecast;
  return [
    {
      id: "forecast",
      heading: converter.text(say`Forecast`),
      lines: [converter.text(forecast.headline), converter.text(forecast.frame), ...figures],
      parts: [],
      pictures: [
        ...(range
          ? [{ id: "range", heading: converter.text(say`Range`), picture: drawForecastRange(range, options) }]
          : []),
        ...(tornado
          ? [{ id: "tornado", heading: converter.text(say`What drives it`), picture: drawTornado(tornado, options) }]
          : []),
      ],
      tables: [],
      notes: [...(withoutRange ? [withoutRange] : []), ...forecast.notes].map((note) => converter.text(note)),
    },
  ];
}

function evaluationSection(view: EvaluationView, converter: Converter, options: DrawOptions): PreviewSection {
  const text = (message: Message) => converter.text(message);
  const decisions = view.decisions.map(
    ({ condition, result, done }) => `${text(condition)}: ${text(result)} ${text(done)}`,
  );
  return {
    id: "evaluation",
    heading: text(say`Evaluation`),
    lines: [...view.measures.map(({ name, verdict }) => `${name}: ${text(verdict)}`), ...decisions],
    parts: view.measures.map((measure) => ({
      heading: `${measure.name}: ${text(measure.verdict)}`,
      lines: linesOf(measure).map(text),
    })),
    tables: [],
    pictures: [
      { id: "measured", heading: text(say`Before, during and after`), picture: drawEvaluation(view, options) },
    ],
    notes: view.notes.map(text),
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
