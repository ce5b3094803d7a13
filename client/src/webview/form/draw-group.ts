import type { FormField, FormFieldType } from "../../../../server/src/lsp/protocol.ts";
import { element, prose } from "../element.ts";
import { rangeAttribute } from "../range-attribute.ts";
import { drawAddEntry } from "./draw-add-entry.ts";
import { drawAbout, drawAsWritten, drawField, named, small } from "./draw-field.ts";
import { drawFindings, drawTally } from "./draw-findings.ts";
import { drawValues } from "./draw-values.ts";
import { absent, fill, idOf, type Page, pathAttribute, tallyOf, typeOf } from "./page.ts";

/** A part with so few fields shows all of them. */
const FEW = 7;

/** A field of any kind. */
export function drawAny(page: Page, field: FormField): Element | undefined {
  const type = typeOf(page, field);
  if (field.is === "text" || !type) return drawAsWritten(page, field, type);
  switch (type.holds) {
    case "fixed":
      return undefined;
    case "values":
      return drawValues(page, field, type);
    case "map":
    case "entries":
    case "list":
      return drawGroup(page, field, type);
    case "amount":
      return field.is === "group" || page.shown.has(`${idOf(field.path)}:count`)
        ? drawGroup(page, field, type)
        : drawField(page, field, type);
    default:
      return drawField(page, field, type);
  }
}

/** A part within a part: its fields below its name. */
function drawGroup(page: Page, field: FormField, type: FormFieldType): Element {
  const id = idOf(field.path);
  const { words, readOnly } = page;
  const isThere = field.is !== "empty" || field.range !== undefined;
  const canRemove = readOnly === undefined && !type.required && isThere && typeof field.path.at(-1) === "string";
  const hasLikely = type.holds === "amount" && field.children?.some(({ path }) => path.at(-1) === "likely");
  return element(
    "fieldset",
    {
      id: `${id}:field`,
      class: "group",
      "data-path": pathAttribute(field.path),
      "data-about": field.type,
      "data-range": rangeAttribute(field.range),
      "aria-describedby": `${id}:about`,
    },
    element("legend", {}, type.title),
    drawAbout(id, type),
    drawFindings(page, `${id}:findings`, field.findings, true),
    drawContent(page, field, type),
    canRemove
      ? element(
          "p",
          { class: "actions corner" },
          hasLikely ? small("single", words.oneNumber, field) : undefined,
          small("remove", words.remove, field, named(words.removeNamed, type.title)),
        )
      : undefined,
  );
}

/** What is in a part: its fields, or its entries with a place for one more. */
export function drawContent(page: Page, field: FormField, type: FormFieldType): Element {
  if (type.holds === "entries" || type.holds === "list") return drawEntries(page, field, type);
  const { fields, more } = fieldsOf(page, field, type);
  const inner = type.of === undefined ? undefined : page.types[type.of];
  return element(
    "div",
    { class: "content" },
    element("div", { class: "fields" }, ...fields.map((each) => drawAny(page, each))),
    page.readOnly === undefined && more.length > 0 ? drawMore(page, more) : undefined,
    page.readOnly === undefined && inner ? drawAddEntry(page, field, type, inner) : undefined,
  );
}

/** The fields that are shown, in their order, and those that one may add. */
export function fieldsOf(
  page: Page,
  field: FormField,
  type: FormFieldType,
): { readonly fields: readonly FormField[]; readonly more: readonly FormField[] } {
  const there = new Map((field.children ?? []).map((child) => [child.path.at(-1), child]));
  const isSmall = (type.fields?.length ?? 0) <= FEW && type.holds !== "amount";
  const isRange = type.holds === "amount" && ["low", "likely", "high"].some((key) => there.has(key));
  const known = new Set<string>();
  const fields: FormField[] = [];
  const more: FormField[] = [];
  for (const id of type.fields ?? []) {
    const inner = page.types[id];
    if (!inner || inner.holds === "fixed") {
      if (inner) known.add(inner.key);
      continue;
    }
    known.add(inner.key);
    const child = there.get(inner.key) ?? absent(field, id, inner);
    const isPart = inner.holds === "map" || inner.holds === "entries" || inner.holds === "list";
    const fits = type.holds !== "amount" || ["low", "likely", "high"].includes(inner.key) === isRange;
    const isShown =
      there.has(inner.key) ||
      (fits && type.holds === "amount") ||
      inner.required ||
      child.findings !== undefined ||
      (isSmall && !isPart) ||
      page.shown.has(idOf(child.path));
    if (isShown) fields.push(child);
    else if (fits) more.push(child);
  }
  return { fields: [...fields, ...(field.children ?? []).filter(({ path }) => !known.has(String(path.at(-1))))], more };
}

