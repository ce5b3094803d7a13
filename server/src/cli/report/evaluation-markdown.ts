import { type Message, say } from "../../base/message.ts";
import type { MeasureView } from "../../features/preview-evaluation.ts";
import { render } from "../language.ts";
import type { EvaluationReport } from "./evaluation-report.ts";

/** A page for a meeting: per program a table of its measures, what may be said, and its decisions. */
export function evaluationMarkdown(reports: readonly EvaluationReport[]): string {
  return `${reports.map(programText).join("\n\n")}\n`;
}

function programText({ title, status, view }: EvaluationReport): string {
  const head = `# ${escapeText(title)}\n\n${words(say`Status: ${status}. Intervals at ${view.percent} % confidence.`)}`;
  if (view.none) return `${head}\n\n${words(view.none)}`;
  const parts = [head, ...view.measures.map(measureText)];
  if (view.decisions.length > 0) {
    const rows = view.decisions.map(({ outcome, condition, result, done }) => [
      `\`${outcome.decision.id}\``,
      words(condition),
      words(result),
      words(done),
    ]);
    parts.push(
      `## ${words(say`Decisions`)}\n\n${table([say`Decision`, say`If`, say`Results`, say`Done`].map(words), rows)}`,
    );
  }
  if (view.notes.length > 0)
    parts.push(
      `## ${words(say`To be said with all of it`)}\n\n${view.notes.map((note) => `- ${words(note)}`).join("\n")}`,
    );
  return parts.join("\n\n");
}

function measureText({ evaluation, name, verdict, facts, cautions }: MeasureView): string {
  const { measure, may, mayNot } = evaluation;
  const rows = facts.map(({ label, text }) => [words(label), words(text)]);
  const lists = [
    list(say`This may be said:`, may),
    list(say`This may not be said:`, mayNot),
    list(say`To be said with it:`, cautions),
  ].filter((part) => part !== "");
  const head = `## ${escapeText(name)}: ${words(verdict)}\n\n\`${measure.id}\`, ${measure.role ?? measure.is}`;
  return [head, table(["", ""], rows), ...lists].join("\n\n");
}

function list(title: Message, items: readonly Message[]): string {
  return items.length === 0 ? "" : `${words(title)}\n\n${items.map((item) => `- ${words(item)}`).join("\n")}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Words of ours keep their backticks; nothing of the file becomes markup. */
function words(message: Message): string {
  return render(message)
    .replace(/[\r\n]+/g, " ")
    .replace(/[<>]/g, (sign) => (sign === "<" ? "&lt;" : "&gt;"));
}

function escapeText(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/[\\`*_[\]<>#|]/g, "\\$&");
}
