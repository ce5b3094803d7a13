import { createHash } from "node:crypto";
import type { ReportedFinding } from "./file-report.ts";

/**
 * Names for findings that stay the same while lines, entries and files move: of the document, the rule, the place by
 * names and the words. The second of two that are about the same gets a name of its own; so ask once for each, in order.
 */
export function fingerprints(): (finding: ReportedFinding) => string {
  const counts = new Map<string, number>();
  return ({ document, identity }) => {
    const key = `${document}\n${identity}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${createHash("sha256").update(key).digest("hex").slice(0, 16)}:${count}`;
  };
}
