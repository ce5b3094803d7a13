import { type Message, render } from "../../base/message.ts";
import { Workspace } from "../../workspace/workspace.ts";
import type { Call } from "../command.ts";
import { loadConfigs, withoutIgnored } from "./configs.ts";
import { type FoundSpecs, findSpecs } from "./find-specs.ts";
import { loadWorkspace } from "./load-workspace.ts";

export interface Gathered {
  readonly workspace: Workspace;
  readonly found: FoundSpecs;
  /** URIs of the files that were asked for and could be read. */
  readonly uris: readonly string[];
  /** What could not be found or read; said already. */
  readonly problems: readonly Message[];
}

/** Reads the specs that the operands name, without any those of this folder, and says what was left out or failed. */
export async function gather({ operands, io, tell }: Call): Promise<Gathered> {
  const found = findSpecs(operands.length === 0 ? ["."] : operands, io.cwd);
  for (const note of found.notes) await tell.note(render(note));
  const workspace = new Workspace();
  const read = (file: string) => io.read(file);
  loadConfigs(workspace, found.files.keys(), read);
  const loaded = loadWorkspace(workspace, withoutIgnored(workspace, found.files), { cwd: io.cwd, read });
  const problems = [...found.problems, ...loaded.problems];
  for (const problem of problems) await tell.problem(render(problem));
  return { workspace, found, uris: loaded.uris, problems };
}
