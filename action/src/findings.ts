import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Inputs } from "./inputs.ts";
import { type CommandLineRun, runCommandLine } from "./run-command-line.ts";

/** What `training-spec lint` says. */
export interface Findings {
  readonly run: CommandLineRun;
  /** Undefined where nothing could be linted. */
  readonly counts: { readonly errors: number; readonly warnings: number; readonly hints: number } | undefined;
  /** As a page; `""` where nothing could be linted. */
  readonly markdown: string;
  readonly files: { readonly sarif: string; readonly json: string; readonly markdown: string };
}

/** Lints, with annotations in the log of the job and the other formats in files. */
export async function findFindings(inputs: Inputs, base: string | undefined, reports: string): Promise<Findings> {
  const files = {
    sarif: path.join(reports, "training-spec.sarif"),
    json: path.join(reports, "findings.json"),
    markdown: path.join(reports, "findings.md"),
  };
  const args = [
    "lint",
    "--format=github",
    ...Object.entries(files).map(([format, file]) => `--format=${format}=${file}`),
    `--fail-on=${inputs.failOn === "none" ? "error" : inputs.failOn}`,
    ...(inputs.maxWarnings === undefined ? [] : [`--max-warnings=${inputs.maxWarnings}`]),
    ...(inputs.changed ? [`--changed=${base ?? ""}`] : []),
    "--",
    ...inputs.paths,
  ];
  const run = await runCommandLine(args, inputs.folder, "pass");
  if (!existsSync(files.json)) return { run, counts: undefined, markdown: "", files };
  const { summary } = JSON.parse(readFileSync(files.json, "utf8"));
  return { run, counts: summary, markdown: readFileSync(files.markdown, "utf8"), files };
}
