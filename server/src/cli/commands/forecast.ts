import { code, say } from "../../base/message.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, USAGE } from "../exit-code.ts";
import { gather } from "../files/gather.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";
import { forecastJson } from "../report/forecast-json.ts";
import { forecastMarkdown } from "../report/forecast-markdown.ts";
import { forecastPretty } from "../report/forecast-pretty.ts";
import { type ForecastReport, reportForecast } from "../report/forecast-report.ts";
import { TODAY, todayOf } from "../today.ts";

export const forecastCommand: Command = {
  operands: "[options] [file, folder or 'pattern' ...]",
  about:
    "Says what programs are expected to bring and to cost: benefit, cost, net, BCR, ROI, payback, the change that breaks\neven, the range and the chance of paying back, what drives it, and what has to be said with it. Without a path: the\nprograms in this folder and below it. The same text always gives the same numbers.",
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
        ["0", "every program is answered, be it with the reason why it has no forecast"],
        ["2", "a path, an option or the environment is at fault"],
        ["3", "a bug in Training Spec"],
      ],
    },
  ],
  examples: [
    { line: "training-spec forecast", does: "All programs of this folder" },
    { line: "training-spec forecast save-the-customer.training.yaml", does: "One program" },
    { line: "training-spec forecast --format markdown > forecast.md", does: "A page for the meeting with finance" },
  ],
  run: forecast,
};

async function forecast(call: Call): Promise<ExitCode> {
  const { options, io, paint, tell } = call;
  const today = todayOf(call);
  if (typeof today !== "number") {
    await tell.problem(render(today));
    return USAGE;
  }
  const { workspace, uris, problems } = await gather(call);
  const snapshot = workspace.snapshot(today);
  const shown = (uri: string) => shownPath(pathOfUri(uri) ?? uri, io.cwd);
  const reports = uris
    .map((uri) => reportForecast(snapshot, uri, shown))
    .filter((report) => report !== undefined)
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  if (reports.length === 0) {
    if (problems.length === 0)
      await tell.problem(render(say`There is no program here: no file with ${code("kind: program")}.`));
    return USAGE;
  }
  await io.stdout.write(written(reports, options.get("format")?.[0], paint));
  return problems.length > 0 ? USAGE : CLEAN;
}

function written(reports: readonly ForecastReport[], format: string | undefined, paint: Call["paint"]): string {
  if (format === "json") return forecastJson(reports);
  return format === "markdown" ? forecastMarkdown(reports) : forecastPretty(reports, paint);
}
