import path from "node:path";
import { code, type Message, say } from "../../base/message.ts";
import { repositoryAbove } from "../../host/git-ignore.ts";
import type { Call } from "../command.ts";
import { shownPath } from "../files/shown-path.ts";
import type { FormatName } from "../report/format-name.ts";
import type { ReporterOptions } from "../report/reporter.ts";
import { paintFor } from "../terminal/paint.ts";
import type { OutputSettings } from "./lint-settings.ts";

/** How one of the formats is written, and where to. */
export interface Target {
  readonly format: FormatName;
  /** Absolute; standard output where there is none. */
  readonly file: string | undefined;
  readonly options: ReporterOptions;
  /** All that the text depends on beside what is reported. */
  readonly form: string;
}

/** For output that goes to no terminal. */
const DEFAULT_COLUMNS = 120;

/** Where the formats that are asked for go, and in what form. */
export function targetsOf(call: Call, { outputs, quiet, failOn, shard }: OutputSettings): readonly Target[] {
  const { io } = call;
  const repository = repositoryAbove(io.cwd);
  const below = repository === undefined ? "" : path.relative(repository, io.cwd).split(path.sep).join("/");
  const annotations = Number(io.env.TRAINING_SPEC_ANNOTATIONS) || undefined;
  return outputs.map(({ format, file }) => {
    const columns =
      file === undefined ? Math.max(60, Math.min(io.stdout.columns ?? DEFAULT_COLUMNS, 160)) : DEFAULT_COLUMNS;
    const paint = file === undefined ? call.paint : paintFor("never", io, io.stdout);
    const plain = { columns, quiet, failOn, below, annotations, shard };
    const form = JSON.stringify({ format, color: paint.bold("x"), ...plain });
    return { format, file: file && path.resolve(io.cwd, file), options: { paint, ...plain }, form };
  });
}

/**
 * Writes what was written before, by its form, and says which files could not be written. Undefined where that is not all
 * that is asked for now: then nothing is written.
 */
export async function writeAgain(
  call: Call,
  settings: OutputSettings,
  texts: ReadonlyMap<string, string>,
): Promise<readonly Message[] | undefined> {
  const targets = targetsOf(call, settings);
  if (!targets.every(({ form }) => texts.has(form))) return undefined;
  const problems: Message[] = [];
  for (const { form, file } of targets) {
    const text = texts.get(form) ?? "";
    if (file === undefined) await call.io.stdout.write(text);
    else problems.push(...save(call, file, text));
  }
  return problems;
}

/** Writes a text whole or not at all; the summary of a job on GitHub is a file that every step adds to. */
export function save({ io }: Call, file: string, text: string): readonly Message[] {
  const summary = io.env.GITHUB_STEP_SUMMARY;
  const isShared = summary !== undefined && path.resolve(io.cwd, summary) === file;
  const failure = isShared ? io.append(file, text) : io.write(file, text);
  return failure === undefined ? [] : [say`${code(shownPath(file, io.cwd))} could not be written (${failure}).`];
}
