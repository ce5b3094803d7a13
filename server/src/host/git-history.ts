import path from "node:path";
import { type Day, parseDay } from "../base/date.ts";
import { decodeText } from "./decode-text.ts";
import { pathOfUri, uriOfPath } from "./file-uri.ts";
import { git, isShallow } from "./git.ts";
import { isShallowOnDisk } from "./git-head.ts";
import { repositoryAbove } from "./git-ignore.ts";
import { readObjects } from "./git-objects.ts";

/** A text as it was committed, with the day. */
export interface CommittedText {
  readonly day: Day;
  readonly text: string;
}

/** The newest commits to specs that are looked at, and for how long Git may search: the past is worth no wait. */
const MOST_COMMITS = 2000;
const MOST_MILLISECONDS = 3000;

/** As many files are asked for by their names. */
const FEW = 20;

/**
 * What files said before, the oldest first, by their URIs; moves are followed. Three calls of Git at most for each
 * repository, whatever the number of files. Files without Git, and clones whose history has been cut off, are left out.
 */
export async function historyOf(uris: readonly string[]): Promise<ReadonlyMap<string, readonly CommittedText[]>> {
  const found = new Map<string, readonly CommittedText[]>();
  const byTop = new Map<string, string[]>();
  for (const uri of uris) {
    const file = pathOfUri(uri);
    const top = file && repositoryAbove(path.dirname(file));
    if (file && top) byTop.set(top, [...(byTop.get(top) ?? []), file]);
  }
  for (const [top, inside] of byTop) {
    for (const [file, texts] of await historyIn(top, inside)) found.set(uriOfPath(file), texts);
  }
  return found;
}

async function historyIn(
  top: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly CommittedText[]>> {
  if (isShallowOnDisk(top) ?? (await isShallow(top))) return new Map();
  const names = new Map(files.map((file) => [path.relative(top, file).split(path.sep).join("/"), file]));
  if (files.length <= FEW && !(await wereCommitted(top, [...names.keys()]))) return new Map();
  const format = ["--format=%x01%cs", "--raw", "-z", "--no-abbrev", "--find-renames"];
  const bounds = [`--max-count=${MOST_COMMITS}`, "--diff-filter=AMR", "--no-ext-diff", "--no-textconv"];
  // Git compares a path with such a pattern in half the time that one with `**/` takes.
  const specs = [":(top,icase)*.training.yaml", ":(top,icase)*.training.yml"];
  const text = await log(top, [...format, ...bounds, "--", ...specs]);
  if (text === undefined) return new Map();
  const versions = versionsIn(text, names);
  const contents = await readObjects(
    top,
    [...versions.values()].flat().map(({ object }) => object),
  );
  return new Map(
    [...versions].map(([file, all]) => [
      file,
      all.flatMap(({ day, object }) => {
        const content = contents.get(object);
        return content ? [{ day, text: decodeText(content) }] : [];
      }),
    ]),
  );
}

/** Whether any commit at all holds one of these paths; asked first, because it takes a tenth of the time of the search. */
async function wereCommitted(top: string, names: readonly string[]): Promise<boolean> {
  const paths = names.map((name) => `:(top,literal)${name}`);
  const found = await log(top, ["--full-history", "--max-count=1", "--format=%H", "--", ...paths]);
  return found !== undefined && found !== "";
}

async function log(top: string, args: readonly string[]): Promise<string | undefined> {
  // A clone that holds only part of the objects would fetch the others.
  const settings = ["-c", "log.showSignature=false", "-c", "protocol.allow=never"];
  return (await git(top, [...settings, "log", ...args], { timeout: MOST_MILLISECONDS })).text;
}

interface Version {
  readonly day: Day;
  readonly object: string;
}

/** Reads the log from the newest commit on; `names` turns a path of now into a file, and follows it back through moves. */
function versionsIn(log: string, names: Map<string, string>): ReadonlyMap<string, readonly Version[]> {
  const versions = new Map<string, Version[]>();
  const tokens = log.split("\0").map((token) => token.trim());
  let day: Day | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    if (token.startsWith("\u0001")) day = parseDay(token.slice(1));
    const change = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([AMR])/.exec(token);
    if (!change) continue;
    const isMove = change[2] === "R";
    const [from, to] = [tokens[at + 1] ?? "", tokens[isMove ? at + 2 : at + 1] ?? ""];
    at += isMove ? 2 : 1;
    const file = names.get(to);
    if (file === undefined || day === undefined) continue;
    versions.set(file, [{ day, object: change[1] ?? "" }, ...(versions.get(file) ?? [])]);
    if (change[2] !== "M") names.delete(to);
    if (isMove) names.set(from, file);
  }
  return versions;
}
