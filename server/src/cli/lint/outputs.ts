import type { Message } from "../../base/message.ts";
import type { Call } from "../command.ts";
import type { FileReport } from "../report/file-report.ts";
import { FORMATS, type Reporter } from "../report/reporter.ts";
import type { Summary } from "../report/summary.ts";
import type { OutputSettings } from "./lint-settings.ts";
import { save, type Target, targetsOf } from "./targets.ts";

/** Where the reports of a run go: several formats side by side. */
export interface Outputs {
  file(report: FileReport): Promise<void>;
  /** Writes what is left, and says which files could not be written. */
  end(summary: Summary): Promise<readonly Message[]>;
  /** What was written, by its form, where somebody wants to keep it and it is not too long for that. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface OutputsOptions {
  /** What would go to standard output goes nowhere. */
  readonly isSilent?: boolean;
  /** What is written is wanted once more. */
  readonly isKept?: boolean;
}

interface Output extends Target {
  readonly reporter: Reporter;
  /** Of a file, which is written at the end, whole or not at all; and of what is kept. */
  readonly pieces: string[];
  length: number;
}

/** The longest text that is kept besides being written. */
const MOST_KEPT = 128_000_000;

/** Loads the formats. */
export async function openOutputs(
  call: Call,
  settings: OutputSettings,
  { isSilent = false, isKept = false }: OutputsOptions = {},
): Promise<Outputs> {
  const outputs: Output[] = [];
  for (const target of targetsOf(call, settings)) {
    if (target.file === undefined && isSilent) continue;
    outputs.push({ ...target, reporter: await FORMATS[target.format](target.options), pieces: [], length: 0 });
  }
  const write = async (output: Output, text: string) => {
    const { file, pieces } = output;
    output.length += text.length;
    if (file !== undefined || (isKept && output.length <= MOST_KEPT)) pieces.push(text);
    if (file === undefined) await call.io.stdout.write(text);
  };
  return {
    async file(report) {
      for (const output of outputs) await write(output, output.reporter.file(report));
    },
    async end(summary) {
      for (const output of outputs) await write(output, output.reporter.end(summary));
      return outputs.flatMap(({ file, pieces }) => (file === undefined ? [] : save(call, file, pieces.join(""))));
    },
    get texts() {
      const kept = outputs.filter(({ length }) => length <= MOST_KEPT);
      return new Map(kept.map(({ form, pieces }) => [form, pieces.join("")]));
    },
  };
}
