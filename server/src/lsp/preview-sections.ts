import { type EvaluationView, previewEvaluation } from "../features/preview-evaluation.ts";
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
      heading: "Forecast",
      lines: [converter.text(forecast.headline), converter.text(forecast.frame), ...figures],
      pictures: [
        ...(range ? [{ id: "range", heading: "Range", picture: drawForecastRange(range, options) }] : []),
        ...(tornado ? [{ id: "tornado", heading: "What drives it", picture: drawTornado(tornado, options) }] : []),
      ],
      notes: [...(withoutRange ? [withoutRange] : []), ...forecast.notes].map((note) => converter.text(note)),
    },
  ];
}

function evaluationSection(view: EvaluationView, converter: Converter, options: DrawOptions): PreviewSection {
  const measures = view.measures.map(({ name, verdict }) => `${name}: ${converter.text(verdict)}`);
  const decisions = view.decisions.map(
    ({ condition, result, done }) => `${converter.text(condition)}: ${converter.text(result)} ${converter.text(done)}`,
  );
  return {
    id: "evaluation",
    heading: "Evaluation",
    lines: [...measures, ...decisions],
    pictures: [{ id: "measured", heading: "Before, during and after", picture: drawEvaluation(view, options) }],
    notes: [...new Set(view.measures.flatMap(({ cautions }) => cautions.map((caution) => converter.text(caution))))],
  };
}
