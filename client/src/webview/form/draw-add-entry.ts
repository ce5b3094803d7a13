import type { FormField, FormFieldType } from "../../../../server/src/lsp/protocol.ts";
import { element, prose } from "../element.ts";
import { drawOption } from "./draw-control.ts";
import { fill, idOf, offered, type Page, pathAttribute } from "./page.ts";

/** A place to name one more entry: in words, from which its id is made, or by a name that others have given. */
export function drawAddEntry(page: Page, field: FormField, type: FormFieldType, inner: FormFieldType): Element {
  const { words } = page;
  const id = `${idOf(field.path)}/+`;
  const what = type.entry ?? inner.title;
  const title = fill(words.addEntry, inner.title === "*" ? type.title : inner.title);
  const isOpen = page.shown.has(id);
  const refusal = page.refused.get(id);
  if (!isOpen) {
    return element(
      "p",
      { class: "adding" },
      element(
        "button",
        { type: "button", class: "add main", "data-do": "adding", "data-path": pathAttribute(field.path) },
        `+ ${title}`,
      ),
    );
  }
  const about = labelOf(page, type, inner);
  const label = about === undefined ? undefined : page.types[about];
  return element(
    "form",
    { id: `${id}:form`, class: "adding open", "data-path": pathAttribute(field.path), "aria-label": title },
    label ? drawInput(page, `${id}text`, about, label) : undefined,
    type.holds === "entries" || type.holds === "map" || type.holds === "amount"
      ? drawIdInput(page, id, type, what)
      : undefined,
    element(
      "p",
      { class: "actions" },
      element("button", { type: "submit", class: "main" }, words.add),
      element(
        "button",
        { type: "button", class: "link", "data-do": "adding", "data-path": pathAttribute(field.path) },
        "×",
      ),
    ),
    refusal === undefined ? undefined : element("p", { class: "refused", role: "alert" }, prose(refusal)),
  );
}

/** The id of the field by which an entry is begun. */
function labelOf(page: Page, type: FormFieldType, inner: FormFieldType): string | undefined {
  return inner.holds === "map" ? inner.fields?.find((each) => page.types[each]?.key === inner.label) : type.of;
}

function drawInput(page: Page, id: string, about: string | undefined, type: FormFieldType): Element {
  const list = offered(page, type.suggests) ? { list: `list:${type.suggests}` } : {};
  const placeholder = type.example === undefined ? {} : { placeholder: fill(page.words.example, type.example) };
  return element(
    "div",
    { class: `field ${type.long ? "wide" : ""}`.trim(), "data-about": about },
    element("label", { for: id }, type.title === "*" ? page.words.add : type.title),
    element("input", { id, name: "text", type: "text", autocomplete: "off", ...list, ...placeholder }),
  );
}

function drawIdInput(page: Page, id: string, type: FormFieldType, what: string): Element {
  const { words } = page;
  const names = offered(page, type.ids);
  const label = names ? words.id : words.idOrEmpty;
  return element(
    "div",
    { class: "field" },
    element("label", { for: `${id}id` }, names ? `${words.id}: ${what}` : label),
    names
      ? element("select", { id: `${id}id`, name: "id" }, ...names.items.map(drawOption))
      : element("input", { id: `${id}id`, name: "id", type: "text", autocomplete: "off", spellcheck: "false" }),
  );
}
