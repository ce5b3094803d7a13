import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { code, type Message, say } from "../../base/message.ts";
import { commitNamed, git, mergeBase, topOfWorkingTree } from "../../host/git.ts";

/** One side of a comparison: a commit, or what lies on the disk. */
export type DiffOperand =
  | {
      readonly kind: "commit";
      readonly name: string;
      readonly commit: string;
      readonly top: string;
      readonly only: string | undefined;
    }
  | { readonly kind: "disk"; readonly name: string; readonly path: string; readonly isFile: boolean };

export interface DiffOperands {
  readonly base: DiffOperand;
  readonly head: DiffOperand;
  /** The working tree that a commit is compared with or belongs to; undefined where two paths are compared. */
  readonly top: string | undefined;
}

/**
 * What the two operands of `diff` mean. A name that is a path is a path, every other a commit; one that is both has to
 * be made clear. Without a head: the working tree; without a base, or with a path alone: the last commit.
 */
export async function readOperands(operands: readonly string[], cwd: string): Promise<DiffOperands | Message> {
  if (operands.length > 2) return say`Two states are compared: ${code("training-spec diff <base> [head]")}.`;
  const [first = "HEAD", second] = operands.length === 1 ? splitRange(operands[0] ?? "", cwd) : operands;
  const base = await readOperand(first, cwd);
  if ("key" in base) return base;
  const head = second === undefined ? undefined : await readOperand(second, cwd);
  if (head && "key" in head) return head;
  if (base.kind === "disk" && !head) {
    const last = await readOperand("HEAD", cwd);
    return "key" in last ? last : inRepository(last, base, cwd);
  }
  return head && base.kind === "disk" && head.kind === "disk" ? onDisk(base, head) : inRepository(base, head, cwd);
}

/** `main..topic` and `main...topic` mean `main topic`. */
function splitRange(operand: string, cwd: string): readonly (string | undefined)[] {
  const match = /^(.*?)\.{2,3}(?![./\\])(.*)$/.exec(operand);
  if (!match || existsSync(path.resolve(cwd, operand)) || /^\.|[/\\]\.\./.test(operand)) return [operand];
  return [match[1] || "HEAD", match[2] || "HEAD"];
}

async function readOperand(name: string, cwd: string): Promise<DiffOperand | Message> {
  const absolute = path.resolve(cwd, name);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  const commit = await commitNamed(cwd, name);
  if (stat && commit.text !== undefined && /^[^./\\][^/\\]*$/.test(name))
    return say`${code(name)} is a path and a commit: write ${code(`./${name}`)} for the path, or ${code(`refs/heads/${name}`)} for the branch.`;
  if (stat) return { kind: "disk", name, path: absolute, isFile: !stat.isDirectory() };
  const top = await topOfWorkingTree(cwd);
  if (commit.text !== undefined && top.text !== undefined)
    return { kind: "commit", name, commit: commit.text, top: top.text, only: undefined };
  const within = /^([^:]+):(.+)$/.exec(name);
  const of = within && (await commitNamed(cwd, within[1] ?? ""));
  if (of?.text !== undefined && top.text !== undefined)
    return { kind: "commit", name, commit: of.text, top: top.text, only: (within?.[2] ?? "").replace(/\/+$/, "") };
  const problem = top.text === undefined ? top.problem : commit.text === undefined ? commit.problem : say``;
  return say`No file or folder is named ${code(name)}. ${problem}`;
}

function onDisk(base: DiffOperand & { kind: "disk" }, head: DiffOperand & { kind: "disk" }): DiffOperands | Message {
  if (base.isFile !== head.isFile)
    return say`${code(base.name)} is a ${base.isFile ? "file" : "folder"} and ${code(head.name)} is not: compare two files or two folders.`;
  return { base, head, top: undefined };
}

/** At least one side is a commit. The other is compared as it lies in the same working tree. */
async function inRepository(
  base: DiffOperand,
  head: DiffOperand | undefined,
  cwd: string,
): Promise<DiffOperands | Message> {
  const top = base.kind === "commit" ? base.top : head?.kind === "commit" ? head.top : cwd;
  const other = head ?? { kind: "disk", name: "the working tree", path: top, isFile: false };
  for (const side of [base, other]) {
    if (side.kind === "disk" && !isWithin(side.path, top))
      return say`${code(side.name)} does not lie in the repository ${code(top)}, so it has no counterpart in a commit.`;
  }
  if (base.kind !== "commit" || other.kind !== "commit") return { base: await forked(base, top), head: other, top };
  const common = await mergeBase(top, base.commit, other.commit);
  if (common.text === undefined) return common.problem;
  // What landed on the base since is no change of this side; a head that the base contains is compared as it stands.
  return { base: common.text === other.commit ? base : { ...base, commit: common.text }, head: other, top };
}

/** The working tree grew from where its last commit left the base. Without a commit in common the base itself counts. */
async function forked(base: DiffOperand, top: string): Promise<DiffOperand> {
  if (base.kind !== "commit" || base.name === "HEAD") return base;
  const last = await git(top, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (last.text === undefined) return base;
  const common = await mergeBase(top, base.commit, last.text.trim());
  return common.text === undefined || common.text === last.text.trim() ? base : { ...base, commit: common.text };
}

function isWithin(file: string, top: string): boolean {
  const relative = path.relative(realpathSync(top), realpathSync(file));
  return relative === "" || !(relative.startsWith("..") || path.isAbsolute(relative));
}
