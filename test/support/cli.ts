import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseDay } from "../../server/src/base/date.ts";
import type { Translation } from "../../server/src/base/message.ts";
import type { Output } from "../../server/src/cli/io.ts";
import { run } from "../../server/src/cli/run.ts";
import { appendText } from "../../server/src/host/append-text.ts";
import { fileDigester } from "../../server/src/host/file-digester.ts";
import type { HistoryOf } from "../../server/src/host/load-history.ts";
import { readBytes } from "../../server/src/host/read-bytes.ts";
import { readFile } from "../../server/src/host/read-file.ts";
import { readPieces } from "../../server/src/host/read-pieces.ts";
import { rewriteText } from "../../server/src/host/rewrite-text.ts";
import { writeText } from "../../server/src/host/write-text.ts";

const root = process.cwd();

/** Bundles the command line of this moment as the build does, and gives its path. */
export async function buildCli(): Promise<string> {
  const { bundleDoor } = await import(pathToFileURL(path.join(root, "scripts/bundle.mjs")).href);
  const outfile = path.join(root, "build/test-doors/cli.js");
  await bundleDoor("server/src/cli/main.ts", outfile);
  return outfile;
}

export interface CliRun {
  /** The signal's name where a signal has ended it. */
  readonly exit: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** The reader of stdout goes away at its first word. */
  readonly closeStdout?: boolean;
  /** Where stdout goes instead: an open file. */
  readonly stdoutFile?: number;
}

/** Runs the built command line as a process, without the colors and the day of this machine. */
export function runCli(cli: string, args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC", ...options.env };
  const child = spawn(process.execPath, [...(options.node ?? []), cli, ...args], {
    cwd: options.cwd ?? root,
    env,
    stdio: ["pipe", options.stdoutFile ?? "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (options.closeStdout) child.stdout?.destroy();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  // It may end without having read everything.
  child.stdin?.on("error", () => undefined).end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ exit: code ?? String(signal), stdout, stderr }));
  });
}

/** Runs the command line within this process: what needs neither a real stream nor a real exit, and many runs. */
export async function callCli(args: readonly string[], options: CallOptions = {}): Promise<CliRun> {
  const [stdout, stderr] = [new MemoryOutput(options.columns), new MemoryOutput(options.columns)];
  const bytes = Buffer.from(options.input ?? "");
  const exit = await run(args, {
    cwd: options.cwd ?? root,
    env: options.env ?? {},
    stdin: (async function* () {
      yield bytes;
    })(),
    stdout,
    stderr,
    read: options.read ?? readFile,
    bytes: readBytes,
    digester: fileDigester,
    pieces: readPieces,
    append: appendText,
    write: writeText,
    rewrite: rewriteText,
    interrupted: () => new Promise(() => undefined),
    today: () => parseDay("2026-11-22") ?? 0,
    translation: (language) => options.languages?.[language],
    ...(options.history ? { history: options.history } : {}),
  });
  return { exit, stdout: stdout.text, stderr: stderr.text };
}

export interface CallOptions extends Pick<CliOptions, "cwd" | "env" | "input"> {
  /** There is a terminal, this wide. */
  readonly columns?: number;
  readonly read?: typeof readFile;
  /** What files said before; nobody is asked where it is not given. */
  readonly history?: HistoryOf;
  /** Catalogs by language. */
  readonly languages?: Readonly<Record<string, Translation>>;
}

class MemoryOutput implements Output {
  readonly columns: number | undefined;
  readonly failure = undefined;
  text = "";

  constructor(columns: number | undefined) {
    this.columns = columns;
  }

  get isTerminal(): boolean {
    return this.columns !== undefined;
  }

  async write(text: string): Promise<void> {
    this.text += text;
  }
}

/** A new folder with these files in it, gone when the tests end; a path that ends in `/` is a folder. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "training-spec-cli-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(name.endsWith("/") ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(file, content);
  }
  return folder;
}

/** A run as a golden file holds it, compared with that file; UPDATE=1 writes it. Gives both, for the assertion. */
export function golden(file: string, args: readonly string[], run: CliRun): { actual: string; expected: string } {
  const actual = [
    `$ training-spec ${args.join(" ")}`,
    `exit ${run.exit}`,
    "--- stdout",
    run.stdout.trimEnd(),
    "--- stderr",
    run.stderr.trimEnd(),
    "",
  ].join("\n");
  if (process.env.UPDATE === "1") {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  return { actual, expected: readFileSync(file, "utf8") };
}
