import type { Severity } from "../../base/finding.ts";
import type { Shard } from "../lint/shard.ts";
import type { Paint } from "../terminal/paint.ts";
import type { FileReport } from "./file-report.ts";
import type { FormatName } from "./format-name.ts";
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
  /** The least severity that makes the run fail. */
  readonly failOn: Severity;
  /** The current folder as seen from the top of the repository: `""` at the top. */
  readonly below: string;
  /** Which of how many runs it is. */
  readonly shard?: Shard | undefined;
  /** How many of each level GitHub is to show, where a step needs some for itself. */
  readonly annotations?: number | undefined;
}

/** All formats by name. A format is loaded when it is asked for. */
export const FORMATS = {
  pretty: async (options: ReporterOptions) => (await import("./pretty.ts")).prettyReporter(options),
  json: async (options: ReporterOptions) => (await import("./json.ts")).jsonReporter(options),
  sarif: async (options: ReporterOptions) => (await import("./sarif.ts")).sarifReporter(options),
  github: async (options: ReporterOptions) => (await import("./github.ts")).githubReporter(options),
  gitlab: async (options: ReporterOptions) => (await import("./gitlab.ts")).gitlabReporter(options),
  junit: async (options: ReporterOptions) => (await import("./junit.ts")).junitReporter(options),
  checkstyle: async (options: ReporterOptions) => (await import("./checkstyle.ts")).checkstyleReporter(options),
  rdjson: async (options: ReporterOptions) => (await import("./rdjson.ts")).rdjsonReporter(options),
  markdown: async (options: ReporterOptions) => (await import("./markdown.ts")).markdownReporter(options),
  part: async (options: ReporterOptions) => (await import("./part.ts")).partReporter(options),
} satisfies Record<FormatName, (options: ReporterOptions) => Promise<Reporter>>;
