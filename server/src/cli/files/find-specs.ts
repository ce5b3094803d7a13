import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { code, type Message, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import { isSpecName, walk } from "../../host/walk.ts";

export interface FoundSpecs {
  /** Absolute paths, each once, with the folder that was named to find it; `undefined` where the file itself was. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Operands that lead to nothing, folders that cannot be listed. */
  readonly problems: readonly Message[];
  readonly notes: readonly Message[];
}

/**
 * The files that operands name: a file names itself, a folder all specs below it, a pattern all specs that it matches.
 * `.gitignore` has a say in folders and patterns.
 */
export async function findSpecs(operands: readonly string[], cwd: string): Promise<FoundSpecs> {
  const found = { files: new Map<string, string | undefined>(), problems: [] as Message[], notes: [] as Message[] };
  for (const operand of operands) {
    const absolute = path.resolve(cwd, operand);
    const is = kindOf(absolute);
    if (is === "file") addFile(operand, absolute, found);
    else if (is === "folder") addFolder(operand, absolute, found);
    else await addMatches(operand, cwd, found);
  }
  return found;
}

interface Found {
  readonly files: Map<string, string | undefined>;
  readonly problems: Message[];
  readonly notes: Message[];
}

/** Whatever is there and is no folder counts as a file: reading it says what is wrong with it. */
function kindOf(absolute: string): "file" | "folder" | undefined {
  try {
    return statSync(absolute).isDirectory() ? "folder" : "file";
  } catch (error) {
    const gone = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    return gone ? undefined : "file";
  }
}

/** A shell that expands `programs/*` names every README too; a YAML file with another name may well be a spec. */
function addFile(operand: string, absolute: string, found: Found): void {
  const suffix = path.extname(absolute).toLowerCase();
  if (![".yaml", ".yml", ""].includes(suffix)) {
    found.notes.push(say`${code(operand)} is left out: it is no YAML file.`);
    return;
  }
  found.files.set(absolute, undefined);
  if (isSpecName(path.basename(absolute))) return;
  found.notes.push(
    say`${code(operand)} is linted because you named it; editors and folders look for names that end in ${code(".training.yaml")}.`,
  );
}

function addFolder(operand: string, absolute: string, found: Found): void {
  const { files, closed } = walk(absolute);
  for (const file of files) if (!found.files.has(file)) found.files.set(file, absolute);
  for (const { folder, code: reason } of closed) {
    found.problems.push(
      say`The folder ${code(path.relative(absolute, folder) || operand)} cannot be listed (${reason}).`,
    );
  }
  if (files.length > 0 || closed.length > 0) return;
  const where = operand === "." ? say`this folder` : say`the folder ${code(operand)}`;
  found.problems.push(
    say`No training spec is in ${where} or below it: no file whose name ends in ${code(".training.yaml")} or ${code(".training.yml")} and that ${code(".gitignore")} does not leave out.`,
  );
}

/** Loaded where something is named that is not there: most runs name none. */
async function addMatches(pattern: string, cwd: string, found: Found): Promise<void> {
  const { isPattern, matchesOf } = await import("./match-pattern.ts");
  if (!isPattern(pattern)) {
    found.problems.push(nothingNamed(pattern, path.resolve(cwd, pattern)));
    return;
  }
  const { matches, specs } = matchesOf(pattern, cwd);
  for (const file of specs) if (!found.files.has(file)) found.files.set(file, cwd);
  if (specs.length > 0) return;
  found.problems.push(
    matches.length === 0
      ? say`No file matches ${code(pattern)}.`
      : say`No training spec matches ${code(pattern)}: what matches has another name than ${code("*.training.yaml")}, or ${code(".gitignore")} leaves it out.`,
  );
}

function nothingNamed(operand: string, absolute: string): Message {
  const folder = path.dirname(absolute);
  const names = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
  const meant = nearest(path.basename(absolute), names);
  const problem = say`No file or folder is named ${code(operand)}.`;
  if (!meant) return problem;
  return say`${problem} Did you mean ${code(path.join(path.dirname(operand), meant))}?`;
}
