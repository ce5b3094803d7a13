import { writeFileSync } from "node:fs";
import path from "node:path";
import { type CommandLineRun, runCommandLine } from "./run-command-line.ts";

/** What `training-spec diff` says of a change. */
export interface Comparison {
  readonly markdown: string;
  readonly markdownFile: string;
  readonly jsonFile: string;
  /** In one sentence. */
  readonly verdict: string;
  readonly goalpost: number;
  readonly weakened: number;
  /** There is something to say: a change in meaning, or what could not be read. */
  readonly isNews: boolean;
}

/** Compares the last commit with a base; without a comparison, or beside one, the run says what was wrong. */
export async function compare(
  folder: string,
  base: string,
  reports: string,
): Promise<{ readonly comparison: Comparison | undefined; readonly run: CommandLineRun }> {
  const diff = (format: string) =>
    runCommandLine(["diff", base, "HEAD", "--format", format, "--fail-on", "none"], folder, "keep");
  const [run, json] = await Promise.all([diff("markdown"), diff("json")]);
  if (run.stdout === "" || json.stdout === "") return { comparison: undefined, run };
  const { verdict, counts, documents, unreadable } = JSON.parse(json.stdout);
  const comparison = {
    markdown: run.stdout,
    markdownFile: path.join(reports, "diff.md"),
    jsonFile: path.join(reports, "diff.json"),
    verdict,
    goalpost: counts.goalpost,
    weakened: counts.weakened,
    isNews: documents.length + unreadable.length > 0,
  };
  writeFileSync(comparison.markdownFile, run.stdout);
  writeFileSync(comparison.jsonFile, json.stdout);
  return { comparison, run };
}
