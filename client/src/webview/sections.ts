import type { Section } from "../../../server/src/lsp/protocol.ts";
import { element, prose } from "./element.ts";
import { drawPicture, drawTable } from "./picture.ts";

/** A further part of the preview: sentences, pictures with their tables, tables, and what has to be said with them. */
export function drawSection({ id, heading, lines, parts, pictures, tables, notes }: Section): Element {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    element("h2", { id: `${id}-heading` }, heading),
    list(`${id}-lines`, "lines", lines),
    ...parts.flatMap((part, index) => [
      element("h3", {}, part.heading),
      list(`${id}-part-${index + 1}`, "lines", part.lines),
    ]),
    ...pictures.map((each) => drawPicture(each.id, each.heading, each.picture, "h3")),
    ...tables.flatMap(({ id: table, heading: name, table: rows }) => [
      element("h3", { id: table }, name),
      element("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": table }, drawTable(rows)),
    ]),
    list(`${id}-notes`, "notes", notes),
  );
}

function list(id: string, name: string, texts: readonly string[]): Element {
  return element("ul", { id, class: name }, ...texts.map((text) => element("li", {}, prose(text))));
}
