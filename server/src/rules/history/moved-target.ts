import { formatDay } from "../../base/date.ts";
import { code, formatNumber, type Message, say } from "../../base/message.ts";
import type { Target } from "../../model/spec.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { promisedAtLaunch } from "./promised-at-launch.ts";

export const movedTarget = defineRule({
  id: "moved-target",
  family: "history",
  severity: "warning",
  kind: "conflict",
  summary: "A target was changed or taken out after launch.",
  decidedBy: "history",
  fixable: true,
  on: "measure",
  *check(measure, context) {
    const earlier = promisedAtLaunch(measure, context);
    if (!earlier?.target || isSame(earlier.target, measure.target)) return;
    const { target, id, part } = measure;
    if (!target && !isLeftOut(part, "target")) return;
    const { value, by } = earlier.target;
    const when = formatDay(earlier.launch);
    const fixes = [
      ...(value && target?.value && value.value !== target.value.value
        ? [{ span: target.value.span, text: String(value.value) }]
        : []),
      ...(by && target?.by && by.value !== target.by.value
        ? [{ span: target.by.span, text: formatDay(by.value) }]
        : []),
    ];
    yield {
      span: (value?.value === target?.value?.value ? target?.by : target?.value)?.span ?? target?.key ?? part.key,
      message: target
        ? say`The target of ${code(id)} was ${targetWords(earlier.target)} at launch on ${when}, and is ${targetWords(target)} now.`
        : say`The target of ${code(id)} was ${targetWords(earlier.target)} at launch on ${when}, and is gone.`,
      help: say`Write back what was promised and report against it. If those who agreed to it have agreed to another one, say so in a waiver.`,
      ...(fixes.length > 0
        ? { fixes: [{ title: say`Write back the target of launch`, safe: false, edits: fixes }] }
        : {}),
    };
  },
});

function isSame(a: Target, b: Target | undefined): boolean {
  return a.value?.value === b?.value?.value && a.by?.value === b?.by?.value;
}

function targetWords({ value, by }: Target): Message {
  const number = value ? formatNumber(value.value) : "?";
  return by ? say`${number} by ${formatDay(by.value)}` : say`${number}`;
}
