import type { Severity } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type LintAs, nextStatus, stepsTo } from "./preview-steps.ts";
import { joined } from "./words.ts";

/** How far a spec is from its next status, in a few words and in a sentence. */
export interface Readiness {
  readonly text: Message;
  readonly detail: Message;
  readonly severity: Severity | "none";
}

/** The readiness of a program for its next status, and of a catalog to be used; undefined for other files. */
export function readiness(snapshot: Snapshot, uri: string, find?: LintAs): Readiness | undefined {
  const context = snapshot.context(uri);
  const document = context?.file.document;
  if (!context || !document || document.is === "config") return undefined;
  const status = document.is === "program" ? context.status : undefined;
  const next = status && nextStatus(status);
  const steps = stepsTo(snapshot, uri, next ?? status, find).filter(({ known }) => !known);
  const { length } = steps;
  const severity = steps[0]?.severity ?? "none";
  const detail = detailOf(steps.map((step) => step.severity));
  if (next === undefined) {
    const text =
      length === 0 ? say`nothing to mend` : length === 1 ? say`1 thing to mend` : say`${length} things to mend`;
    return { text, detail, severity };
  }
  if (length === 0)
    return {
      text: say`ready to be ${next}`,
      detail: say`Nothing stands between this program and the status ${code(next)}.`,
      severity,
    };
  const text = length === 1 ? say`1 thing before this is ${next}` : say`${length} things before this is ${next}`;
  return { text, detail, severity };
}

function detailOf(severities: readonly Severity[]): Message {
  const count = (severity: Severity): number => severities.filter((each) => each === severity).length;
  const [errors, warnings, hints] = [count("error"), count("warning"), count("hint")];
  const counts = [
    errors === 0 ? undefined : errors === 1 ? say`1 error` : say`${errors} errors`,
    warnings === 0 ? undefined : warnings === 1 ? say`1 warning` : say`${warnings} warnings`,
    hints === 0 ? undefined : hints === 1 ? say`1 hint` : say`${hints} hints`,
  ];
  return severities.length === 0 ? say`Nothing was found.` : joined(counts, ", ");
}
