import type { FormField, FormFieldType } from "../../../../server/src/lsp/protocol.ts";
import { element } from "../element.ts";
import { rangeAttribute } from "../range-attribute.ts";
import { choicesFor, drawControl, drawOption } from "./draw-control.ts";
import { describedBy, drawAbout, drawAsWritten, named, small } from "./draw-field.ts";
import { drawFindings } from "./draw-findings.ts";
import { fill, idOf, offered, type Page, pathAttribute, typeOf } from "./page.ts";

/** Several values in a row: names as chips, texts as lines to type in, each to be taken out, and one more to add. */
export function drawValues(page: Page, field: FormField, type: FormFieldType): Element {
  const id = idOf(field.path);
  const inner = type.of === undefined ? undefined : page.types[type.of];
  const items = field.children ?? [];
  const refusal = page.refused.get(id);
  return element(
    "fieldset",
    {
      id: `${id}:field`,
      class: "field wide values",
      "data-path": pathAttribute(field.path),
      "data-about": field.type,
      "data-range": rangeAttribute(field.range),
      "aria-describedby": `${id}:about`,
    },
    element(
      "legend",
      {},
      type.title,
      type.required ? element("span", { class: "needed" }, ` ${page.words.needed}`) : undefined,
    ),
    drawAbout(id, type),
    items.length > 0
      ? element(
          "ul",
          { class: inner?.holds === "reference" ? "chips" : "lines" },
          ...items.map((item) => drawItem(page, item)),
        )
      : undefined,
    page.readOnly === undefined && inner ? drawAdder(page, field, type, inner) : undefined,
    refusal === undefined ? undefined : element("p", { class: "refused", role: "alert" }, refusal),
    drawFindings(page, `${id}:findings`, field.findings),
  );
}

function drawItem(page: Page, item: FormField): Element {
  const type = typeOf(page, item);
  const id = idOf(item.path);
  if (item.is === "text" || !type) return element("li", {}, drawAsWritten(page, item, type));
  const { words, readOnly } = page;
  const text = item.text ?? "";
  const isName = type.holds === "reference";
  return element(
    "li",
    { "data-range": rangeAttribute(item.range) },
    element(
      "span",
      { class: "item" },
      isName
        ? element(
            "span",
            { class: "chip", title: item.words },
            element("code", {}, text),
            item.words === undefined ? undefined : element("span", { class: "words" }, item.words),
          )
        : withLabel(drawControl(page, item, type, describedBy(id, item, undefined)), type.title || text),
      readOnly === undefined ? small("remove", "×", item, named(words.removeNamed, text)) : undefined,
    ),
    drawFindings(page, `${id}:findings`, item.findings),
  );
}

function withLabel(control: Element, label: string): Element {
  control.setAttribute("aria-label", label);
  return control;
}

/** Picking one adds it; a text is added when it has been typed. */
function drawAdder(page: Page, field: FormField, type: FormFieldType, inner: FormFieldType): Element {
  const { words } = page;
  const label = `${words.add}: ${type.title}`;
  const taken = new Set(field.children?.map(({ text }) => text));
  const common = {
    id: `${idOf(field.path)}/+`,
    class: "adder",
    "data-path": pathAttribute(field.path),
    "data-control": "add",
    "data-value": "",
    "aria-label": label,
    "aria-describedby": `${idOf(field.path)}:about`,
  };
  const choices = choicesFor(page, inner)?.filter(({ value }) => !taken.has(value));
  if (choices)
    return element("select", common, element("option", { value: "" }, `${words.add} …`), ...choices.map(drawOption));
  const list = offered(page, inner.suggests) ? { list: `list:${inner.suggests}` } : {};
  const placeholder = inner.example === undefined ? `${words.add} …` : fill(words.example, inner.example);
  return element("input", { ...common, ...list, type: "text", autocomplete: "off", placeholder });
}
