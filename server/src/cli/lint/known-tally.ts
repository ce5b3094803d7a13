import { code, type Message, say } from "../../base/message.ts";
import type { KnownFindings } from "../../workspace/known-findings.ts";
import type { KnownHere } from "../../workspace/settings.ts";
import type { FileReport } from "../report/file-report.ts";

/** Counts the known findings that occur no longer, so that their list gets shorter. */
export class KnownTally {
  readonly #given: KnownFindings | undefined;
  /** By file of known findings, then by document: how many are listed, and how many of them occur. */
  readonly #documents = new Map<string, Map<string, { listed: number; occur: number }>>();

  /** `given` counts instead of what the configurations name. */
  constructor(given: KnownFindings | undefined) {
    this.#given = given;
  }

  add({ document, known }: FileReport, { list, from: named }: KnownHere): void {
    const findings = this.#given ?? list;
    const from = this.#given ? "" : (named ?? "");
    const listed = [...(findings?.get(document)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    if (listed === 0) return;
    const documents = this.#documents.get(from) ?? new Map<string, { listed: number; occur: number }>();
    const occur = Math.max(known.length, documents.get(document)?.occur ?? 0);
    this.#documents.set(from, documents.set(document, { listed, occur }));
  }

  notes(shown: (uri: string) => string): readonly Message[] {
    return [...this.#documents].flatMap(([from, documents]) => {
      const gone = [...documents.values()].reduce((sum, { listed, occur }) => sum + listed - occur, 0);
      if (gone === 0) return [];
      const where = from === "" ? "" : say` in ${code(shown(from))}`;
      const occur = gone === 1 ? say`1 known finding${where} occurs` : say`${gone} known findings${where} occur`;
      return [say`${occur} no longer: ${code("--update-known")} takes out what was fixed.`];
    });
  }
}
