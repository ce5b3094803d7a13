import type { Preview, Step } from "../../../server/src/lsp/protocol.ts";
import { element, prose } from "./element.ts";
import { rangeAttribute } from "./range-attribute.ts";

const WORDS = { error: "Error", warning: "Warning", hint: "Hint" } as const;

/** Told apart by shape too: a circle, a triangle, a square. */
const SHAPES = {
  error: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM5.5 5.5l5 5M10.5 5.5l-5 5",
  warning: "M8 1.8L15 14.2H1zM8 6.2v4M8 11.6v1.1",
  hint: "M2 2h12v12H2zM8 4.6v1.1M8 7.4v4",
} as const;

/** The list of what stands between a spec and its next status. */
export function drawSteps({ steps, nextStatus }: Preview): Element {
  return element(
    "section",
    { id: "steps", "aria-labelledby": "steps-heading" },
    element("h2", { id: "steps-heading" }, heading(steps.length, nextStatus)),
    steps.length > 0 ? element("ul", {}, ...steps.map(drawStep)) : undefined,
  );
}

function heading(count: number, next: string | undefined): string {
  if (next === undefined) return count === 0 ? "Nothing to look at" : `${things(count)} to look at`;
  return count === 0 ? `Nothing is missing before this is ${next}` : `${things(count)} before this is ${next}`;
}

function things(count: number): string {
  return count === 1 ? "1 thing" : `${count} things`;
}

function drawStep({ severity, rule, message, help, range }: Step): Element {
  const line = `Go to line ${range.start.line + 1}`;
  return element(
    "li",
    { class: `step ${severity}` },
    drawIcon(severity),
    element("p", { class: "message" }, element("span", { class: "severity" }, `${WORDS[severity]}: `), prose(message)),
    help === undefined ? undefined : element("p", { class: "help" }, prose(help)),
    element(
      "p",
      { class: "actions" },
      element(
        "button",
        { type: "button", "data-range": rangeAttribute(range), "aria-label": `${line}: ${message}` },
        line,
      ),
      element("button", { type: "button", "data-rule": rule, "aria-label": `Explain: ${message}` }, "Explain"),
    ),
  );
}

function drawIcon(severity: Step["severity"]): Element {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[severity]);
  made.setAttribute("class", "icon");
  made.setAttribute("viewBox", "0 0 16 16");
  made.setAttribute("aria-hidden", "true");
  made.append(path);
  return made;
}
