import { render } from "../../server/src/base/message.ts";
import { preview } from "../../server/src/features/preview.ts";
import { graphTable } from "../../server/src/pictures/graph-table.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import type { CaseBlock } from "./literate.ts";

/** Blocks about the preview: `chain`, the rows of the table behind the picture; `steps`, what is still to do. */
export const PREVIEW_KINDS: ReadonlySet<string> = new Set(["chain", "steps"]);

/** What a block about the preview of a file should hold. `rules=a,b` narrows the steps to those of some rules. */
export function previewAnswer(block: CaseBlock, snapshot: Snapshot, uri: string): string {
  const data = preview(snapshot, uri);
  if (!data) return "(nothing)";
  if (block.kind === "chain") {
    const { columns, rows } = graphTable(data.chain);
    const lines = rows.map((row) => row.map(({ text, broken }) => (broken ? `✗ ${text}` : text)).join(" | "));
    return [columns.join(" | "), ...lines.map((line) => line.trimEnd())].join("\n");
  }
  const rules = block.options.rules?.split(",");
  const tree = snapshot.files.get(uri)?.tree;
  const steps = data.steps.filter(({ rule }) => !rules || rules.includes(rule));
  const lines = steps.map(({ span, severity, rule, message }) => {
    const line = tree?.lines.positionAt(tree.offsetOf(span).start).line ?? 0;
    return `${line + 1}: ${severity}[${rule}]: ${render(message)}`;
  });
  return [`${data.status ?? "(no status)"} → ${data.nextStatus ?? "(end)"}`, ...lines].join("\n");
}
