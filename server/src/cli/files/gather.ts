import path from "node:path";
import type { Message } from "../../base/message.ts";
import { uriOfPath } from "../../host/file-uri.ts";
import type { FileText } from "../../host/read-file.ts";
import type { ProgramFacts } from "../../workspace/spec-file.ts";
import { Workspace } from "../../workspace/workspace.ts";
import type { Call } from "../command.ts";
import { render } from "../language.ts";
import { loadConfigs, withoutIgnored } from "./configs.ts";
import { type FoundSpecs, findSpecs } from "./find-specs.ts";
import { loadWorkspace } from "./load-workspace.ts";
import { readStdin } from "./read-stdin.ts";

export interface Gathered {
  readonly workspace: Workspace;
  readonly found: FoundSpecs;
  /** URIs of the files that were asked for and could be read. */
  readonly uris: readonly string[];
  /** URIs of the files that a configuration leaves out. */
  readonly leftOut: readonly string[];
  /** What could not be found or read; said already. */
  readonly problems: readonly Message[];
}

export interface GatherOptions {
  /** What the text is called that comes in where `-` is among the operands. */
  readonly stdinName?: string;
  /** Configurations are asked for too, with the specs they count for. */
  readonly withConfigs?: boolean;
  /** Told after each file that was read. */
  onFile?(done: number): void;
  /** What is known of the program at a path whose text was just read. */
  factsOf?(path: string): ProgramFacts | undefined;
}

/** Reads the specs that the operands name, without any those of this folder, and says what was left out or failed. */
export async function gather({ operands, io, tell }: Call, options: GatherOptions = {}): Promise<Gathered> {
  const { stdinName, withConfigs = false, onFile, factsOf } = options;
  const stdin =
    stdinName !== undefined && operands.includes("-")
      ? { path: path.resolve(io.cwd, stdinName), content: await readStdin(io.stdin) }
      : undefined;
  const named = stdin ? operands.filter((operand) => operand !== "-") : operands;
  const found = await findSpecs(operands.length === 0 ? ["."] : named, io.cwd);
  for (const note of found.notes) await tell.note(render(note));
  const workspace = new Workspace();
  let count = 0;
  const read = (file: string): FileText => {
    onFile?.(++count);
    return file === stdin?.path ? stdin.content : io.read(file);
  };
  const asked = new Map([...(stdin ? [[stdin.path, undefined] as const] : []), ...found.files]);
  const configs = loadConfigs(workspace, asked.keys(), read);
  const kept = withoutIgnored(workspace, asked);
  const paths = new Set([...kept, ...(withConfigs ? configs : [])]);
  const loaded = loadWorkspace(workspace, paths, { cwd: io.cwd, read, ...(factsOf ? { factsOf } : {}) });
  const problems = [...found.problems, ...loaded.problems];
  for (const problem of problems) await tell.problem(render(problem));
  const isKept = new Set(kept);
  const leftOut = [...asked.keys()].filter((file) => !isKept.has(file)).map(uriOfPath);
  return { workspace, found, uris: loaded.uris, leftOut, problems };
}
