import path from "node:path";
import { code, type Message, say } from "../../base/message.ts";
import { repositoryAbove } from "../../host/git-ignore.ts";
import type { Call } from "../command.ts";
import { shownPath } from "../files/shown-path.ts";
import type { FileReport } from "../report/file-report.ts";
import { FORMATS, type Reporter } from "../report/reporter.ts";
import type { Summary } from "../report/summary.ts";
import { paintFor } from "../terminal/paint.ts";
import type { OutputSettings } from "./lint-settings.ts";

/** Where the reports of a run go: several formats side by side. */
export interface Outputs {
  file(report: FileReport): Promise<void>;
  /** Writes what is left, and says which files could not be written. */
  end(summary: Summary): Promise<readonly Message[]>;
}

interface Output {
  readonly reporter: Reporter;
  /** Absolute. */
  readonly file: string | undefined;
  /** Of a file: it is written at the end, whole or not at all. */
  readonly pieces: string[];
}

/** For output that goes to no terminal. */
const DEFAULT_COLUMNS = 120;

/** Loads the formats. `silent`: what would go to standard output goes nowhere. */
export async function openOutputs(call: Call, settings: OutputSettings, silent: boolean): Promise<Outputs> {
  const { io } = call;
  const repository = repositoryAbove(io.cwd);
  const below = repository === undefined ? "" : path.relative(repository, io.cwd).split(path.sep).join("/");
  const { quiet, failOn, shard } = settings;
  const annotations = Number(io.env.TRAINING_SPEC_ANNOTATIONS) || undefined;
  const outputs: Output[] = [];
  for (const { format, file } of settings.outputs) {
    if (file === undefined && silent) continue;
    const columns =
      file === undefined ? Math.max(60, Math.min(io.stdout.columns ?? DEFAULT_COLUMNS, 160)) : DEFAULT_COLUMNS;
    const paint = file === undefined ? call.paint : paintFor("never", io, io.stdout);
    const reporter = await FORMATS[format]({ paint, columns, quiet, failOn, below, annotations, shard });
    outputs.push({ reporter, file: file && path.resolve(io.cwd, file), pieces: [] });
  }
  const write = async ({ file, pieces }: Output, text: string) => {
    if (file === undefined) await io.stdout.write(text);
    else if (text !== "") pieces.push(text);
  };
  return {
    async file(report) {
      for (const output of outputs) await write(output, output.reporter.file(report));
    },
    async end(summary) {
      const problems: Message[] = [];
      for (const output of outputs) {
        await write(output, output.reporter.end(summary));
        const { file, pieces } = output;
        if (file === undefined) continue;
        const failure = save(call, file, pieces.join(""));
        if (failure !== undefined)
          problems.push(say`${code(shownPath(file, io.cwd))} could not be written (${failure}).`);
      }
      return problems;
    },
  };
}

/** The summary of a job on GitHub is a file that every step adds to. */
function save({ io }: Call, file: string, text: string): string | undefined {
  const summary = io.env.GITHUB_STEP_SUMMARY;
  const isShared = summary !== undefined && path.resolve(io.cwd, summary) === file;
  return isShared ? io.append(file, text) : io.write(file, text);
}
