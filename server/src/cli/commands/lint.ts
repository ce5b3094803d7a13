import type { Day } from "../../base/date.ts";
import type { Severity } from "../../base/finding.ts";
import { code, type Message, render, say } from "../../base/message.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, FINDINGS, USAGE } from "../exit-code.ts";
import { gather } from "../files/gather.ts";
import { shownPath } from "../files/shown-path.ts";
import { reportFile } from "../report/file-report.ts";
import { FORMATS, type FormatName } from "../report/reporter.ts";
import { addFile, NOTHING, reaches } from "../report/summary.ts";
import { TODAY, todayOf } from "../today.ts";

const STDIN_NAME = "<stdin>";

export const lintCommand: Command = {
  operands: "[options] [file, folder or 'pattern' ...]",
  about:
    "Says what is missing or wrong in training specs. Without a path: in this folder and below it.\nFolders and patterns leave out what `.gitignore` leaves out; a file that is named is always linted. Catalogs that a\nprogram uses are read wherever they are, and reported on when they are among the paths; results that a program names\nare reported on with it. The settings that count are those of the nearest `training-spec.config.yaml` above a spec.",
  options: {
    format: {
      short: "f",
      value: "<name>",
      choices: Object.keys(FORMATS),
      help: "How findings are written: `pretty` (default) or `json`",
    },
    "fail-on": {
      value: "<severity>",
      choices: ["error", "warning", "hint"],
      help: "The least severity that makes the exit code 1: `error` (default), `warning` or `hint`",
    },
    quiet: { short: "q", help: "Show errors only, and nothing where there is nothing to say" },
    ...TODAY,
    "stdin-filename": {
      value: "<path>",
      help: "What the text from `-` is called; its catalogs are looked for from there",
    },
  },
  notes: [
    {
      title: "Exit codes",
      lines: [
        ["0", "nothing at or above `--fail-on`"],
        ["1", "findings at or above `--fail-on`"],
        ["2", "a path, an option or the environment is at fault; what could be linted is reported"],
        ["3", "a bug in Training Spec"],
      ],
    },
  ],
  examples: [
    { line: "training-spec lint", does: "This folder" },
    { line: "training-spec lint programs 'shared/**/*.training.yaml'", does: "A folder and a pattern" },
    { line: "training-spec lint --format json --fail-on warning", does: "For a machine, and strict" },
    { line: "git show HEAD:a.training.yaml | training-spec lint - --stdin-filename a.training.yaml", does: "A text" },
  ],
  run: lint,
};

async function lint(call: Call): Promise<ExitCode> {
  const { io, tell } = call;
  const settings = settingsOf(call);
  if ("key" in settings) return refuse(call, settings);

  const stdinName = call.options.get("stdin-filename")?.[0] ?? STDIN_NAME;
  const { workspace, uris, problems } = await gather(call, { stdinName, withConfigs: true });
  if (uris.length === 0) {
    if (problems.length === 0) await tell.problem(render(say`There is nothing to lint.`));
    return USAGE;
  }

  const snapshot = workspace.snapshot(settings.today);
  const shown = (uri: string) => shownPath(pathOfUri(uri) ?? uri, io.cwd);
  const columns = Math.max(60, Math.min(io.stdout.columns ?? DEFAULT_COLUMNS, 160));
  const reporter = await FORMATS[settings.format]({ paint: call.paint, columns, quiet: settings.quiet });
  let summary = NOTHING;
  for (const uri of inOrderOf(withResults(snapshot, uris), shown)) {
    const report = reportFile(snapshot, uri, shown);
    if (!report) continue;
    summary = addFile(summary, report);
    await io.stdout.write(reporter.file(report));
  }
  await io.stdout.write(reporter.end(summary));
  if (problems.length > 0) return USAGE;
  return reaches(summary, settings.failOn) ? FINDINGS : CLEAN;
}

/** For output that goes to no terminal. */
const DEFAULT_COLUMNS = 120;

interface Settings {
  readonly format: FormatName;
  readonly failOn: Severity;
  readonly quiet: boolean;
  readonly today: Day;
}

function settingsOf(call: Call): Settings | Message {
  const { options, operands } = call;
  const today = todayOf(call);
  if (typeof today !== "number") return today;
  if (options.has("stdin-filename") && !operands.includes("-"))
    return say`${code("--stdin-filename")} names what comes in through ${code("-")}, and ${code("-")} is not among the paths.`;
  return {
    format: (options.get("format")?.[0] ?? "pretty") as FormatName,
    failOn: (options.get("fail-on")?.[0] ?? "error") as Severity,
    quiet: options.has("quiet"),
    today,
  };
}

async function refuse({ tell }: Call, problem: Message): Promise<ExitCode> {
  await tell.problem(render(problem));
  return USAGE;
}

/** The files that were asked for, and the results that programs among them name. */
function withResults(snapshot: Snapshot, uris: readonly string[]): readonly string[] {
  const named = uris.flatMap((uri) => {
    const results = snapshot.context(uri)?.results;
    const file = results && snapshot.fileAt(uri, results.value);
    return typeof file === "object" && file.results ? [file.uri] : [];
  });
  return [...new Set([...uris, ...named])];
}

function inOrderOf(uris: readonly string[], shown: (uri: string) => string): string[] {
  const named = uris.map((uri) => ({ uri, name: shown(uri) }));
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return named.map(({ uri }) => uri);
}
