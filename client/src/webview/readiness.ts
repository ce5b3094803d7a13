import type { ReadinessGroup, ReadinessList, ReadinessStep } from "../../../server/src/lsp/protocol.ts";
import { element, prose } from "./element.ts";
import { label } from "./labels.ts";
import { rangeAttribute } from "./range-attribute.ts";

/** Told apart by shape too: a plus for what is not there yet; a circle, a triangle, a square for what is wrong. */
const SHAPES = {
  gap: "M8 3v10M3 8h10",
  error: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM5.5 5.5l5 5M10.5 5.5l-5 5",
  warning: "M8 1.8L15 14.2H1zM8 6.2v4M8 11.6v1.1",
  hint: "M2 2h12v12H2zM8 4.6v1.1M8 7.4v4",
  done: "M2.5 8.5l3.5 4l7.5-9",
} as const;

/** What stands between a spec and its next status: what to do first, then part by part; the part to begin with is open. */
export function drawReadiness({ heading, summary, next, groups }: ReadinessList): Element {
  const first = groups.find(({ steps }) => steps.some((step) => isSame(step, next)));
  return element(
    "section",
    { id: "steps", "aria-labelledby": "steps-heading" },
    element("h2", { id: "steps-heading" }, heading),
    summary === undefined ? undefined : element("p", { class: "summary" }, summary),
    next === undefined
      ? undefined
      : element(
          "div",
          { id: "next-step", class: "next", role: "group", "aria-labelledby": "next-heading" },
          element("h3", { id: "next-heading" }, label("next")),
          element("ul", {}, drawStep(next)),
        ),
    ...(next === undefined ? [] : groups.map((group) => drawGroup(group, group === first))),
  );
}

function isSame(step: ReadinessStep, other: ReadinessStep | undefined): boolean {
  return (
    step.rule === other?.rule && step.message === other.message && step.range?.start.line === other.range?.start.line
  );
}

/** A part with nothing to do is one line with a check mark. */
function drawGroup({ id, heading, count, steps }: ReadinessGroup, isOpen: boolean): Element {
  const words = [
    element("h3", {}, heading),
    element("span", { class: "count" }, element("span", { class: "visually-hidden" }, ": "), count),
  ];
  if (steps.length === 0)
    return element("p", { id: `part-${id}`, class: "part done" }, drawIcon("done"), ...asText(words));
  return element(
    "details",
    { id: `part-${id}`, class: "part", open: isOpen ? "" : undefined },
    element("summary", {}, ...words),
    element("ul", {}, ...steps.map(drawStep)),
  );
}

/** A heading cannot stand in a paragraph. */
function asText([heading, count]: Element[]): (Element | undefined)[] {
  return [element("span", { class: "name" }, heading?.textContent ?? ""), count];
}

function drawStep({ kind, severity, label: word, rule, message, help, range }: ReadinessStep): Element {
  const line = label("goToLine", String((range?.start.line ?? 0) + 1));
  return element(
    "li",
    { class: `step ${kind === "gap" ? "gap" : severity}` },
    drawIcon(kind === "gap" ? "gap" : severity),
    element("p", { class: "message" }, element("span", { class: "severity" }, `${word}: `), prose(message)),
    help === undefined ? undefined : element("p", { class: "help" }, prose(help)),
    element(
      "p",
      { class: "actions" },
      range &&
        element(
          "button",
          { type: "button", "data-range": rangeAttribute(range), "aria-label": `${line}: ${message}` },
          line,
        ),
      element(
        "button",
        { type: "button", "data-rule": rule, "aria-label": `${label("explain")}: ${message}` },
        label("explain"),
      ),
    ),
  );
}

/** The sign of how bad something is, or that it is done. */
export function drawIcon(shape: keyof typeof SHAPES): Element {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[shape]);
  made.setAttribute("class", "icon");
  made.setAttribute("viewBox", "0 0 16 16");
  made.setAttribute("aria-hidden", "true");
  made.append(path);
  return made;
}
