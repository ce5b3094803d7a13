import path from "node:path";
import { type Day, parseDay } from "../base/date.ts";
import { decodeText } from "./decode-text.ts";
import { pathOfUri, uriOfPath } from "./file-uri.ts";
import { git, isShallow } from "./git.ts";
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

/**
 * What files said before, the oldest first, by their URIs; moves are followed. Three calls of Git for each
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
  if (await isShallow(top)) return new Map();
  const args = [
    "-c",
    "log.showSignature=false",
    // A clone that holds only part of the objects would fetch the others.
    "-c",
    "protocol.allow=never",
    "log",
    "--format=%x01%cs",
    "--raw",
    "-z",
    "--no-abbrev",
    "--find-renames",
  ];
  const bounds = [`--max-count=${MOST_COMMITS}`, "--diff-filter=AMR", "--no-ext-diff", "--no-textconv", "--"];
  const specs = [":(top,icase,glob)**/*.training.yaml", ":(top,icase,glob)**/*.training.yml"];
  const { text } = await git(top, [...args, ...bounds, ...specs], { timeout: MOST_MILLISECONDS });
  if (text === undefined) return new Map();
  const versions = versionsIn(
    text,
    new Map(files.map((file) => [path.relative(top, file).split(path.sep).join("/"), file])),
  );
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
