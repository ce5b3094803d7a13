import path from "node:path";
import { type Day, parseDay } from "../base/date.ts";
import { groupBy } from "../workspace/group-by.ts";
import { decodeText } from "./decode-text.ts";
import { digestOf } from "./digest.ts";
import { pathOfUri, uriOfPath } from "./file-uri.ts";
import { git, isShallow } from "./git.ts";
import { isShallowOnDisk } from "./git-head.ts";
import { repositoryAbove } from "./git-ignore.ts";
import { readObjects } from "./git-objects.ts";

/** That a text was committed on a day; Git knows it by the name of an object. */
interface Version {
  readonly day: Day;
  readonly object: string;
}

/** A text as it was committed. */
export interface CommittedText extends Version {
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
  for (const [top, inside] of byRepository(uris)) {
    const versions = await versionsOf(top, inside);
    const contents = await readObjects(
      top,
      [...versions.values()].flat().map(({ object }) => object),
    );
    for (const [file, all] of versions) found.set(uriOfPath(file), withTexts(all, contents));
  }
  return found;
}

/** The same without the texts, as far as somebody wants to know whether it is still the same. */
export async function pastsOf(uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const [top, inside] of byRepository(uris))
    for (const [file, versions] of await versionsOf(top, inside)) found.set(uriOfPath(file), digestOfPast(versions));
  return found;
}

export function digestOfPast(versions: readonly Version[]): string {
  return digestOf(versions.map(({ day, object }) => `${day} ${object}`).join("\n"));
}

/** The paths of files by the repositories that they stand in; those in none are left out. */
export function byRepository(uris: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = uris.flatMap((uri) => pathOfUri(uri) ?? []);
  const folders = new Map<string, string | undefined>();
  const topOf = (file: string): string | undefined => {
    const folder = path.dirname(file);
    if (!folders.has(folder)) folders.set(folder, repositoryAbove(folder));
    return folders.get(folder);
  };
  return groupBy(files, topOf);
}

function withTexts(versions: readonly Version[], contents: ReadonlyMap<string, Uint8Array>): readonly CommittedText[] {
  return versions.flatMap(({ day, object }) => {
    const content = contents.get(object);
    return content ? [{ day, object, text: decodeText(content) }] : [];
  });
}

async function versionsOf(top: string, files: readonly string[]): Promise<ReadonlyMap<string, readonly Version[]>> {
  if (isShallowOnDisk(top) ?? (await isShallow(top))) return new Map();
  const names = new Map(files.map((file) => [path.relative(top, file).split(path.sep).join("/"), file]));
  if (files.length <= FEW && !(await wereCommitted(top, [...names.keys()]))) return new Map();
  const format = ["--format=%x01%cs", "--raw", "-z", "--no-abbrev", "--find-renames"];
  const bounds = [`--max-count=${MOST_COMMITS}`, "--diff-filter=AMR", "--no-ext-diff", "--no-textconv"];
  // Git compares a path with such a pattern in half the time that one with `**/` takes.
  const specs = [":(top,icase)*.training.yaml", ":(top,icase)*.training.yml"];
  const text = await log(top, [...format, ...bounds, "--", ...specs]);
  return text === undefined ? new Map() : versionsIn(text, names);
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
