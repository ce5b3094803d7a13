import type { FormField, FormFieldType } from "../../../../server/src/lsp/protocol.ts";
import { element, prose } from "../element.ts";
import { rangeAttribute } from "../range-attribute.ts";
import { drawControl } from "./draw-control.ts";
import { drawFindings } from "./draw-findings.ts";
import { fill, idOf, type Page, pathAttribute } from "./page.ts";

/** A label, what is typed into, what it means, what is said about it. */
export function drawField(page: Page, field: FormField, type: FormFieldType): Element {
  const id = idOf(field.path);
  const { words, readOnly } = page;
  const refusal = page.refused.get(id);
  // What is said needs room.
  const isWide = type.long || type.holds === "condition" || field.findings !== undefined || refusal !== undefined;
  const size = isWide ? (type.long || type.holds === "condition" ? "wide" : "wide short") : "";
  const canRange = type.holds === "amount" && readOnly === undefined;
  return element(
    "div",
    {
      id: `${id}:field`,
      class: `field ${size}`.trim(),
      "data-path": pathAttribute(field.path),
      "data-about": field.type,
      "data-range": rangeAttribute(field.range),
    },
    drawLabel(page, id, type),
    drawControl(page, field, type, describedBy(id, field, refusal)),
    field.words === undefined ? undefined : element("p", { id: `${id}:words`, class: "words" }, field.words),
    drawAbout(id, type),
    canRange && field.is === "value" ? small("range", words.range, field) : undefined,
    canRange && field.is === "empty" && type.fields?.some((inner) => inner.endsWith(".hours"))
      ? small("count", words.countTime, field)
      : undefined,
    refusal === undefined
      ? undefined
      : element("p", { id: `${id}:refused`, class: "refused", role: "alert" }, prose(refusal)),
    drawFindings(page, `${id}:findings`, field.findings),
  );
}

function drawLabel({ words }: Page, id: string, { title, required }: FormFieldType): Element {
  return element(
    "label",
    { for: id },
    title,
    required ? element("span", { class: "needed" }, ` ${words.needed}`) : undefined,
  );
}

/** For those who cannot see the panel that shows it. */
export function drawAbout(id: string, { description }: FormFieldType): Element | undefined {
  return description === undefined ? undefined : element("p", { id: `${id}:about`, hidden: "" }, description);
}

/** The elements that describe a field, in the order in which they are read. */
export function describedBy(id: string, { findings, words }: FormField, refusal: string | undefined): string {
  return [
    refusal === undefined ? undefined : `${id}:refused`,
    findings?.length ? `${id}:findings` : undefined,
    words === undefined ? undefined : `${id}:words`,
    `${id}:about`,
  ]
    .filter((each) => each !== undefined)
    .join(" ");
}

/** A button that does something with the field it stands in. */
export function small(action: string, text: string, { path }: FormField, label?: string): Element {
  return element(
    "button",
    {
      type: "button",
      class: "link quiet",
      "data-do": action,
      "data-path": pathAttribute(path),
      ...(label === undefined ? {} : { "aria-label": label }),
    },
    text,
  );
}

/** What no field can hold, as it is written, with the way to its place in the text. */
export function drawAsWritten(page: Page, field: FormField, type: FormFieldType | undefined): Element {
  const id = idOf(field.path);
  const { words } = page;
  const name = type?.title ?? String(field.path.at(-1) ?? "");
  return element(
    "div",
    {
      id: `${id}:field`,
      class: "field wide written",
      "data-path": pathAttribute(field.path),
      "data-about": field.type,
    },
    element("span", { id: `${id}:label`, class: "label" }, name),
    element("pre", { id, tabindex: "0", role: "group", "aria-labelledby": `${id}:label` }, field.text ?? ""),
    element("p", { class: "words" }, prose(field.why ?? words.unknownKey)),
    element(
      "p",
      { class: "actions" },
      element(
        "button",
        {
          type: "button",
          class: "link",
          "data-text": rangeAttribute(field.range),
          "aria-label": `${words.change}: ${name}`,
        },
        words.change,
      ),
    ),
    drawFindings(page, `${id}:findings`, field.findings),
  );
}

/** The name of an entry for buttons that are read alone. */
export function named(text: string, name: string): string {
  return fill(text, name);
}
