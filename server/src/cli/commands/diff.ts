import { type Message, say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { htmlPage } from "../../pictures/page.ts";
import { reviewOf } from "../../review/review.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, FINDINGS, USAGE } from "../exit-code.ts";
import { readOperands } from "../files/diff-operands.ts";
import { readSides } from "../files/diff-sides.ts";
import { shownPath } from "../files/shown-path.ts";
import { locale, render } from "../language.ts";
import { diffJson } from "../report/diff-json.ts";
import { diffMarkdown } from "../report/diff-markdown.ts";
import { diffPretty } from "../report/diff-pretty.ts";
import { type Counts, type DiffReport, reportDiff, verdictOf } from "../report/diff-report.ts";
import { diffSections } from "../report/diff-sections.ts";
import { TODAY, todayOf } from "../today.ts";

const FAIL_ON = ["goalpost", "weakened", "none"] as const;

export const diffCommand: Command = {
  operands: "[options] [base] [head]",
  about:
    "Says what a change does to the promises of programs: which are weakened, strengthened, clarified or new, who must\nlook, what follows for forecast and measurement, and which other programs share it. A change to baseline, target or\ndefinition after launch, approval or results is a goalpost move. Layout, order and names do not count.\nBase and head are commits, branches, folders or files. Without a head: what lies on the disk; without a base: the\nlast commit. A branch is compared from where it left the base.",
  options: {
    format: {
      short: "f",
      value: "<name>",
      choices: ["pretty", "markdown", "json", "html"],
      help: "How it is written: `pretty` (default), `markdown` for a comment on a pull request, `json` or `html`",
    },
    "fail-on": {
      value: "<what>",
      choices: FAIL_ON,
      help: "What makes the exit code 1: `goalpost` moves (default), anything `weakened`, or `none`",
    },
    ...TODAY,
  },
  notes: [
    {
      title: "Exit codes",
      lines: [
        ["0", "nothing at or above `--fail-on`"],
        ["1", "a goalpost move, or with `--fail-on weakened` any weaker promise"],
        ["2", "an operand, an option or the environment is at fault, or a file cannot be read; the rest is compared"],
        ["3", "a bug in Training Spec"],
      ],
    },
  ],
  examples: [
    { line: "training-spec diff main", does: "What this branch and the files on the disk change" },
    { line: "training-spec diff v1 v2", does: "Between two commits" },
    { line: "training-spec diff main programs/save.training.yaml", does: "One program" },
    { line: "training-spec diff old/ new/", does: "Two folders" },
    { line: "training-spec diff origin/main --format markdown > comment.md", does: "For a comment on a pull request" },
  ],
  run: diff,
};

async function diff(call: Call): Promise<ExitCode> {
  const { options, operands, io, paint, tell } = call;
  const today = todayOf(call);
  if (typeof today !== "number") return refuse(call, today);
  const sides = await readOperands(operands, io.cwd);
  if ("key" in sides) return refuse(call, sides);
  const read = await readSides(sides, io, options.has("today") ? today : undefined);
  if ("key" in read) return refuse(call, read);
  for (const problem of read.problems) await tell.problem(render(problem));
  if (read.before.paths.size + read.after.paths.size === 0)
    return read.problems.length > 0 ? USAGE : refuse(call, say`There is no training spec on either side.`);
  const { before, after, day, moved, isAsked } = read;
  const review = reviewOf(before, after, { day, moved, isAsked });
  const names = { base: sides.base.name, head: sides.head.name };
  const report = reportDiff(review, { before, after, ...names }, (uri) => shownPath(pathOfUri(uri) ?? uri, io.cwd));
  for (const { file, line, side, message } of report.unreadable) {
    const where = side === "before" ? names.base : names.head;
    await tell.problem(
      render(say`${file}:${line} (${where}) could not be read, so changes in it may be missing: ${message}`),
    );
  }
  await io.stdout.write(written(report, options.get("format")?.[0], paint));
  if (read.problems.length > 0 || report.unreadable.length > 0) return USAGE;
  return fails(report.counts, options.get("fail-on")?.[0]) ? FINDINGS : CLEAN;
}

function fails({ goalpost, weakened }: Counts, failOn: string | undefined): boolean {
  if (failOn === "none") return false;
  return goalpost > 0 || (failOn === "weakened" && weakened > 0);
}

async function refuse({ tell }: Call, problem: Message): Promise<ExitCode> {
  await tell.problem(render(problem));
  return USAGE;
}

function written(report: DiffReport, format: string | undefined, paint: Call["paint"]): string {
  switch (format) {
    case "json":
      return diffJson(report);
    case "markdown":
      return diffMarkdown(report);
    case "html":
      return htmlPage({
        title: render(say`What changed in the training programs`),
        lead: `${report.base} → ${report.head}. ${render(verdictOf(report))}`,
        sections: diffSections(report),
        footer: render(say`Made with Training Spec ${VERSION}.`),
        language: locale(),
      });
    default:
      return diffPretty(report, paint);
  }
}
