import type { Message } from "../base/message.ts";
import type { Context, Status } from "../workspace/context.ts";
import { type CertaintyCheck, certaintyOf } from "./certainty.ts";
import { forecastOf } from "./forecast.ts";
import { DRAWS, oddsOf } from "./forecast-odds.ts";
import { type ProgramValue, programValueOf } from "./program-value.ts";

/** What one program is worth, how certain that is and what it still lacks; all from the program and what it names. */
export interface ProgramAppraisal {
  readonly uri: string;
  readonly status: Status;
  readonly isExempt: boolean;
  readonly value: ProgramValue | { readonly kind: "not-estimable"; readonly because: Message };
  /** None where the value is not known. */
  readonly certainty: readonly CertaintyCheck[];
  /** The errors that stand between it and being `planned`; of a program beyond that, those it has. */
  readonly toFix: number;
}

/** Appraises the program of a context; undefined for what is no program. */
export function appraise(context: Context, toFix: number): ProgramAppraisal | undefined {
  const forecast = forecastOf(context);
  if (!forecast) return undefined;
  const common = { uri: context.file.uri, status: context.status, isExempt: context.isExempt, toFix };
  if (forecast.kind === "none")
    return { ...common, value: { kind: "not-estimable", because: forecast.because }, certainty: [] };
  const value = programValueOf(forecast, oddsOf(forecast, DRAWS.typing));
  return { ...common, value, certainty: value.kind === "value" ? certaintyOf(context, forecast, value) : [] };
}
