import type { GraphNode } from "../../features/preview-graph.ts";
import { render } from "../language.ts";
import type { ReportedDocument } from "./diff-report.ts";

/** Beyond this a picture says nothing any more. */
const MOST_NODES = 40;

/** The results chain of a program with what has changed marked, as GitHub draws it; undefined where there is too much. */
export function mermaidOf({ graph, changes }: ReportedDocument): string | undefined {
  if (!graph || graph.nodes.length === 0 || graph.nodes.length > MOST_NODES) return undefined;
  const names = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const marks = new Map<string, string>();
  for (const { path, goalpost, class: kind } of changes) {
    const id = nodeOf(path);
    // The gravest comes first.
    if (id !== undefined && !marks.has(id)) marks.set(id, goalpost.length > 0 ? "goalpost" : kind);
  }
  return [
    "flowchart LR",
    ...graph.nodes.map((node) => `  ${names.get(node.id)}["${labelOf(node)}"]${classOf(marks.get(node.id))}`),
    ...graph.edges.map(({ from, to, broken }) => `  ${names.get(from)} ${broken ? "-.->" : "-->"} ${names.get(to)}`),
    "  classDef goalpost fill:#cf222e,stroke:#82071e,color:#ffffff",
    "  classDef weakened fill:#fff8c5,stroke:#9a6700,color:#1f2328",
    "  classDef strengthened fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
    "  classDef changed fill:#ddf4ff,stroke:#0969da,color:#1f2328",
  ].join("\n");
}

const NODE_KINDS: Readonly<Record<string, string>> = {
  metrics: "metric",
  behaviors: "behavior",
  objectives: "objective",
  assessments: "assessment",
};

function nodeOf([root = "", id = ""]: readonly string[]): string | undefined {
  if (root === "need") return "need";
  const kind = NODE_KINDS[root];
  return kind && `${kind} ${id}`;
}

function classOf(mark: string | undefined): string {
  if (mark === undefined) return "";
  return `:::${mark === "clarified" || mark === "new" ? "changed" : mark}`;
}

function labelOf({ text, facts }: GraphNode): string {
  const lines = [text, ...facts.slice(0, 1)].map((line) => (typeof line === "string" ? line : render(line)));
  return lines.map(inertLabel).join("<br/>");
}

/** Mermaid reads Markdown and HTML in labels; letters, digits and what cannot begin either stay. */
function inertLabel(words: string): string {
  const short = words.replace(/\s+/g, " ").trim();
  const clipped = short.length > 60 ? `${short.slice(0, 59).trimEnd()}…` : short;
  const lead = /^(\d+[.)]|[-+])/.test(clipped) ? "\u200b" : "";
  return lead + clipped.replace(/[^\p{L}\p{N} .,:;…?%/→–+=-]/gu, (character) => `#${character.codePointAt(0)};`);
}
