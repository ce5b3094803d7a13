import { existsSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { code, say } from "../../server/src/base/message.ts";
import { commentText, headline } from "./comment-text.ts";
import { type Comparison, compare } from "./comparison.ts";
import { type Findings, findFindings } from "./findings.ts";
import { bringHistory, strangeCheckout } from "./history.ts";
import { type Env, type Inputs, readInputs } from "./inputs.ts";
import { addSummary, setOutputs } from "./job-files.ts";
import { annotate, passWords } from "./log.ts";
import { baseOfMergeGroup, type PullRequest, pullRequestOf } from "./pull-request.ts";
import { keepComment } from "./sticky-comment.ts";

/** One step of a job: findings and comparison → annotations, reports, summary, comment, outputs → whether it passes. */
export async function runAction(env: Env): Promise<0 | 1> {
  const inputs = readInputs(env);
  if ("key" in inputs) return refuse(inputs);
  if (!existsSync(inputs.folder))
    return refuse(
      say`The input ${code("working-directory")} names a folder that is not there: ${code(inputs.folder)}.`,
    );
  const reports = mkdtempSync(path.join(env.RUNNER_TEMP ?? os.tmpdir(), "training-spec-"));
  const pull = pullRequestOf(env);
  const base = inputs.base ?? (pull ? `origin/${pull.base}` : baseOfMergeGroup(env));
  if (base !== undefined) await bringHistory(inputs.folder, pull);

  const findings = await findFindings(inputs, base, reports);
  passWords(findings.run.stderr, "error");
  const compared = base === undefined ? undefined : await comparison(inputs, base, pull, reports);
  const problems = [addSummary(env, ...summaries(compared, findings))];
  const comment = compared && pull && inputs.comment ? await writeComment(env, inputs, pull, compared, findings) : "";
  const isAllowed = changePasses(inputs, base, compared);
  if (!isAllowed && compared) {
    const limit = code(`fail-on-change: ${inputs.failOnChange}`);
    annotate(
      "error",
      say`The change does what ${limit} does not allow: ${compared.verdict} The summary of this job says which promises, and who must look.`,
    );
  }
  const passes = lintPasses(inputs, findings) && isAllowed;
  problems.push(setOutputs(env, outputsOf(passes, findings, compared, comment)));
  for (const problem of problems) if (problem) annotate("error", problem);
  return passes && !problems.some(Boolean) ? 0 : 1;
}

function refuse(problem: Parameters<typeof annotate>[1]): 1 {
  annotate("error", problem);
  return 1;
}

async function comparison(
  { folder, failOnChange }: Inputs,
  base: string,
  pull: PullRequest | undefined,
  reports: string,
): Promise<Comparison | undefined> {
  const strange = pull && (await strangeCheckout(folder, pull));
  if (strange) {
    annotate(failOnChange === "none" ? "warning" : "error", strange);
    return undefined;
  }
  const { comparison: compared, run } = await compare(folder, base, reports);
  passWords(run.stderr, compared || failOnChange === "none" ? "warning" : "error");
  return compared;
}

/** All of it, and its short form. */
function summaries(compared: Comparison | undefined, { markdown, run }: Findings): [string, string] {
  const said = markdown || `### Training Spec: nothing was linted\n\n\`\`\`\n${run.stderr.trim()}\n\`\`\`\n`;
  const above = compared ? `${compared.markdown}\n` : "";
  return [above + said, above + headline(said)];
}

async function writeComment(
  env: Env,
  { token }: Inputs,
  pull: PullRequest,
  { markdown, isNews }: Comparison,
  findings: Findings,
): Promise<string> {
  const place = {
    api: env.GITHUB_API_URL ?? "https://api.github.com",
    repository: env.GITHUB_REPOSITORY ?? "",
    pull,
    token,
  };
  const kept = await keepComment(place, commentText(markdown, findings.markdown, env), isNews);
  if (kept && "key" in kept) annotate(pull.isFromFork ? "notice" : "warning", kept);
  return kept && "url" in kept ? kept.url : "";
}

/** With a file that cannot be read, or a mistake in an input, a green result would be about less than was asked for. */
function lintPasses({ failOn }: Inputs, { run }: Findings): boolean {
  return run.exit === 0 || (run.exit === 1 && failOn === "none");
}

/** What could not be read before the change fails nothing: the change may be what mends it. */
function changePasses({ failOnChange }: Inputs, base: string | undefined, compared: Comparison | undefined): boolean {
  if (base === undefined || failOnChange === "none") return true;
  if (!compared) return false;
  return compared.goalpost === 0 && (failOnChange === "goalpost" || compared.weakened === 0);
}

function outputsOf(
  passes: boolean,
  { counts, files }: Findings,
  compared: Comparison | undefined,
  comment: string,
): Record<string, string> {
  const there = (file: string) => (existsSync(file) ? file : "");
  return {
    verdict: passes ? "pass" : "fail",
    errors: String(counts?.errors ?? ""),
    warnings: String(counts?.warnings ?? ""),
    hints: String(counts?.hints ?? ""),
    "goalpost-moves": String(compared?.goalpost ?? ""),
    weakened: String(compared?.weakened ?? ""),
    change: compared?.verdict ?? "",
    sarif: there(files.sarif),
    json: there(files.json),
    markdown: there(files.markdown),
    "diff-markdown": compared?.markdownFile ?? "",
    "diff-json": compared?.jsonFile ?? "",
    "comment-url": comment,
  };
}
