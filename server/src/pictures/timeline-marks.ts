import { type Message, say } from "../base/message.ts";
import type { Standing } from "../features/standing.ts";
import { INK } from "./colors.ts";
import { short, tag } from "./svg.ts";

/** The sign of a standing with its middle at a place. Shapes differ, so that no color is needed to tell them apart. */
export function drawStanding(standing: Standing, x: number, y: number): string {
  const at = { class: `ts-stand ts-stand-${standing}`, "stroke-width": 1.6 };
  switch (standing) {
    case "done":
      return tag("circle", { ...at, cx: x, cy: y, r: 5.5, fill: INK.text, stroke: INK.text });
    case "due":
      return tag("path", {
        ...at,
        d: `M${short(x)} ${short(y - 7)}l7 7l-7 7l-7 -7z`,
        fill: INK.warning,
        stroke: INK.warning,
      });
    case "overdue":
      return (
        tag("path", { ...at, d: `M${short(x)} ${short(y - 7)}l7.5 13h-15z`, fill: INK.page, stroke: INK.error }) +
        tag("path", {
          class: "ts-stand-call",
          d: `M${short(x)} ${short(y - 2)}v4M${short(x)} ${short(y + 3.6)}v1`,
          stroke: INK.error,
          "stroke-width": 1.6,
        })
      );
    case "to-come":
      return tag("circle", { ...at, cx: x, cy: y, r: 5.5, fill: INK.page, stroke: INK.muted });
    case "past":
      return tag("rect", { ...at, x: x - 5, y: y - 5, width: 10, height: 10, fill: INK.page, stroke: INK.muted });
    case "undated":
      return tag("circle", {
        ...at,
        cx: x,
        cy: y,
        r: 5.5,
        fill: INK.page,
        stroke: INK.muted,
        "stroke-dasharray": "2.5 2",
      });
  }
}

/** What the signs mean. */
export function standingWords(standing: Standing): Message {
  switch (standing) {
    case "done":
      return say`measured or decided`;
    case "due":
      return say`due today`;
    case "overdue":
      return say`overdue`;
    case "to-come":
      return say`to come`;
    case "past":
      return say`past, not recorded here`;
    case "undated":
      return say`no day`;
  }
}

export const STANDINGS: readonly Standing[] = ["done", "due", "overdue", "to-come", "past", "undated"];

/** The days that a baseline is from: a bar. */
export function drawWindow(from: number, to: number, y: number): string {
  const width = Math.max(3, to - from);
  return tag("rect", {
    class: "ts-window",
    x: from,
    y: y - 2.5,
    width,
    height: 5,
    rx: 2.5,
    fill: INK.line,
  });
}

/** The last day of a target: a flag in the upper half of its row, so that a sign on the same day leaves it free. */
export function drawFlag(x: number, y: number): string {
  return tag("path", {
    class: "ts-flag",
    d: `M${short(x)} ${short(y - 5)}v-12h9l-2.5 3l2.5 3h-9`,
    fill: "none",
    stroke: INK.text,
    "stroke-width": 1.4,
    "stroke-linejoin": "round",
  });
}
