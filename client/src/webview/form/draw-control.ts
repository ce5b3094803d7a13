import type { FormChoice, FormField, FormFieldType } from "../../../../server/src/lsp/protocol.ts";
import { element } from "../element.ts";
import { fill, idOf, offered, type Page, pathAttribute } from "./page.ts";

/** With more than these, one types to find one. */
const MOST_OPTIONS = 60;

/** What one types into or picks from. Its value is `data-value`: `PendingTexts` puts it there, and keeps what is typed. */
export function drawControl(page: Page, field: FormField, type: FormFieldType, describedBy: string): Element {
  const { path, findings } = field;
  const isWrong = page.refused.has(idOf(path)) || findings?.some(({ severity }) => severity === "error");
  const common = {
    id: idOf(path),
    "data-path": pathAttribute(path),
    "data-control": "set",
    "data-value": field.text ?? "",
    "aria-describedby": describedBy,
    ...(isWrong ? { "aria-invalid": "true" } : {}),
    ...(type.required ? { "aria-required": "true" } : {}),
    ...(page.readOnly === undefined ? {} : { disabled: "" }),
  };
  const choices = choicesFor(page, type);
  if (choices) return drawSelect(page, common, choices, field.text ?? "");
  if (type.long) return element("textarea", { ...common, rows: "1", spellcheck: "true" });
  const list = offered(page, type.suggests) ? { list: `list:${type.suggests}` } : {};
  const placeholder = type.example === undefined ? {} : { placeholder: fill(page.words.example, type.example) };
  if (type.holds === "date" && isDayOrNothing(field.text ?? "")) return element("input", { ...common, type: "date" });
  if (type.holds === "time") return drawTime(page, field, { ...common, ...list, ...placeholder });
  const isNumber = type.holds === "number" || type.holds === "amount";
  return element("input", {
    ...common,
    ...list,
    ...placeholder,
    type: "text",
    autocomplete: "off",
    ...(isNumber ? { inputmode: "decimal", class: "number" } : {}),
  });
}

/** A date input shows nothing where something else stands there. */
function isDayOrNothing(text: string): boolean {
  return text === "" || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)));
}

/** A day, or a distance from the launch: typed, picked from those that are usual, or from a calendar. */
function drawTime({ words, readOnly }: Page, { path }: FormField, common: Record<string, string | undefined>): Element {
  return element(
    "div",
    { class: "time" },
    element("input", { ...common, type: "text", autocomplete: "off" }),
    readOnly === undefined
      ? element(
          "button",
          { type: "button", class: "small pick", "data-do": "pick", "data-path": pathAttribute(path) },
          words.chooseDay,
        )
      : undefined,
    readOnly === undefined
      ? element("input", {
          type: "date",
          class: "picker",
          tabindex: "-1",
          "aria-hidden": "true",
          "data-picks": pathAttribute(path),
        })
      : undefined,
  );
}

/** The only values that a field may have; undefined where one types. */
export function choicesFor(page: Page, type: FormFieldType): readonly FormChoice[] | undefined {
  const { words } = page;
  if (type.holds === "boolean")
    return [
      { value: "yes", words: words.yes },
      { value: "no", words: words.no },
    ];
  if (type.choices) return type.choices;
  const list = type.holds === "reference" ? offered(page, type.suggests) : undefined;
  return list?.only && list.items.length > 0 && list.items.length <= MOST_OPTIONS ? list.items : undefined;
}

function drawSelect(
  { words }: Page,
  common: Record<string, string>,
  choices: readonly FormChoice[],
  value: string,
): Element {
  const isKnown = value === "" || choices.some((choice) => choice.value === value);
  return element(
    "select",
    common,
    element("option", { value: "" }, `– ${words.noChoice} –`),
    ...choices.map(drawOption),
    isKnown ? undefined : element("option", { value }, fill(words.unknown, value)),
  );
}

/** A name first where it has one; an id that is a word with its meaning behind. */
export function drawOption({ value, words }: FormChoice): Element {
  const text = words === undefined || words === value ? value : `${value} – ${words}`;
  return element("option", { value }, text.length > 110 ? `${text.slice(0, 109)}…` : text);
}