/** What may be added, by name; its description is shown when it has the focus. */
function drawMore(page: Page, more: readonly FormField[]): Element {
  const { words } = page;
  return element(
    "div",
    { class: "more", role: "group", "aria-label": words.addTo },
    ...more.map((each) =>
      element(
        "button",
        {
          type: "button",
          class: "add",
          "data-do": "show",
          "data-path": pathAttribute(each.path),
          "data-about": each.type,
          "aria-label": fill(words.addEntry, typeOf(page, each)?.title ?? ""),
        },
        `+ ${typeOf(page, each)?.title ?? ""}`,
      ),
    ),
  );
}

/** Entries of a section, or items of a list: closed, with one line each that says what they are. */
function drawEntries(page: Page, field: FormField, type: FormFieldType): Element {
  const inner = type.of === undefined ? undefined : page.types[type.of];
  const entries = field.children ?? [];
  const isPlain = inner?.holds !== "map";
  return element(
    "div",
    { class: "content" },
    element(
      "div",
      { class: isPlain ? "fields" : "entries" },
      ...entries.map((entry, index) =>
        isPlain || entry.is === "text"
          ? drawPlainEntry(page, entry, inner)
          : drawEntry(page, entry, inner, { index, count: entries.length }),
      ),
    ),
    page.readOnly === undefined && inner ? drawAddEntry(page, field, type, inner) : undefined,
  );
}

/** An entry that is one value: its id is its label. */
function drawPlainEntry(page: Page, entry: FormField, inner: FormFieldType | undefined): Element | undefined {
  const type = inner && { ...inner, title: String(entry.path.at(-1)) };
  if (!type || entry.is === "text") return drawAsWritten(page, entry, type);
  const made =
    type.holds === "amount" && entry.is === "group" ? drawGroup(page, entry, type) : drawField(page, entry, type);
  const canRemove = page.readOnly === undefined && !made.matches(".group");
  if (canRemove) made.append(small("remove", page.words.remove, entry, named(page.words.removeNamed, type.title)));
  return made;
}

function drawEntry(
  page: Page,
  entry: FormField,
  type: FormFieldType,
  { index, count }: { readonly index: number; readonly count: number },
): Element {
  const id = idOf(entry.path);
  const isOpen = page.open.has(id);
  const step = entry.path.at(-1);
  const name = entry.words ?? (typeof step === "number" ? `${type.title} ${step + 1}` : String(step));
  return element(
    "details",
    {
      id,
      class: "entry",
      "data-path": pathAttribute(entry.path),
      "data-range": rangeAttribute(entry.range),
      ...(isOpen ? { open: "" } : {}),
    },
    element(
      "summary",
      {},
      element("span", { class: "name" }, entry.words ?? (typeof step === "number" ? name : "")),
      typeof step === "string" ? element("code", {}, step) : undefined,
      drawTally(page, tallyOf(entry)),
    ),
    isOpen
      ? drawOpenEntry(page, entry, type, { index, count, name: typeof step === "string" ? step : name })
      : undefined,
  );
}

function drawOpenEntry(
  page: Page,
  entry: FormField,
  type: FormFieldType,
  { index, count, name }: { readonly index: number; readonly count: number; readonly name: string },
): Element {
  const { words, readOnly } = page;
  const id = idOf(entry.path);
  return element(
    "div",
    { class: "body" },
    drawFindings(page, `${id}:findings`, entry.findings, true),
    drawContent(page, entry, type),
    typeof entry.path.at(-1) === "string" && entry.key ? drawId(page, entry) : undefined,
    readOnly === undefined
      ? element(
          "p",
          { class: "actions tools" },
          index > 0 ? small("up", words.moveUp, entry, `${words.moveUp}: ${name}`) : undefined,
          index < count - 1 ? small("down", words.moveDown, entry, `${words.moveDown}: ${name}`) : undefined,
          small("remove", words.remove, entry, named(words.removeNamed, name)),
        )
      : undefined,
  );
}

/** The id of an entry; changing it changes it wherever it is named. */
function drawId({ words, readOnly, refused }: Page, entry: FormField): Element {
  const id = `${idOf(entry.path)}/#`;
  const refusal = refused.get(id);
  return element(
    "div",
    { class: "field id" },
    element("label", { for: id }, words.id),
    element("input", {
      id,
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      "data-control": "rename",
      "data-value": String(entry.path.at(-1)),
      "data-key": entry.key ? rangeAttribute(entry.key) : undefined,
      "aria-describedby": `${id}:about`,
      ...(readOnly === undefined ? {} : { disabled: "" }),
    }),
    element("p", { id: `${id}:about`, hidden: "" }, words.idAbout),
    refusal === undefined ? undefined : element("p", { class: "refused", role: "alert" }, prose(refusal)),
  );
}
