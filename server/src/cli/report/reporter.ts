import type { Paint } from "../terminal/paint.ts";
import type { FileReport } from "./file-report.ts";
import type { Summary } from "./summary.ts";

/**
 * Turns reports into text, piece by piece and in the order of the files, so that a long run needs no room for them. The
 * pieces put together are the output.
 */
export interface Reporter {
  file(report: FileReport): string;
  end(summary: Summary): string;
}

export interface ReporterOptions {
  readonly paint: Paint;
  /** Columns that a line may take. */
  readonly columns: number;
  /** Show errors only; everything is counted all the same. */
  readonly quiet: boolean;
}

/** All formats by name. A format is loaded when it is asked for. */
export const FORMATS = {
  pretty: async (options: ReporterOptions) => (await import("./pretty.ts")).prettyReporter(options),
  json: async (options: ReporterOptions) => (await import("./json.ts")).jsonReporter(options),
} satisfies Record<string, (options: ReporterOptions) => Promise<Reporter>>;

export type FormatName = keyof typeof FORMATS;
