import { say } from "../base/message.ts";
import type { Difference } from "./differences.ts";
import { named, part } from "./policies-measure.ts";
import {
  type Judge,
  type Judgment,
  judged,
  type Policies,
  presence,
  ranked,
  replaced,
  whenIt,
  wording,
} from "./policy.ts";

/** What a metric is and what one unit of it is worth, in a program or a catalog. */
export const METRIC_POLICIES: Policies = {
  "metrics.*": {
    topic: "target",
    audiences: ["business", "finance"],
    goalpost: "settled",
    subject: named((id) => say`Metric ${id}`),
    judge: entryOfMetric,
  },
  "metrics.*.use": {
    ...definition(),
    subject: named((id) => say`What ${id} is`),
    judge: presence(
      () => judged("weakened", say`The program is now judged by another number under the same promise.`),
      { gone: say`Nobody knows what is measured.` },
    ),
  },
  "metrics.*.name": {
    topic: "other",
    audiences: [],
    subject: named((id) => say`Name of ${id}`),
    judge: () => undefined,
  },
  "metrics.*.definition": {
    ...definition(),
    subject: named((id) => say`Definition of ${id}`),
    judge: wording(
      say`Nobody knows how it is computed.`,
      say`Values before and after may no longer be the same number.`,
    ),
  },
  "metrics.*.kind": {
    ...definition(),
    subject: named((id) => say`Kind of ${id}`),
    judge: replaced(
      say`It is another kind of number now, and is judged by other statistics.`,
      say`Nobody knows what kind of number it is.`,
      "weakened",
    ),
  },
  "metrics.*.source": {
    ...definition(),
    subject: named((id) => say`Source of ${id}`),
    judge: part(say`Nobody can find the number again.`, say`It now says where the number comes from.`, "clarified"),
  },
  "metrics.*.source.*": {
    ...definition(),
    subject: named((id, field) => say`Source of ${id} (${field})`),
    judge: wording(say`Less is said about where the number comes from.`, say`Another source may give another number.`),
  },
  "metrics.*.supports": {
    topic: "need",
    audiences: ["business"],
    subject: named((id) => say`Goal that ${id} supports`),
    judge: replaced(say`It now stands for another goal.`, say`It stands for no goal any more.`),
  },
  "metrics.*.influenced-by": {
    topic: "definition",
    audiences: ["business"],
    subject: named((id) => say`Who influences ${id}`),
    judge: presence(() => undefined, { gone: say`One role fewer is said to influence it.` }),
  },
  "metrics.*.owner": {
    topic: "owner",
    audiences: ["data", "business"],
    subject: named((id) => say`Owner of ${id}`),
    judge: replaced(say`Somebody else answers for the number.`, say`Nobody answers for the number any more.`),
  },
  "metrics.*.role": {
    topic: "target",
    audiences: ["business", "finance"],
    goalpost: "settled",
    subject: named((id) => say`Role of ${id}`),
    judge: ranked(
      ["primary", "secondary", "leading", "guardrail"],
      {
        weaker: say`The program is judged by it less than before.`,
        stronger: say`The program is judged by it more than before.`,
      },
      say`Nobody knows whether the program is judged by it.`,
    ),
  },
  "metrics.*.volume": {
    topic: "value",
    audiences: ["finance"],
    goalpost: "approved",
    subject: named((id) => say`Volume of ${id}`),
    judge: whenIt(
      "up",
      {
        weaker: say`The same change now counts for more money.`,
        stronger: say`The same change now counts for less money.`,
      },
      say`The change can no longer be turned into money.`,
    ),
  },
  "metrics.*.limit": {
    ...guardrail(),
    subject: named((id) => say`Limit of ${id}`),
    judge: part(say`Nothing is kept from getting worse any more.`, say`It may no longer get worse than this.`),
  },
  "metrics.*.limit.at-most": { ...guardrail(), subject: named((id) => say`Limit of ${id}`), judge: limit("up") },
  "metrics.*.limit.at-least": { ...guardrail(), subject: named((id) => say`Limit of ${id}`), judge: limit("down") },
  "metrics.*.limit.then": {
    topic: "guardrail",
    audiences: ["business"],
    subject: named((id) => say`What happens at the limit of ${id}`),
    judge: wording(say`Nothing happens at the limit any more.`, say`After launch another consequence is set.`),
  },
  "metrics.*.value": {
    ...value(),
    subject: named((id) => say`Value of ${id}`),
    judge: part(say`It is worth no money any more.`, say`It is now turned into money.`),
  },
  "metrics.*.value.amount": {
    ...value(),
    subject: named((id) => say`Value per unit of ${id}`),
    judge: whenIt(
      "up",
      {
        weaker: say`The same change now counts for more money.`,
        stronger: say`The same change now counts for less money.`,
      },
      say`The change can no longer be turned into money.`,
    ),
  },
  "metrics.*.value.per": {
    ...value(),
    subject: named((id) => say`What the value of ${id} is per`),
    judge: wording(say`Nobody knows what the amount is for.`, say`The amount now is for something else.`),
  },
  "metrics.*.value.basis": {
    ...value(),
    subject: named((id) => say`Basis of the value of ${id}`),
    judge: ranked(
      ["margin", "cost-avoided", "cashable-time", "revenue"],
      { weaker: say`The money is softer than before.`, stronger: say`The money is harder than before.` },
      say`Nobody knows what kind of money it is.`,
    ),
  },
  "metrics.*.value.source": {
    ...value(),
    subject: named((id) => say`Source of the value of ${id}`),
    judge: wording(say`Nothing supports the amount any more.`),
  },
  "metrics.*.value.approved": {
    topic: "approval",
    audiences: ["finance"],
    subject: named((id) => say`Approval of the value of ${id}`),
    judge: part(say`The amount is approved no more.`, say`The amount is approved.`),
  },
  "metrics.*.value.approved.by": {
    topic: "approval",
    audiences: ["finance"],
    subject: named((id) => say`Who approved the value of ${id}`),
    judge: replaced(say`Somebody else has approved it.`, say`Nobody stands for the approval.`),
  },
  "metrics.*.value.approved.on": {
    topic: "approval",
    audiences: ["finance"],
    subject: named((id) => say`Day on which the value of ${id} was approved`),
    judge: replaced(say`The approval has another day.`, say`The approval has no day.`),
  },
};

function definition() {
  return { topic: "definition", audiences: ["data", "business"], goalpost: "settled" } as const;
}

function guardrail() {
  return { topic: "guardrail", audiences: ["business"], goalpost: "settled" } as const;
}

function value() {
  return { topic: "value", audiences: ["finance"], goalpost: "approved" } as const;
}

function limit(weakerWhen: "down" | "up"): Judge {
  return whenIt(
    weakerWhen,
    { weaker: say`More harm is accepted than before.`, stronger: say`Less harm is accepted than before.` },
    say`Nothing is kept from getting worse any more.`,
  );
}

function entryOfMetric({ before, after }: Difference): Judgment {
  if (!after) return judged("weakened", say`The program no longer promises anything about it.`);
  return judged("new", before ? say`It can be read now.` : say`The program is judged by one more number.`);
}
