import { render } from "../../server/src/base/message.ts";
import { preview } from "../../server/src/features/preview.ts";
import type { Timeline } from "../../server/src/features/preview-timeline.ts";
import type { DrawnCell } from "../../server/src/pictures/drawing.ts";
import { graphTable } from "../../server/src/pictures/graph-table.ts";
import { previewSections } from "../../server/src/pictures/preview-sections.ts";
import { type ReadinessList, readinessList } from "../../server/src/pictures/readiness-list.ts";
import type { Section } from "../../server/src/pictures/section.ts";
import { drawTimeline } from "../../server/src/pictures/timeline.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import type { CaseBlock } from "./literate.ts";

/**
 * Blocks about the preview: `chain`, the rows of the table behind the picture; `steps`, what is still to do; `groups`, the
 * same as the page shows it, with the steps of one part where `part` names it; `timeline`, what is measured when;
 * `section id=…`, another part of the page.
 */
export const PREVIEW_KINDS: ReadonlySet<string> = new Set(["chain", "steps", "groups", "timeline", "section"]);

/** What a block about the preview of a file should hold. `rules=a,b` narrows the steps to those of some rules. */
export function previewAnswer(block: CaseBlock, snapshot: Snapshot, uri: string): string {
  const data = preview(snapshot, uri);
  if (!data) return "(nothing)";
  if (block.kind === "chain") {
    const { columns, rows } = graphTable(data.chain);
    const lines = rows.map((row) => row.map(({ text, broken }) => (broken ? `✗ ${text}` : text)).join(" | "));
    return [columns.join(" | "), ...lines.map((line) => line.trimEnd())].join("\n");
  }
  if (block.kind === "groups") return groupsText(readinessList(data), block.options.part);
  if (block.kind === "timeline") return timelineText(data.timeline);
  if (block.kind === "section") return sectionText(previewSections(data).find(({ id }) => id === block.options.id));
  const rules = block.options.rules?.split(",");
  const tree = snapshot.files.get(uri)?.tree;
  const steps = data.steps.filter(({ rule }) => !rules || rules.includes(rule));
  const lines = steps.map(({ span, severity, rule, message }) => {
    const line = tree?.lines.positionAt(tree.offsetOf(span).start).line ?? 0;
    return `${line + 1}: ${severity}[${rule}]: ${render(message)}`;
  });
  return [`${data.status ?? "(no status)"} → ${data.nextStatus ?? "(end)"}`, ...lines].join("\n");
}

function groupsText({ heading, summary, next, groups }: ReadinessList, part: string | undefined): string {
  return [
    heading,
    summary ?? "(nothing to do)",
    ...(next ? [`next: ${next.rule}`] : []),
    ...groups.flatMap(({ id, heading: name, count, steps }) => [
      `${steps.length === 0 ? "✓ " : ""}${name}: ${count}`,
      ...(id === part ? steps.map(({ label, rule }) => `  ${label}: ${rule}`) : []),
    ]),
  ].join("\n");
}

function timelineText(timeline: Timeline | undefined): string {
  if (!timeline) return "(nothing)";
  const { caption, rows } = drawTimeline(timeline);
  return [caption, ...rows.map(rowText)].join("\n");
}

function sectionText(section: Section | undefined): string {
  if (!section) return "(nothing)";
  const { heading, tables } = section;
  return [
    heading,
    ...tables.flatMap(({ table: { columns, rows } }) => [columns.join(" | "), ...rows.map(rowText)]),
  ].join("\n");
}

function rowText(row: readonly DrawnCell[]): string {
  return row
    .map(({ text, broken }) => (broken ? `✗ ${text}` : text))
    .join(" | ")
    .trimEnd();
}
