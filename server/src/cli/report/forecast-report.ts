import { forecastOf, type MoneyForecast } from "../../appraisal/forecast.ts";
import type { NotKnown } from "../../appraisal/forecast-figure.ts";
import { type Odds, oddsOf } from "../../appraisal/forecast-odds.ts";
import type { Message } from "../../base/message.ts";
import type { Span } from "../../base/span.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { render } from "../language.ts";

/** The forecast of one program, as every format writes it. */
export interface ForecastReport {
  readonly file: string;
  readonly id: string | undefined;
  readonly title: string;
  readonly status: string;
  /** Why there is none, or the forecast with its odds. */
  readonly result:
    | { readonly kind: "none"; readonly because: Message }
    | { readonly kind: "forecast"; readonly forecast: MoneyForecast; readonly odds: NotKnown | Odds };
  /** Where an input stands: file, line and column from 1. */
  placeOf(span: Span): { readonly file: string; readonly line: number; readonly column: number } | undefined;
}

/** The forecast of a file; undefined for what is no program. */
export function reportForecast(
  snapshot: Snapshot,
  uri: string,
  shown: (uri: string) => string,
): ForecastReport | undefined {
  const context = snapshot.context(uri);
  const made = context && forecastOf(context);
  if (!context?.program || !made) return undefined;
  const { program } = context;
  return {
    file: shown(uri),
    id: program.id?.value,
    title: program.title?.value ?? program.id?.value ?? shown(uri),
    status: context.status,
    result: made.kind === "none" ? made : { kind: "forecast", forecast: made, odds: oddsOf(made) },
    placeOf(span) {
      const place = snapshot.place(span);
      if (!place) return undefined;
      const { line, character } = place.file.lines.positionAt(place.at.start);
      return { file: shown(place.file.uri), line: line + 1, column: character + 1 };
    },
  };
}

/** A message as plain text, without the marks of Markdown. */
export function plainText(message: Message): string {
  return render(message).replace(/[`*]/g, "");
}
