import { code, say } from "../../base/message.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import { defineRule } from "../rule.ts";
import { libraryOf } from "./library-of.ts";

export const sparseSurvey = defineRule({
  id: "sparse-survey",
  family: "metrics",
  severity: "hint",
  kind: "conflict",
  summary: "A metric from a survey rests on few answers.",
  decidedBy: "arithmetic",
  thresholds: {
    answers: {
      value: 100,
      unit: "answers",
      source: "Arithmetic: 96 answers give a share to about 10 points either way, at 95 % confidence.",
    },
  },
  on: "metric",
  *check(view, _context, { answers }) {
    const n = view.metric.baseline?.n;
    if (!n || n.value >= answers || !isSurvey(view)) return;
    yield {
      span: n.span,
      message: say`${code(view.id)} comes from a survey and rests on ${n.value} answers, fewer than ${answers}.`,
      help: say`Ask more people or longer, and write how many were asked: of those who do not answer nobody knows anything. With all of a small group asked, set this aside with a waiver.`,
    };
  },
});

const SURVEYS: ReadonlySet<string> = new Set([
  "customer-satisfaction",
  "customer-satisfaction-score",
  "net-promoter-score",
  "customer-effort-score",
  "patient-experience",
  "engagement-index",
  "employee-net-promoter-score",
  "manager-effectiveness",
]);

function isSurvey(view: MetricView): boolean {
  const library = libraryOf(view);
  if (library && SURVEYS.has(library.id)) return true;
  const { source, definition } = view;
  return [source?.system, source?.report, definition].some(
    (text) => text && /\b(survey|questionnaire|respondents)\b/i.test(text.value),
  );
}
