import type { Finding } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Span } from "../../base/span.ts";
import type { Goal } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import type { Portfolio } from "../../workspace/portfolio.ts";
import { defineRule } from "../rule.ts";

export const misplacedEffort = defineRule({
  id: "misplaced-effort",
  family: "portfolio",
  severity: "hint",
  kind: "conflict",
  summary: "More effort goes to a goal of low priority than to one of high priority.",
  decidedBy: "arithmetic",
  thresholds: {
    times: {
      value: 2,
      unit: "times the effort",
      source: "Common practice: costs differ for many reasons, and only a multiple of them is worth a question.",
    },
  },
  on: "file",
  *check({ document }, context, { times }) {
    if (document?.is === "catalog") {
      const { portfolio } = context.workspace;
      for (const goal of document.goals?.entries.values() ?? []) {
        yield* compare(goal, goals(context), portfolio, times, goal.priority?.span ?? goal.key);
      }
    } else yield* context.once(OF_PROGRAM, () => [...ofProgram(context, times)]);
  },
});

/** Nothing in the rest of a program changes the answer, and it takes a look at all others. */
const OF_PROGRAM = {};

function* ofProgram(context: Context, times: number): Iterable<Finding> {
  const named = context.need?.goal;
  if (!named) return;
  const { portfolio } = context.workspace;
  const found = portfolio.goalOf(context.source, named.value);
  if (found) yield* compare(found.goal, goals(found), portfolio, times, named.span);
}

function goals({ file }: Pick<Context, "file">): readonly Goal[] {
  return file.document?.is === "catalog" ? [...(file.document.goals?.entries.values() ?? [])] : [];
}

function* compare(
  goal: Goal,
  all: readonly Goal[],
  portfolio: Portfolio,
  times: number,
  span: Span,
): Iterable<Finding> {
  const { priority } = goal;
  const effort = portfolio.effortFor(goal);
  if (!priority || effort.programs.length === 0) return;
  for (const higher of all) {
    if (!higher.priority || higher.priority.value >= priority.value) continue;
    const other = portfolio.effortFor(higher);
    if (other.programs.length === 0) continue;
    const inMoney = effort.cost !== undefined && other.cost !== undefined && effort.currency === other.currency;
    const [much, little] = inMoney ? [effort.cost, other.cost] : [effort.hours, other.hours];
    if (much === undefined || little === undefined || little <= 0 || much <= times * little) continue;
    const unit: Message = inMoney ? say`${effort.currency ?? ""}` : say`hours of participants`;
    yield {
      span,
      message: say`${code(goal.id)} (priority ${priority.value}) gets ${Math.round(much)} ${unit}, and ${code(higher.id)} (priority ${higher.priority.value}) ${Math.round(little)}: more than ${times} times as much.`,
      help: say`Ask the owners of the two goals whether that is meant. Priorities change, and a small program can serve a large goal.`,
      related: [{ span: higher.key, message: say`The goal with the higher priority stands here.` }],
    };
    return;
  }
}
