import type { Drawing, DrawnCell, Table } from "../../../server/src/lsp/protocol.ts";
import type { PageLabel } from "../preview/page-labels.ts";
import { element, prose } from "./element.ts";
import { label } from "./labels.ts";
import { rangeAttribute } from "./range-attribute.ts";

const ALLOWED = new Set(
  "svg g path rect line circle ellipse polygon polyline text tspan title desc defs marker linearGradient stop".split(
    " ",
  ),
);

/** A drawing with its caption, and the same as a table that can be opened below it; `level` is that of its heading. */
export function drawPicture(id: string, heading: string, picture: Drawing, level: "h2" | "h3" = "h2"): Element {
  const svg = parseSvg(picture.svg);
  return element(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    element("div", { class: "head" }, element(level, { id: `${id}-heading` }, heading), drawZoom(id, heading)),
    element(
      "figure",
      {},
      // Larger than its place: scrolls by itself, and by keyboard only when it can be reached by it.
      element("div", { id: `${id}-canvas`, class: "canvas", tabindex: "0", role: "group", "aria-label": heading }, svg),
      element("figcaption", {}, picture.caption),
    ),
    element(
      "details",
      { id: `${id}-table` },
      element("summary", {}, label("asTable")),
      element("div", { class: "scroll" }, drawTable(picture)),
    ),
  );
}

/** Larger, smaller, as it fits: what the keys `+`, `-` and `0` do on the picture. */
function drawZoom(id: string, heading: string): Element {
  const button = (zoom: string, name: PageLabel, sign: string) =>
    element(
      "button",
      {
        type: "button",
        "data-zoom": zoom,
        "aria-controls": `${id}-canvas`,
        "aria-label": `${label(name)}: ${heading}`,
        title: label(name),
      },
      sign,
    );
  return element(
    "div",
    { class: "zoom", role: "group", "aria-label": `${label("zoom")}: ${heading}` },
    button("out", "zoomOut", "−"),
    element("span", { "data-percent": "" }),
    button("in", "zoomIn", "+"),
    button("fit", "fit", label("fit")),
  );
}

/** Text from the server becomes elements only through the SVG parser, and only those that draw. */
function parseSvg(text: string): Element | undefined {
  const { documentElement: svg } = new DOMParser().parseFromString(text, "image/svg+xml");
  if (svg.localName !== "svg") return undefined;
  for (const part of [...svg.querySelectorAll("*"), svg]) {
    if (!ALLOWED.has(part.localName)) part.remove();
    for (const { name } of [...part.attributes]) {
      if (/^(on|style$|href$|xlink:)/.test(name)) part.removeAttribute(name);
    }
  }
  for (const part of svg.querySelectorAll("[data-range]"))
    if (!part.hasAttribute("role")) part.setAttribute("role", "button");
  return document.importNode(svg, true);
}

/** The rows of a picture, or of a table without one. */
export function drawTable({ caption, columns, rows }: Table): Element {
  const head = columns.map((column) => element("th", { scope: "col" }, column));
  const body = rows.map((row) => element("tr", {}, ...row.map(drawCell)));
  return element(
    "table",
    {},
    element("caption", { class: "visually-hidden" }, caption),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
}

function drawCell(cell: DrawnCell): Element {
  const { text, broken } = cell;
  const mark = broken
    ? [
        element("span", { "aria-hidden": "true" }, "✗ "),
        element("span", { class: "visually-hidden" }, `${label("broken")}: `),
      ]
    : [];
  const leads = leadsTo(cell);
  const shown = leads
    ? [element("button", { type: "button", ...leads }, ...mark, prose(text))]
    : [...mark, prose(text)];
  return element("td", { class: broken ? "broken" : undefined }, ...shown);
}

/** What a click on a cell does. */
function leadsTo({ range, uri, rule }: DrawnCell): Record<string, string> | undefined {
  if (range) return { "data-range": rangeAttribute(range) };
  if (rule !== undefined) return { "data-rule": rule };
  return uri === undefined ? undefined : { "data-uri": uri };
}
