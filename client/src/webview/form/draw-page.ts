import type { FormField } from "../../../../server/src/lsp/protocol.ts";
import { element, prose } from "../element.ts";
import { rangeAttribute } from "../range-attribute.ts";
import { drawOption } from "./draw-control.ts";
import { drawAsWritten } from "./draw-field.ts";
import { drawFindings, drawTally } from "./draw-findings.ts";
import { drawAny, drawContent, fieldsOf } from "./draw-group.ts";
import { fill, idOf, type Page, pathAttribute, tallyOf, typeOf } from "./page.ts";

/** The whole form: what the file is about, then its sections, then what may be added. */
export function drawPage(page: Page): Element {
  const { form, words, readOnly } = page;
  const root = page.types[""];
  const { fields, more } = root ? fieldsOf(page, form.root, root) : { fields: [], more: [] };
  const isSection = (field: FormField): boolean => {
    const holds = typeOf(page, field)?.holds;
    return holds === "map" || holds === "entries" || holds === "list";
  };
  const own = fields.filter((field) => !isSection(field));
  return element(
    "main",
    {},
    drawStrip([page.refused.get("f"), readOnly, form.broken ? words.broken : undefined]),
    drawHeader(page),
    drawFindings(page, "f:findings", form.root.findings, true),
    element(
      "section",
      { id: "own", "aria-labelledby": "own-heading" },
      element("h2", { id: "own-heading", class: "heading" }, words.about),
      element("div", { class: "fields" }, ...own.map((field) => drawAny(page, field))),
    ),
    ...fields.filter(isSection).map((field) => drawSection(page, field)),
    readOnly === undefined && more.length > 0
      ? element(
          "section",
          { id: "more", "aria-labelledby": "more-heading" },
          element("h2", { id: "more-heading", class: "heading" }, words.more),
          element("div", { class: "more" }, ...more.map((field) => drawAddSection(page, field))),
        )
      : undefined,
    ...drawLists(page),
  );
}

function drawStrip(texts: readonly (string | undefined)[]): Element {
  const said = texts.filter((text) => text !== undefined).join(" ");
  return element("p", { class: said ? "strip" : "strip none", role: "status" }, said);
}

function drawHeader({ form, words, types }: Page): Element {
  return element(
    "header",
    {},
    element("h1", {}, form.title || (types[""]?.title ?? "")),
    element("p", { class: "status" }, form.readiness),
    element(
      "p",
      { class: "actions top" },
      element("button", { type: "button", class: "small", "data-command": "reopenAsText" }, words.reopenAsText),
      element("button", { type: "button", class: "small", "data-command": "openPreview" }, words.openPreview),
    ),
  );
}

/** A section is closed until somebody opens it: the page is then an overview of what is there. */
function drawSection(page: Page, field: FormField): Element {
  const id = idOf(field.path);
  const type = typeOf(page, field);
  const isOpen = page.open.has(id);
  const isList = type?.holds === "entries" || type?.holds === "list";
  const count = field.children?.length ?? 0;
  return element(
    "details",
    {
      id,
      class: "section",
      "data-path": pathAttribute(field.path),
      "data-range": rangeAttribute(field.range),
      ...(isOpen ? { open: "" } : {}),
    },
    element(
      "summary",
      { "data-about": field.type },
      element("h2", {}, type?.title ?? String(field.path[0])),
      isList ? element("span", { class: "count" }, String(count)) : undefined,
      drawTally(page, tallyOf(field)),
    ),
    isOpen && type ? drawBody(page, field) : undefined,
  );
}

function drawBody(page: Page, field: FormField): Element {
  const type = typeOf(page, field);
  const id = idOf(field.path);
  if (!type || field.is === "text") return element("div", { class: "body" }, drawAsWritten(page, field, type));
  return element(
    "div",
    { class: "body" },
    type.description === undefined ? undefined : element("p", { class: "lead" }, prose(type.description)),
    drawFindings(page, `${id}:findings`, field.findings, true),
    drawContent(page, field, type),
  );
}

function drawAddSection(page: Page, field: FormField): Element {
  const title = typeOf(page, field)?.title ?? "";
  return element(
    "button",
    {
      type: "button",
      class: "add",
      "data-do": "show",
      "data-path": pathAttribute(field.path),
      "data-about": field.type,
      "aria-label": fill(page.words.addEntry, title),
    },
    `+ ${title}`,
  );
}

/** What fields offer while one types. */
function drawLists({ form }: Page): Element[] {
  return Object.entries(form.choices).map(([name, { items }]) =>
    element("datalist", { id: `list:${name}` }, ...items.map(drawOption)),
  );
}

/** What the field is about that has the focus. */
export function drawHelp({ words, types }: Page, about: string | undefined): Element {
  const type = about === undefined ? undefined : types[about];
  return element(
    "aside",
    { "aria-label": words.help },
    element("h2", {}, type?.title ?? words.help),
    element("p", {}, prose(type?.description ?? words.helpHint)),
    type?.example === undefined ? undefined : element("p", { class: "example" }, fill(words.example, type.example)),
    type?.choices?.some((choice) => choice.words)
      ? element(
          "dl",
          {},
          ...type.choices.flatMap((choice) => [
            element("dt", {}, element("code", {}, choice.value)),
            element("dd", {}, choice.words ?? ""),
          ]),
        )
      : undefined,
  );
}
