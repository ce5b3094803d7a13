import { formatDay } from "../../base/date.ts";
import { code, formatNumber, type Message, say } from "../../base/message.ts";
import type { Baseline } from "../../model/spec.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { promisedAtLaunch } from "./promised-at-launch.ts";

export const movedBaseline = defineRule({
  id: "moved-baseline",
  family: "history",
  severity: "warning",
  kind: "conflict",
  summary: "A baseline was changed or taken out after launch.",
  decidedBy: "history",
  fixable: true,
  on: "measure",
  *check(measure, context) {
    const earlier = promisedAtLaunch(measure, context);
    if (!earlier?.baseline || isSame(earlier.baseline, measure.baseline)) return;
    const { baseline, id, part } = measure;
    if (!baseline && !isLeftOut(part, "baseline")) return;
    const [was, is] = [earlier.baseline.value, baseline?.value];
    const when = formatDay(earlier.launch);
    const isOther = was !== undefined && is !== undefined && was.value !== is.value;
    yield {
      span: (isOther ? is : (baseline?.from ?? baseline?.to))?.span ?? baseline?.key ?? part.key,
      message: baseline
        ? say`The baseline of ${code(id)} was ${baselineWords(earlier.baseline)} at launch on ${when}, and is ${baselineWords(baseline)} now.`
        : say`The baseline of ${code(id)} was ${baselineWords(earlier.baseline)} at launch on ${when}, and is gone.`,
      help: say`Write back what was measured before launch; a value that is corrected afterward belongs into the report, beside the old one. If it was wrong, say so in a waiver.`,
      ...(isOther
        ? {
            fixes: [
              {
                title: say`Write back the baseline of launch`,
                safe: false,
                edits: [{ span: is.span, text: String(was.value) }],
              },
            ],
          }
        : {}),
    };
  },
});

function isSame(a: Baseline, b: Baseline | undefined): boolean {
  return a.value?.value === b?.value?.value && a.from?.value === b?.from?.value && a.to?.value === b?.to?.value;
}

function baselineWords({ value, from, to }: Baseline): Message {
  const number = value ? formatNumber(value.value) : "?";
  return from && to ? say`${number} (${formatDay(from.value)} to ${formatDay(to.value)})` : say`${number}`;
}
