import type { Day } from "../base/date.ts";
import type { Message } from "../base/message.ts";
import type { Part } from "../model/located.ts";
import { shapeOfDocument } from "../model/lower.ts";
import type { Approval, Program } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import type { EarlierVersion } from "../workspace/snapshot.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { type Difference, differencesOf, noteRenames } from "./differences.ts";
import { findPolicy } from "./find-policy.ts";
import { Names } from "./names.ts";

/** A program as it stood when its launch passed, and what its entries are called today. */
export interface SettledVersion {
  readonly day: Day;
  readonly launch: Day;
  readonly program: Program;
  readonly names: Names;
}

/**
 * The text that was in force when its own launch passed, so that moving the launch afterward hides nothing. Undefined
 * before launch, for a draft, and where the past is not known.
 */
export function settledVersion(context: Context): SettledVersion | undefined {
  const { history, today } = context;
  const program = history.length === 0 ? undefined : context.program;
  if (!program) return undefined;
  for (const [index, { day, file }] of history.entries()) {
    const earlier = file.document?.is === "program" ? file.document : undefined;
    const launch = earlier?.launch?.value;
    if (!earlier || launch === undefined || earlier.status?.value === "draft") continue;
    const replacedOn = history[index + 1]?.day ?? today;
    if (launch < replacedOn) return { day, launch, program: earlier, names: namesFrom(earlier, program) };
  }
  return undefined;
}

/** The first known version that holds an approval. */
export function approvedVersion(
  history: readonly EarlierVersion[],
  approved: Approval,
  approvalIn: (version: EarlierVersion) => Approval | undefined,
): EarlierVersion | undefined {
  const key = ({ by, on }: Approval): string => `${by?.value} ${on?.value}`;
  return history.find((version) => {
    const earlier = approvalIn(version);
    return earlier !== undefined && key(earlier) === key(approved);
  });
}

/** What differs between an earlier version of a document and the one of today, as it is written. */
export function differencesSince(before: Part, after: Part, kind: "catalog" | "program"): readonly Difference[] {
  const shape = shapeOfDocument(kind);
  return shape ? differencesOf(before, after, shape, namesFrom(before, after, kind)) : [];
}

/** What a place is called in words. */
export function subjectAt(path: readonly string[]): Message | undefined {
  const found = findPolicy(path);
  return found?.policy.subject(found.names);
}

function namesFrom(before: Part, after: Part, kind: "catalog" | "program" = "program"): Names {
  const names = new Names();
  const shape = shapeOfDocument(kind);
  if (shape) noteRenames(before, after, shape, names);
  return names;
}

/** Whether the past of a file can matter: it was launched or approved. */
export function hasSettled(file: SpecFile, today: Day): boolean {
  const { shared } = file;
  if (!shared) {
    const catalog = file.document?.is === "catalog" ? file.document : undefined;
    return [...(catalog?.metrics?.entries.values() ?? [])].some(({ value }) => value?.approved);
  }
  const status = shared.status?.value;
  const isUnderWay = status === "live" || status === "evaluated" || status === "retired";
  // A launch that was moved ahead may have passed before: what says `planned` is looked at too.
  return isUnderWay || shared.isApproved || (shared.launch !== undefined && shared.launch.value < today);
}
