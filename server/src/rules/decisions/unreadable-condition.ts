import { code, type Message, say } from "../../base/message.ts";
import type { Expected } from "../../model/condition.ts";
import { defineRule } from "../rule.ts";

export const unreadableCondition = defineRule({
  id: "unreadable-condition",
  family: "decisions",
  severity: "error",
  kind: "conflict",
  summary: "The condition of a decision cannot be read.",
  decidedBy: "shape",
  fixable: true,
  on: "decision",
  *check(decision, context) {
    const problem = decision.if?.value.problem;
    if (!problem || !decision.if) return;
    const { start, end } = context.source.tree.offsetOf(problem.span);
    const word = context.source.tree.text.slice(start, end);
    const meant = MEANT.get(word);
    yield {
      span: word === "" ? decision.if.span : problem.span,
      message: problemWords(problem.expected, word),
      help: say`A condition reads ${code("save-rate >= 72 % at month-6 and handle-time within limit")}: a measure, ${code("change")} or ${code("difference")} if that is meant, a comparison, a number with its unit, and the point.`,
      ...(meant
        ? {
            fixes: [
              { title: say`Change to ${code(meant)}`, safe: false, edits: [{ span: problem.span, text: meant }] },
            ],
          }
        : {}),
    };
  },
});

const MEANT: ReadonlyMap<string, string> = new Map([
  ["=>", ">="],
  ["≥", ">="],
  ["=<", "<="],
  ["≤", "<="],
]);

function problemWords(expected: Expected, word: string): Message {
  const stands = word === "" ? say`the condition ends` : say`${code(word)} stands`;
  switch (expected) {
    case "measure":
      return word === ""
        ? say`The condition ends where the id of a metric or a behavior is expected.`
        : say`${code(word)} is no id: a condition starts with the id of a metric or a behavior.`;
    case "comparison":
      return say`One of ${code("<")}, ${code("<=")}, ${code(">")} or ${code(">=")} is expected where ${stands}.`;
    case "number":
      return /^[+-]?\d/.test(word)
        ? say`${code(word)} is not written as a number with a point and without separators is.`
        : say`A number is expected where ${stands}.`;
    case "point":
      return say`The id of a measurement point is expected behind ${code("at")}.`;
    case "limit":
      return say`${code("within")} goes with ${code("limit")}, and ${stands} there.`;
    default:
      return say`${code("and")} is expected between two conditions, and ${stands} there.`;
  }
}
