import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { priorities } from "../../features/priorities.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { htmlPage } from "../../pictures/page.ts";
import { portfolioSections } from "../../pictures/portfolio-sections.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, USAGE } from "../exit-code.ts";
import { gather } from "../files/gather.ts";
import { shownPath } from "../files/shown-path.ts";
import { language, locale, render } from "../language.ts";
import { portfolioJson } from "../report/portfolio-json.ts";
import { portfolioPretty } from "../report/portfolio-pretty.ts";
import { sectionsMarkdown } from "../report/sections-markdown.ts";
import { TODAY, todayOf } from "../today.ts";

export const portfolioCommand: Command = {
  operands: "[options] [file, folder or 'pattern' ...]",
  about:
    "Says which programs to build first: ranks those that are still to be built by forecast value, certainty and\nreadiness, goal by goal, each rank with its reason. Without a path: the programs in this folder and below it.\nThe same texts always give the same numbers.",
  options: {
    format: {
      short: "f",
      value: "<name>",
      choices: ["pretty", "json", "markdown", "html"],
      help: "How it is written: `pretty` (default), `json`, `markdown` or `html`",
    },
    ...TODAY,
  },
  notes: [
    {
      title: "Exit codes",
      lines: [
        ["0", "every program has its place, be it with the reason why it has no rank"],
        ["2", "a path, an option or the environment is at fault"],
        ["3", "a bug in Training Spec"],
      ],
    },
  ],
  examples: [
    { line: "training-spec portfolio", does: "All programs of this folder" },
    { line: "training-spec portfolio --format html > portfolio.html", does: "A page with pictures, to be sent around" },
    { line: "training-spec portfolio --format markdown programs", does: "Tables for a pull request or a wiki" },
  ],
  run: portfolio,
};

async function portfolio(call: Call): Promise<ExitCode> {
  const { options, io, paint, tell } = call;
  const today = todayOf(call);
  if (typeof today !== "number") {
    await tell.problem(render(today));
    return USAGE;
  }
  const { workspace, uris, problems } = await gather(call);
  const snapshot = workspace.snapshot(today);
  const asked = new Set(uris);
  const hasProgram = uris.some((uri) => snapshot.files.get(uri)?.document?.is === "program");
  if (!hasProgram) {
    if (problems.length === 0)
      await tell.problem(render(say`There is no program here: no file with ${code("kind: program")}.`));
    return USAGE;
  }
  const found = priorities(snapshot, (uri) => asked.has(uri));
  const shown = (uri: string) => shownPath(pathOfUri(uri) ?? uri, io.cwd);
  const sections = () => portfolioSections(found, { ...language(), shownFile: shown });
  const day = formatDay(today);
  const [title, lead] = [render(say`Portfolio`), render(say`Which programs to build first, as of ${day}.`)];
  switch (options.get("format")?.[0]) {
    case "json":
      await io.stdout.write(portfolioJson(found, day, shown));
      break;
    case "markdown":
      await io.stdout.write(sectionsMarkdown(title, lead, sections()));
      break;
    case "html": {
      const footer = render(say`Made with Training Spec ${VERSION} (${code("training-spec portfolio")}).`);
      await io.stdout.write(htmlPage({ title, lead, footer, sections: sections(), language: locale() }));
      break;
    }
    default:
      await io.stdout.write(portfolioPretty(found, paint, shown));
  }
  return problems.length > 0 ? USAGE : CLEAN;
}
