import { code, say } from "../../base/message.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, USAGE } from "../exit-code.ts";
import { gather } from "../files/gather.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";
import { evaluationJson } from "../report/evaluation-json.ts";
import { evaluationMarkdown } from "../report/evaluation-markdown.ts";
import { evaluationPretty } from "../report/evaluation-pretty.ts";
import { type EvaluationReport, reportEvaluation } from "../report/evaluation-report.ts";
import { TODAY, todayOf } from "../today.ts";

export const evaluateCommand: Command = {
  operands: "[options] [file, folder or 'pattern' ...]",
  about:
    "Says what the results of programs show: what was promised and measured, the change with its interval, the design and\nthe method, what may and may not be said, guardrails, and which decisions fire. Without a path: the programs with\nresults in this folder and below it. `training-spec lint` reports what is wrong with results and with claims on them.",
  options: {
    format: {
      short: "f",
      value: "<name>",
      choices: ["pretty", "json", "markdown"],
      help: "How it is written: `pretty` (default), `json` or `markdown`",
    },
    ...TODAY,
  },
  notes: [
    {
      title: "Exit codes",
      lines: [
        ["0", "every program is answered, be it with the reason why nothing can be said"],
        ["2", "a path, an option or the environment is at fault"],
        ["3", "a bug in Training Spec"],
      ],
    },
  ],
  examples: [
    { line: "training-spec evaluate", does: "All programs of this folder that have results" },
    { line: "training-spec evaluate save-the-customer.training.yaml", does: "One program" },
    { line: "training-spec evaluate --format markdown > evaluation.md", does: "A page for the sponsor" },
  ],
  run: evaluate,
};

async function evaluate(call: Call): Promise<ExitCode> {
  const { options, io, paint, tell } = call;
  const today = todayOf(call);
  if (typeof today !== "number") {
    await tell.problem(render(today));
    return USAGE;
  }
  const { workspace, found, uris, problems } = await gather(call);
  const snapshot = workspace.snapshot(today);
  const shown = (uri: string) => shownPath(pathOfUri(uri) ?? uri, io.cwd);
  const all = uris
    .map((uri) => ({ uri, report: reportEvaluation(snapshot, uri, shown) }))
    .filter(({ report }) => report !== undefined);
  // Of a folder, those that have something to say; a program that was named says why it has nothing.
  const named = new Set(
    [...found.files].flatMap(([file, folder]) => (folder === undefined ? [shownPath(file, io.cwd)] : [])),
  );
  const reports = all
    .flatMap(({ uri, report }) =>
      report && (named.has(report.file) || snapshot.context(uri)?.results) ? [report] : [],
    )
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  if (reports.length === 0) {
    if (problems.length > 0) return USAGE;
    await tell.problem(
      render(
        all.length === 0
          ? say`There is no program here: no file with ${code("kind: program")}.`
          : say`No program here names its ${code("results")}.`,
      ),
    );
    return USAGE;
  }
  await io.stdout.write(textOf(reports, options.get("format")?.[0], paint));
  return problems.length > 0 ? USAGE : CLEAN;
}

function textOf(reports: readonly EvaluationReport[], format: string | undefined, paint: Call["paint"]): string {
  if (format === "json") return evaluationJson(reports);
  return format === "markdown" ? evaluationMarkdown(reports) : evaluationPretty(reports, paint);
}
