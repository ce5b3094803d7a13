import { VERSION } from "../../base/version.ts";
import type { FileReport } from "./file-report.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";

/** A report without the text that it is about. */
export type PartReport = Omit<FileReport, "lines">;

/** What one run found, with all that any format needs, for `training-spec merge`. */
export interface Part {
  readonly part: typeof PART_FORMAT;
  readonly tool: string;
  /** Which of how many runs it is from. */
  readonly shard: { readonly index: number; readonly of: number };
  readonly files: readonly PartReport[];
}

export const PART_FORMAT = 1;

/** One object, one file a line. */
export function partReporter({ shard = { index: 1, of: 1 } }: Pick<ReporterOptions, "shard">): Reporter {
  const head = JSON.stringify({ part: PART_FORMAT, tool: VERSION, shard }).slice(0, -1);
  let before = `${head},"files":[\n`;
  return {
    file({ lines: _, ...report }) {
      const text = before + JSON.stringify(report);
      before = ",\n";
      return text;
    },
    end: () => `${before === ",\n" ? "" : before}\n]}\n`,
  };
}
