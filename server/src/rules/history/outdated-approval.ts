import { formatDay } from "../../base/date.ts";
import type { Finding } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Approval, Catalog, Program } from "../../model/spec.ts";
import { approvedVersion, differencesSince, subjectAt } from "../../review/settled-version.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";

export const outdatedApproval = defineRule({
  id: "outdated-approval",
  family: "history",
  severity: "warning",
  kind: "conflict",
  summary: "An approval is older than the last change of what it approves.",
  decidedBy: "history",
  on: "file",
  *check(_, context) {
    const document = context.program ?? context.catalog;
    if (!document || context.history.length === 0) return;
    const money = context.program?.money?.approved;
    if (money)
      yield* doubt(money, say`The money case`, context, {
        approvalIn: ({ is, ...of }) => (is === "program" ? (of as Program).money?.approved : undefined),
        covers: isCase,
      });
    for (const { id, value } of document.metrics?.entries.values() ?? []) {
      if (!value?.approved) continue;
      yield* doubt(value.approved, say`The value of ${code(id)}`, context, {
        approvalIn: ({ metrics }) => metrics?.entries.get(id)?.value?.approved,
        covers: ([root, metric, field, leaf]) =>
          root === "metrics" && metric === id && field === "value" && leaf !== "approved",
      });
    }
  },
});

/** What a money case rests on in its program. */
function isCase([root, leaf, field, part]: readonly string[]): boolean {
  if (root === "money") return leaf !== "approved" && leaf !== "claimed";
  if (root !== "metrics") return false;
  return ["baseline", "target", "volume", "use"].includes(field ?? "") || (field === "value" && part !== "approved");
}

interface Covered {
  readonly approvalIn: (document: Catalog | Program) => Approval | undefined;
  readonly covers: (path: readonly string[]) => boolean;
}

function* doubt(
  approved: Approval,
  what: Message,
  context: Context,
  { approvalIn, covers }: Covered,
): Generator<Finding> {
  const now = context.program ?? context.catalog;
  const version = approvedVersion(context.history, approved, ({ file: { document } }) =>
    document && document.is !== "config" ? approvalIn(document) : undefined,
  );
  const then = version?.file.document;
  if (!now || !then || then.is !== now.is) return;
  const changed = differencesSince(then, now, now.is).filter(({ path }) => covers(path));
  const subjects = changed.flatMap(({ path }) => subjectAt(path) ?? []);
  const [first, second] = subjects;
  if (!first) return;
  const list = second ? say`${first} and ${subjects.length - 1} more` : first;
  yield {
    span: approved.on?.span ?? approved.key,
    message: approved.on
      ? say`${what} was approved on ${formatDay(approved.on.value)}, and has changed since: ${list}.`
      : say`${what} has changed since it was approved: ${list}.`,
    help: say`Whoever approved it has seen other numbers. Have the new ones approved and write the new day.`,
  };
}
