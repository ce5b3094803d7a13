import type { Day } from "../../base/date.ts";
import type { Severity } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Call } from "../command.ts";
import type { FormatName } from "../report/format-name.ts";
import { todayOf } from "../today.ts";
import { parseShard, type Shard } from "./shard.ts";

/** How findings are written, and what makes a run fail. */
export interface OutputSettings {
  readonly outputs: readonly OutputChoice[];
  readonly failOn: Severity;
  /** More warnings than that make the run fail. */
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
  /** The run is one of several that share the files. */
  readonly shard?: Shard | undefined;
}

/** What a run of `lint` was asked for. */
export interface LintSettings extends OutputSettings {
  readonly today: Day;
  readonly known: string | undefined;
  readonly updateKnown: boolean;
  /** What changes are counted from; `""` where that was left to us. */
  readonly changed: string | undefined;
  readonly fix: "write" | "show" | undefined;
  readonly watch: boolean;
  readonly stdinName: string;
  /** The folder in which runs are kept; undefined where none are. */
  readonly cache: string | undefined;
}

export interface OutputChoice {
  readonly format: FormatName;
  /** As it was typed; standard output where there is none. */
  readonly file: string | undefined;
}

const STDIN_NAME = "<stdin>";
export const CACHE_FOLDER = ".training-spec-cache";

/** Reads the options of `lint`, or says which two do not go together. */
export function lintSettings(call: Call): LintSettings | Message {
  const { options } = call;
  const today = todayOf(call);
  if (typeof today !== "number") return today;
  const output = outputSettings(call);
  if ("key" in output) return output;
  const part = options.get("shard")?.[0];
  const shard = part === undefined ? undefined : parseShard(part);
  if (part !== undefined && !shard)
    return say`${code("--shard")} takes one of how many, such as ${code("1/4")} and then ${code("2/4")}, not ${code(part)}.`;
  return (
    conflict(call, output.outputs) ?? {
      ...output,
      shard,
      today,
      known: options.get("known")?.[0],
      updateKnown: options.has("update-known"),
      changed: options.get("changed")?.[0],
      fix: options.has("fix") ? (options.has("dry-run") ? "show" : "write") : undefined,
      watch: options.has("watch"),
      stdinName: options.get("stdin-filename")?.[0] ?? STDIN_NAME,
      cache: options.has("cache") ? (options.get("cache-location")?.[0] ?? CACHE_FOLDER) : undefined,
    }
  );
}

/** Reads the options that say how findings are written and what they come to. */
export function outputSettings({ options }: Call): OutputSettings | Message {
  const most = options.get("max-warnings")?.[0];
  if (most !== undefined && !/^\d{1,9}$/.test(most))
    return say`${code("--max-warnings")} takes a number such as ${code("0")}, not ${code(most)}.`;
  const outputs = outputsOf(options.get("format") ?? []);
  if ("key" in outputs) return outputs;
  return {
    outputs,
    failOn: (options.get("fail-on")?.[0] ?? "error") as Severity,
    maxWarnings: most === undefined ? undefined : Number(most),
    quiet: options.has("quiet"),
  };
}

/** A format with a file leaves standard output to the others; where none is left, people see the usual there. */
function outputsOf(written: readonly string[]): readonly OutputChoice[] | Message {
  const outputs = written.map((choice) => {
    const at = choice.indexOf("=");
    const format = (at < 0 ? choice : choice.slice(0, at)) as FormatName;
    return { format, file: at < 0 ? undefined : choice.slice(at + 1) };
  });
  const empty = outputs.find(({ file }) => file === "");
  if (empty) return say`${code(`--format ${empty.format}=`)} needs a file behind the ${code("=")}.`;
  const toStdout = outputs.filter(({ file }) => file === undefined);
  const [first, second] = toStdout;
  if (first && second)
    return say`${code(first.format)} and ${code(second.format)} would both go to standard output: give one of them a file, as in ${code(`--format ${second.format}=report.${EXTENSIONS[second.format]}`)}.`;
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) return say`Two formats would be written to ${code(twice)}.`;
  return first ? outputs : [...outputs, { format: "pretty", file: undefined }];
}

const EXTENSIONS: Readonly<Record<FormatName, string>> = {
  pretty: "txt",
  json: "json",
  sarif: "sarif",
  github: "txt",
  gitlab: "json",
  junit: "xml",
  checkstyle: "xml",
  rdjson: "json",
  markdown: "md",
  part: "json",
};

function conflict({ options, operands }: Call, outputs: readonly OutputChoice[]): Message | undefined {
  const has = (name: string) => options.has(name);
  const stdin = operands.includes("-");
  if (has("stdin-filename") && !stdin)
    return say`${code("--stdin-filename")} names what comes in through ${code("-")}, and ${code("-")} is not among the paths.`;
  if (has("cache-location") && !has("cache"))
    return say`${code("--cache-location")} says where ${code("--cache")} keeps what it found: give both.`;
  if (has("dry-run") && !has("fix")) return say`${code("--dry-run")} shows what ${code("--fix")} would do: give both.`;
  for (const name of ["fix", "watch", "changed", "update-known", "cache"])
    if (stdin && has(name)) return say`${code(`--${name}`)} is about files, and ${code("-")} is none.`;
  for (const name of ["fix", "update-known"])
    if (has("watch") && has(name)) return say`${code("--watch")} changes nothing: leave out ${code(`--${name}`)}.`;
  for (const name of ["fix", "changed", "update-known", "watch"])
    if (has("cache") && has(name))
      return say`${code("--cache")} says again what a whole run said, and ${code(`--${name}`)} makes it another run: leave one out.`;
  for (const name of ["fix", "update-known", "watch"])
    if (has("shard") && has(name))
      return say`${code("--shard")} looks at some of the files, and ${code(`--${name}`)} is about all: leave one out.`;
  if (has("fix") && has("update-known"))
    return say`One after the other: ${code("--fix")} first, then ${code("--update-known")}.`;
  const shown = outputs.find(({ file }) => file === undefined);
  if (has("dry-run") && shown && shown.format !== "pretty")
    return say`${code("--dry-run")} writes a diff to standard output: give ${code(shown.format)} a file.`;
  return undefined;
}
