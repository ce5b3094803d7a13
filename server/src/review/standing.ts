import type { Day } from "../base/date.ts";
import { formatDay } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { Standing } from "./change.ts";

/** What was settled about a program before it was changed on a day. */
export function standingOf(context: Context, day: Day): Standing {
  const { launch, money, conclusions, resultsFile } = context;
  const status = context.program?.status?.value;
  const isLaunched = launch !== undefined && launch.value <= day;
  const saysSo = status === "live" || status === "evaluated" || status === "retired";
  const approved = money?.approved;
  const isApproved = approved !== undefined && (approved.on === undefined || approved.on.value <= day);
  return {
    launched: isLaunched || saysSo ? { on: isLaunched ? launch.value : undefined } : undefined,
    approved: isApproved ? { on: approved.on?.value } : undefined,
    hasResults: (resultsFile?.rowCount ?? 0) > 0 || (conclusions?.items.length ?? 0) > 0,
  };
}

/** Whether nothing may move any more. */
export function isSettled({ launched, hasResults }: Standing): boolean {
  return launched !== undefined || hasResults;
}

/** Why a promise should no longer change; `renewed`: it has been approved again since. */
export function goalpostReasons(standing: Standing, renewed: boolean): Message[] {
  const { launched, approved, hasResults } = standing;
  return [
    ...(launched
      ? [launched.on === undefined ? say`after launch` : say`after launch on ${formatDay(launched.on)}`]
      : []),
    ...(hasResults ? [say`after results`] : []),
    ...(renewed ? [] : approvalReasons(approved)),
  ];
}

export function approvalReasons(approved: Standing["approved"]): Message[] {
  if (!approved) return [];
  return [approved.on === undefined ? say`after approval` : say`after approval on ${formatDay(approved.on)}`];
}
