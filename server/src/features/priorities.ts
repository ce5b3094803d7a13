import { type Priorities, prioritiesOf } from "../appraisal/priorities.ts";
import { appraise, type ProgramAppraisal } from "../appraisal/program-appraisal.ts";
import { lint } from "../rules/lint.ts";
import { RULES } from "../rules/registry.ts";
import type { Context } from "../workspace/context.ts";
import { KeptByInputs } from "../workspace/kept-by-inputs.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** How far the appraisal of a portfolio is. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  /** What is known of the programs that are done. */
  soFar(): Priorities;
}

/**
 * Says what to build first. Appraises one program after the other and keeps each appraisal as long as neither the program
 * nor a file that it names has changed, so that after an edit only what the edit touches is simulated again.
 */
export class PriorityAppraiser {
  readonly #kept = new KeptByInputs<ProgramAppraisal | undefined>();

  /** One step for each program; the answer at the end. May be left at any step. */
  *steps(snapshot: Snapshot, isAsked: (uri: string) => boolean = () => true): Generator<Progress, Priorities> {
    this.#kept.prune(snapshot);
    const appraisals = new Map<string, ProgramAppraisal>();
    const asked = snapshot.portfolio.programs.filter(({ file }) => isAsked(file.uri));
    const soFar = () => prioritiesOf(snapshot, appraisals, isAsked);
    for (const [index, { file }] of asked.entries()) {
      const appraisal = this.#appraisalOf(snapshot, file.uri);
      if (appraisal) appraisals.set(file.uri, appraisal);
      yield { done: index + 1, all: asked.length, soFar };
    }
    return soFar();
  }

  #appraisalOf(snapshot: Snapshot, uri: string): ProgramAppraisal | undefined {
    const kept = this.#kept.get(snapshot, uri);
    if (kept) return kept.value;
    const context = snapshot.context(uri);
    if (!context) return undefined;
    const appraisal = appraise(context, toFix(context));
    this.#kept.set(context, appraisal);
    return appraisal;
  }
}

/** All of it at once. */
export function priorities(snapshot: Snapshot, isAsked?: (uri: string) => boolean): Priorities {
  const steps = new PriorityAppraiser().steps(snapshot, isAsked);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/**
 * The errors of a program as if it were `planned` already; beyond that, those it has. What programs do to each other is
 * left out here and said beside each of them: it changes with the others.
 */
function toFix({ snapshot, file, status }: Context): number {
  const found = lint(snapshot, file.uri, status === "draft" ? { status: "planned" } : {});
  return found.filter(({ severity, waived, rule }) => severity === "error" && !waived && !AMONG_PROGRAMS.has(rule))
    .length;
}

const AMONG_PROGRAMS: ReadonlySet<string> = new Set(
  RULES.filter(({ family }) => family === "portfolio").map(({ id }) => id),
);
