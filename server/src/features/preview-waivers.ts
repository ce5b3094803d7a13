import { formatDay } from "../base/date.ts";
import type { Diagnostic } from "../base/finding.ts";
import { type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Waiver } from "../model/spec.ts";
import { isCovered } from "../rules/waiver.ts";
import type { Context } from "../workspace/context.ts";
import { nameOfPerson } from "./plan-words.ts";

/** A rule that is set aside, as a reviewer asks about it. */
export interface WaiverView {
  readonly rule: string | undefined;
  readonly span: Span;
  /** The place it is for; undefined where it is for the whole program. */
  readonly at: string | undefined;
  readonly reason: Message;
  readonly by: Message;
  /** Its last day, and how far that is. */
  readonly until: Message;
  /** It holds no more. */
  readonly isOver: boolean;
  /** What it sets aside today. */
  readonly covers: readonly Diagnostic[];
}

/** The waivers of a program in the order of the text, with what each of them sets aside of the findings. */
export function waiversOf(context: Context, findings: readonly Diagnostic[]): readonly WaiverView[] {
  const { today } = context;
  return (context.program?.waivers?.items ?? []).map((waiver) => {
    const { rule, reason, by, until, at, key } = waiver;
    return {
      rule: rule?.value,
      span: rule?.span ?? key,
      at: at?.value,
      reason: reason ? say`${reason.value}` : say`no reason is written`,
      by: by ? say`${nameOfPerson(context, by.value)}` : say`nobody is named`,
      until: untilWords(waiver, today),
      isOver: until !== undefined && until.value < today,
      covers: findings.filter((each) => each.waived && isCovered(waiver, each.rule, each.span, context)),
    };
  });
}

function untilWords({ until }: Waiver, today: number): Message {
  if (!until) return say`without an end`;
  const left = until.value - today;
  const day = formatDay(until.value);
  if (left < 0) return left === -1 ? say`${day}: over since yesterday` : say`${day}: over for ${-left} days`;
  if (left === 0) return say`${day}: today is its last day`;
  return left === 1 ? say`${day}: 1 more day` : say`${day}: ${left} more days`;
}
