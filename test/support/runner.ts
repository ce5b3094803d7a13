import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { folderWith } from "./cli.ts";
import { GIT_ENV } from "./git-repository.ts";

interface ActionManifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export interface Job {
  /** The folder that holds `action.yml`. */
  readonly action: string;
  /** The checkout. */
  readonly workspace: string;
  readonly eventName: string;
  readonly event: object;
  readonly repository: string;
  readonly api: string;
  readonly token: string;
  readonly with?: Readonly<Record<string, string>>;
  /** The branch that a pull request goes to. */
  readonly baseRef?: string;
}

export interface StepResult {
  readonly exit: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** `error: text` */
  readonly annotations: readonly string[];
  readonly log: string;
}

export function actionManifest(folder: string): ActionManifest {
  return parse(readFileSync(path.join(folder, "action.yml"), "utf8"));
}

/** Runs a JavaScript action as the runner of GitHub does: inputs and files in the environment, commands in the output. */
export async function runStep(job: Job): Promise<StepResult> {
  const { inputs, runs } = actionManifest(job.action);
  const temp = folderWith({ output: "", summary: "", "event.json": JSON.stringify(job.event), "temp/": "" });
  const at = (name: string) => path.join(temp, name);
  const given = Object.entries(inputs).map(([name, { default: usual = "" }]) => [
    `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
    job.with?.[name] ?? usual.replace("${{ github.token }}", job.token),
  ]);
  const env = {
    PATH: process.env.PATH,
    HOME: temp,
    ...GIT_ENV,
    ...Object.fromEntries(given),
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: job.api,
    GITHUB_BASE_REF: job.baseRef ?? "",
    GITHUB_EVENT_NAME: job.eventName,
    GITHUB_EVENT_PATH: at("event.json"),
    GITHUB_OUTPUT: at("output"),
    GITHUB_REPOSITORY: job.repository,
    GITHUB_RUN_ID: "1658821493",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_STEP_SUMMARY: at("summary"),
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_TEMP: at("temp"),
  };
  const child = spawn(process.execPath, [path.join(job.action, runs.main)], { cwd: job.workspace, env });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  const exit = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    exit,
    outputs: outputsIn(readFileSync(at("output"), "utf8")),
    summary: readFileSync(at("summary"), "utf8"),
    annotations: annotationsIn(log),
    log,
  };
}

function outputsIn(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name ?? "", value ?? ""]));
}

function annotationsIn(log: string): string[] {
  const found = log.matchAll(/^::(error|warning|notice)(?: [^:]*)?::(.*)$/gm);
  return [...found].map(([, level, text = ""]) => `${level}: ${text.replaceAll("%0A", "\n").replaceAll("%25", "%")}`);
}

/** Packed files unpacked or copied to a folder of their own, outside of the repository. */
export function outside(files: ReadonlyMap<string, Uint8Array>): string {
  const folder = folderWith({});
  for (const [name, content] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
