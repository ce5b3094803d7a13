import path from "node:path";
import { type Day, parseDay } from "../../base/date.ts";
import { code, type Message, say } from "../../base/message.ts";
import { decodeText } from "../../host/decode-text.ts";
import { pathOfUri, uriOfPath } from "../../host/file-uri.ts";
import { git } from "../../host/git.ts";
import { filesOfCommit, readObjects } from "../../host/git-objects.ts";
import { MAX_FILE_BYTES } from "../../host/read-bytes.ts";
import { isSpecName, walk } from "../../host/walk.ts";
import type { Side } from "../../review/review.ts";
import { isIgnored } from "../../workspace/settings.ts";
import { Workspace } from "../../workspace/workspace.ts";
import type { Io } from "../io.ts";
import { loadConfigs } from "./configs.ts";
import type { DiffOperand, DiffOperands } from "./diff-operands.ts";
import { loadWorkspace } from "./load-workspace.ts";

/** Both states, read. */
export interface DiffSides {
  readonly before: Side;
  readonly after: Side;
  /** The day of the changes: of the commit, today on the disk. */
  readonly day: Day;
  readonly moved: ReadonlyMap<string, string>;
  /** Whether a path was asked for. */
  readonly isAsked: (path: string) => boolean;
  readonly problems: readonly Message[];
}

/** Reads both sides of a comparison. Files have the same path on both where they lie at the same place. */
export async function readSides(
  { base, head, top }: DiffOperands,
  io: Io,
  today: Day | undefined,
): Promise<DiffSides | Message> {
  const day = today ?? (await dayOf(head)) ?? io.today();
  const problems: Message[] = [];
  const sides: Loaded[] = [];
  for (const operand of [base, head]) {
    const side = operand.kind === "commit" ? await readCommit(operand) : readDisk(operand, top, io);
    if ("key" in side) return side;
    problems.push(...side.problems);
    sides.push(side);
  }
  const [before, after] = sides as [Loaded, Loaded];
  const isLeftOut = (file: string): boolean =>
    [before, after].every(({ ignored, paths }) => ignored.has(file) || !paths.has(file));
  const sideOf = ({ workspace, paths }: Loaded): Side => ({
    snapshot: workspace.snapshot(day),
    paths: new Map([...paths].filter(([file]) => !isLeftOut(file)).map(([file, uri]) => [uri, file])),
  });
  const scopes = [base, head].flatMap((operand) => scopeOf(operand, top) ?? []);
  return {
    before: sideOf(before),
    after: sideOf(after),
    day,
    moved: await movedFiles(base, head),
    isAsked: (file) => scopes.length === 0 || scopes.some((scope) => file === scope || file.startsWith(`${scope}/`)),
    problems,
  };
}

interface Loaded {
  readonly workspace: Workspace;
  /** The path that both sides have in common → URI. */
  readonly paths: ReadonlyMap<string, string>;
  /** Paths that a configuration leaves out. */
  readonly ignored: ReadonlySet<string>;
  readonly problems: readonly Message[];
}

async function readCommit({ commit, name, top }: DiffOperand & { kind: "commit" }): Promise<Loaded | Message> {
  const files = await filesOfCommit(top, commit);
  if (!files) return say`The files of ${code(name)} cannot be listed.`;
  const byPath = new Map(files.map((file) => [uriOfPath(path.join(top, file.path)), file]));
  const specs = [...byPath].filter(([, file]) => isSpecName(path.posix.basename(file.path)));
  const workspace = new Workspace();
  const problems: Message[] = [];
  const load = async (uris: readonly string[]): Promise<void> => {
    const wanted = uris.flatMap((uri) => byPath.get(uri) ?? []);
    const small = wanted.filter(({ bytes }) => bytes <= MAX_FILE_BYTES);
    const texts = await readObjects(
      top,
      small.map(({ object }) => object),
    );
    for (const uri of uris) {
      const file = byPath.get(uri);
      const bytes = file && texts.get(file.object);
      if (bytes) workspace.set(uri, decodeText(bytes));
      else workspace.setUnreadable(uri, file ? (file.bytes > MAX_FILE_BYTES ? "too-large" : "unreadable") : "missing");
      if (file && !bytes) problems.push(say`${code(`${name}:${file.path}`)} cannot be read from Git.`);
    }
  };
  await load(specs.map(([uri]) => uri));
  for (let more = workspace.wanted(); more.length > 0; more = workspace.wanted()) await load(more);
  return loaded(workspace, new Map(specs.map(([uri, file]) => [file.path, uri])), problems);
}

/** Of a path in a repository the whole working tree counts: a catalog may stand anywhere in it. */
function readDisk(operand: DiffOperand & { kind: "disk" }, top: string | undefined, io: Io): Loaded {
  const root = top ?? (operand.isFile ? path.dirname(operand.path) : operand.path);
  const found = operand.isFile && top === undefined ? { files: [operand.path], closed: [] } : walk(root);
  const files = new Set([...found.files, ...(operand.isFile ? [operand.path] : [])]);
  const workspace = new Workspace();
  const read = (file: string) => io.read(file);
  loadConfigs(workspace, files, read);
  const { uris, problems } = loadWorkspace(workspace, files, { cwd: io.cwd, read });
  const closed = found.closed.map(
    ({ folder, code: reason }) => say`The folder ${code(folder)} cannot be listed (${reason}).`,
  );
  const nameOf = (uri: string): string => {
    if (operand.isFile && top === undefined) return "";
    return path
      .relative(root, pathOfUri(uri) ?? uri)
      .split(path.sep)
      .join("/");
  };
  return loaded(workspace, new Map(uris.map((uri) => [nameOf(uri), uri])), [...problems, ...closed]);
}

function loaded(workspace: Workspace, paths: ReadonlyMap<string, string>, problems: readonly Message[]): Loaded {
  const { files } = workspace.snapshot(0);
  const ignored = new Set([...paths].filter(([, uri]) => isIgnored(files, uri)).map(([file]) => file));
  return { workspace, paths, ignored, problems };
}

/** The part of the repository that was asked for; undefined where it is all of it. */
function scopeOf(operand: DiffOperand, top: string | undefined): string | undefined {
  if (operand.kind === "commit") return operand.only;
  if (top === undefined) return undefined;
  return path.relative(top, operand.path).split(path.sep).join("/") || undefined;
}

async function dayOf(operand: DiffOperand): Promise<Day | undefined> {
  if (operand.kind !== "commit") return undefined;
  const { text } = await git(operand.top, [
    "show",
    "--no-patch",
    "--no-show-signature",
    "--format=%cs",
    operand.commit,
  ]);
  return text === undefined ? undefined : parseDay(text.trim());
}

/** Where Git sees that a file has moved. What it does not see is found by what the files say. */
async function movedFiles(base: DiffOperand, head: DiffOperand): Promise<ReadonlyMap<string, string>> {
  if (base.kind !== "commit") return new Map();
  const to = head.kind === "commit" ? [head.commit] : [];
  const args = [
    // Nothing that a repository may name is started.
    "-c",
    "core.fsmonitor=false",
    "diff",
    "--no-ext-diff",
    "--no-textconv",
    "--name-status",
    "-z",
    "--find-renames",
    "--diff-filter=R",
    base.commit,
  ];
  const { text } = await git(base.top, [...args, ...to, "--"]);
  const parts = text?.split("\0") ?? [];
  const moved = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) moved.set(parts[at + 1] ?? "", parts[at + 2] ?? "");
  return moved;
}
