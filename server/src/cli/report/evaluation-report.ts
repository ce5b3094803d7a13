import { type EvaluationView, previewEvaluation } from "../../features/preview-evaluation.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

/** The evaluation of one program, for every format. */
export interface EvaluationReport {
  readonly file: string;
  readonly id: string | undefined;
  readonly title: string;
  readonly status: string;
  readonly view: EvaluationView;
}

/** Undefined where the file holds no program. */
export function reportEvaluation(
  snapshot: Snapshot,
  uri: string,
  shown: (uri: string) => string,
): EvaluationReport | undefined {
  const context = snapshot.context(uri);
  const view = context && previewEvaluation(context);
  if (!view) return undefined;
  const file = shown(uri);
  const { id, title } = context.program ?? {};
  return { file, id: id?.value, title: title?.value ?? id?.value ?? file, status: context.status, view };
}
