import { git } from "./git.ts";

/** A file of a commit. */
export interface GitFile {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly object: string;
  readonly bytes: number;
}

/** The files of a commit; links and submodules are left out. Undefined where Git cannot say. */
export async function filesOfCommit(folder: string, commit: string): Promise<readonly GitFile[] | undefined> {
  const { text } = await git(folder, ["ls-tree", "-r", "-z", "--long", "--full-tree", commit]);
  return text?.split("\0").flatMap((line): GitFile[] => {
    const match = /^100\d+ blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line);
    return match ? [{ object: match[1] ?? "", bytes: Number(match[2]), path: match[3] ?? "" }] : [];
  });
}

/** The contents of objects by their names, all in one go; those that Git does not have are left out. Fetches nothing. */
export async function readObjects(
  folder: string,
  objects: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (objects.length === 0) return new Map();
  // A clone that holds only part of the objects would fetch the others; no protocol is allowed, so it cannot.
  const env = { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_ALLOW_PROTOCOL: "", GIT_NO_LAZY_FETCH: "1" };
  const { spawn } = await import("node:child_process");
  return new Promise((resolve) => {
    const child = spawn("git", ["cat-file", "--batch"], { cwd: folder, env, windowsHide: true });
    const pieces: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
    child.on("error", () => resolve(new Map()));
    child.on("close", () => resolve(objectsIn(Buffer.concat(pieces))));
    // It may end before it has read everything.
    child.stdin.on("error", () => undefined);
    child.stdin.end(`${[...new Set(objects)].join("\n")}\n`);
  });
}

/** `<name> blob <size>`, a line break, the content, a line break; `<name> missing` for what is not there. */
function objectsIn(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [name = "", type, size] = output.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    found.set(name, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}
