import type { Fix } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { ShapeProblem } from "./check.ts";

/** A number with a comma in it; with three digits behind it the comma may set thousands apart. */
export function decimalComma(at: Span, text: string, message: Message): ShapeProblem {
  const span: Span = { block: at.block, start: at.start, end: at.end };
  const point = text.replace(",", ".");
  const whole = text.replace(",", "");
  const thousands = /^[-+]?[1-9]\d{0,2},\d{3}$/.test(text);
  const asPoint: Fix = { title: say`Write ${code(point)}`, safe: !thousands, edits: [{ span, text: point }] };
  const asWhole: Fix = { title: say`Write ${code(whole)}`, safe: false, edits: [{ span, text: whole }] };
  return {
    rule: "decimal-comma",
    span,
    message,
    help: thousands
      ? say`Write ${code(whole)} or ${code(point)}, whichever is meant.`
      : say`Write the number with a point: ${code(point)}.`,
    fixes: thousands ? [asWhole, asPoint] : [asPoint],
  };
}
