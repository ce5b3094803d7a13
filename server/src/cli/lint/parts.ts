import path from "node:path";
import { LineIndex } from "../../base/line-index.ts";
import { code, listOf, type Message, say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import type { Io } from "../io.ts";
import type { FileReport } from "../report/file-report.ts";
import { PART_FORMAT, type Part, type PartReport } from "../report/part.ts";

/**
 * Puts together what several runs wrote with `--format part`, in the order of one run. A problem where a part is missing,
 * there twice, of another run or no part at all: half a result would look like all of it.
 */
export function joinParts(
  files: readonly string[],
  io: Pick<Io, "cwd" | "read" | "pieces">,
): readonly FileReport[] | Message {
  const parts: Part[] = [];
  for (const file of files) {
    const part = readPart(file, io);
    if ("key" in part) return part;
    parts.push(part);
  }
  const problem = incomplete(parts);
  if (problem) return problem;
  const reports = parts.flatMap((part) => part.files);
  const names = new Set<string>();
  for (const { file } of reports) {
    if (names.has(file)) return say`${code(file)} is in two parts: they are not of the same run.`;
    names.add(file);
  }
  return inOrder(reports).map((report) => ({ ...report, lines: linesOf(report, io) }));
}

function readPart(file: string, { cwd, pieces }: Pick<Io, "cwd" | "pieces">): Part | Message {
  let text = "";
  try {
    for (const piece of pieces(path.resolve(cwd, file))) text += piece;
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "";
    return why === "ENOENT" ? say`There is no file ${code(file)}.` : say`${code(file)} cannot be read (${why}).`;
  }
  const part = parsed(text);
  if (part?.part !== PART_FORMAT || !Array.isArray(part.files) || !part.shard)
    return say`${code(file)} is no part of a report: make one with ${code("training-spec lint --shard 1/4 --format part=part-1.json")}.`;
  if (part.tool !== VERSION)
    return say`${code(file)} was written by Training Spec ${part.tool}, and this is ${VERSION}: use one version for all parts.`;
  return part;
}

function parsed(text: string): Part | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Part) : undefined;
  } catch {
    return undefined;
  }
}

function incomplete(parts: readonly Part[]): Message | undefined {
  const of = parts[0]?.shard.of ?? 0;
  const other = parts.find(({ shard }) => shard.of !== of);
  if (other) return say`One part is of ${of} and another of ${other.shard.of}: they are not of the same run.`;
  const indices = parts.map(({ shard }) => shard.index);
  const twice = indices.find((index, at) => indices.indexOf(index) !== at);
  if (twice !== undefined) return say`Part ${twice} of ${of} is there twice.`;
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !indices.includes(index));
  if (missing.length === 0) return undefined;
  const names = listOf(missing.map((index) => `${index}/${of}`));
  return missing.length === 1 ? say`The part ${names} is missing.` : say`The parts ${names} are missing.`;
}

function inOrder(reports: readonly PartReport[]): PartReport[] {
  return [...reports].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** The text that findings are shown in, where the specs are at hand. */
function linesOf({ file, findings, waived, known }: PartReport, { cwd, read }: Pick<Io, "cwd" | "read">): LineIndex {
  const isShown = findings.length + waived.length + known.length > 0;
  return new LineIndex((isShown && read(path.resolve(cwd, file)).text) || "");
}
