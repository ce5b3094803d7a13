import { type Message, say } from "../../base/message.ts";
import type { DecisionView, MeasureView } from "../../features/preview-evaluation.ts";
import { render } from "../language.ts";
import { visible } from "../terminal/display.ts";
import type { Paint, Style } from "../terminal/paint.ts";
import type { EvaluationReport } from "./evaluation-report.ts";

/** For people in a terminal: per program its measures, then its decisions. */
export function evaluationPretty(reports: readonly EvaluationReport[], paint: Paint): string {
  return `${reports.map((report) => programText(report, paint)).join("\n\n")}\n`;
}

function programText({ file, title, status, view }: EvaluationReport, paint: Paint): string {
  const head = `${paint.underline(visible(file))}\n${paint.bold(visible(title))} (${status})`;
  if (view.none) return `${head}\n\n  ${visible(render(view.none))}`;
  const note = paint.dim(render(say`Intervals at ${view.percent} % confidence.`));
  const parts = view.measures.map((measure) => measureText(measure, paint));
  const decisions = view.decisions.map((decision) => decisionText(decision, paint));
  if (decisions.length > 0) parts.push(`${paint.bold(render(say`Decisions`))}\n${decisions.join("\n")}`);
  if (view.notes.length > 0) {
    const notes = view.notes.map((each) => `  ${visible(render(each))}`);
    parts.push(`${paint.bold(render(say`To be said with all of it`))}\n${notes.join("\n")}`);
  }
  return `${head}  ${note}\n\n${parts.join("\n\n")}`;
}

function measureText({ evaluation, name, verdict, facts, cautions }: MeasureView, paint: Paint): string {
  const { measure, may, mayNot } = evaluation;
  const color = paint[COLORS[evaluation.verdict]];
  const role = measure.role ?? measure.is;
  const id = name === measure.id ? "" : `${measure.id}, `;
  const head = `${paint.bold(visible(name))} (${id}${role}): ${color(render(verdict))}`;
  const width = Math.max(...facts.map(({ label }) => render(label).length), 7);
  const line = (label: string, text: Message) => `  ${paint.dim(label.padEnd(width))}  ${visible(render(text))}`;
  return [
    head,
    ...facts.map(({ label, text }) => line(render(label), text)),
    ...may.map((text) => line(render(say`say`), text)),
    ...mayNot.map((text) => line(render(say`not say`), text)),
    ...cautions.map((text) => line(render(say`note`), text)),
  ].join("\n");
}

const COLORS: Readonly<Record<MeasureView["evaluation"]["verdict"], Style>> = {
  improved: "good",
  worse: "error",
  "not-shown": "warning",
  "not-estimable": "dim",
};

function decisionText({ outcome, condition, result, done }: DecisionView, paint: Paint): string {
  const head = `  ${paint.bold(outcome.decision.id)}  ${visible(render(condition))}`;
  return [
    head,
    `    ${visible(render(result))}`,
    `    ${paint.dim(`${render(say`done`)}:`)} ${visible(render(done))}`,
  ].join("\n");
}
