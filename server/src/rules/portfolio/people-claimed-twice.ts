import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import type { Intake } from "../../workspace/portfolio.ts";
import { defineRule } from "../rule.ts";

export const peopleClaimedTwice = defineRule({
  id: "people-claimed-twice",
  family: "portfolio",
  severity: "hint",
  kind: "conflict",
  summary: "Two programs start with the same role at nearly the same time.",
  decidedBy: "dates",
  thresholds: {
    days: {
      value: 60,
      unit: "days between two launches",
      source:
        "Published practice looks at behavior 60 to 90 days after training [FT-EVAL]; until then two programs cannot be told apart.",
    },
  },
  on: "audience",
  *check({ role, id }, context, { days }) {
    const { launch } = context;
    if (!role || !launch) return;
    const intakes = context.workspace.portfolio.intakesOf(role.value);
    const own = intakes.findIndex(({ of, audience }) => of.file === context.source && audience.id === id);
    if (own < 0) return;
    const near = [...around(intakes, own, days)];
    const [first] = near;
    if (!first) return;
    yield {
      span: role.span,
      message:
        near.length === 1
          ? say`${code(first.of.name)} starts with the same role on ${formatDay(first.launch)}, ${Math.abs(first.launch - launch.value)} days apart (less than ${days}).`
          : say`${near.length < MOST ? near.length : say`${MOST} or more`} other programs start with the same role within ${days} days of this one.`,
      help: say`If they are the same people, start one later or put the two together: people have one calendar, and nobody can tell which program moved them. If not, say in ${code("role")} who is meant.`,
      related: near.map(({ of, role: other, launch: day }) => ({
        span: other.span,
        message: say`${code(of.name)} starts on ${formatDay(day)}.`,
      })),
    };
  },
});

const MOST = 8;

/** At most eight other programs that start within so many days. */
function* around(intakes: readonly Intake[], own: number, days: number): Iterable<Intake> {
  const self = intakes[own];
  if (!self) return;
  const files = new Set([self.of.file]);
  for (const step of [-1, 1]) {
    for (let at = own + step; files.size <= MOST; at += step) {
      const other = intakes[at];
      if (!other || Math.abs(other.launch - self.launch) >= days) break;
      if (files.has(other.of.file)) continue;
      files.add(other.of.file);
      yield other;
    }
  }
}
